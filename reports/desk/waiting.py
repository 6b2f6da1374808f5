"""A picture that waits for a person, as the desk shows it."""

from dataclasses import astuple, dataclass, replace
from hashlib import sha256
from pathlib import Path

from PIL import Image

from reports.desk.rejections import Rejection
from reports.desk.shelf import Shelf
from reports.pictures.annotate import SCALE
from reports.pictures.states import Approved, PictureState, Seen
from reports.wording import legend

_NOWHERE = Path()


@dataclass(frozen=True)
class Shot:
    """A picture as it lies on the shelf, with the digests of the file and of what is marked on it.

    `width` and `height` are CSS pixels, `alt` is for who cannot see it.
    """

    digest: str
    touches: str
    of: Seen | Approved
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Waiting:
    """A picture that somebody has to look at.

    `mark` stands for all that is shown of it: while it is the same, so is what would be approved.
    `blocked` says why it can't be approved, "" when it can.
    """

    picture: PictureState
    old: Shot | None
    new: Shot | None
    mark: str
    rejection: Rejection | None
    blocked: str

    @property
    def name(self) -> str:
        """The name of the picture."""
        return self.picture.name

    @property
    def title(self) -> str:
        """The title of its screen."""
        shown = self.picture.seen or self.picture.approved
        return shown.title if shown else ""

    @property
    def undecided(self) -> bool:
        """Whether it can be approved, and nobody has rejected it."""
        return not self.rejection and not self.blocked


def waiting(
    picture: PictureState, rejection: Rejection | None, blocked: str, shelf: Shelf
) -> Waiting:
    """Return a picture with all that is shown of it, its files put on the shelf."""
    old, new = _shot(picture.approved, shelf), _shot(picture.seen, shelf)
    return Waiting(picture, old, new, _mark(picture, old, new), rejection, blocked)


def _shot(of: Seen | Approved | None, shelf: Shelf) -> Shot | None:
    """Return what is shown of a picture; None when there is none, or it cannot be opened."""
    digest = shelf.put(of.picture) if of else ""
    if not of or not digest:
        return None
    try:
        with Image.open(of.picture) as opened:
            width, height = (pixels // SCALE for pixels in opened.size)
    except OSError:  # Pillow's own error for what is no picture is one of these
        return None
    alt = legend(of.title, [touch.name for touch in of.touches])
    return Shot(digest, shelf.put_touches(of.touches), of, width, height, alt)


def _mark(picture: PictureState, old: Shot | None, new: Shot | None) -> str:
    """Return a digest of the state, the changes and both pictures, wherever they lie."""
    seen = picture.seen and replace(picture.seen, picture=_NOWHERE)
    approved = picture.approved and replace(picture.approved, picture=_NOWHERE)
    known = astuple(replace(picture, seen=seen, approved=approved))
    digests = (old and old.digest, new and new.digest)
    return sha256(repr((known, digests)).encode("utf-8", "replace")).hexdigest()
