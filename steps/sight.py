"""What the Reader saw: plain data, handed to whoever keeps the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from steps.personal_data import PersonalData


@dataclass(frozen=True)
class Touch:
    """Something the Reader touched or read, and where it stands in the picture.

    `x`, `y`, `width` and `height` are CSS pixels from the picture's top left corner.
    """

    name: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Sight:
    """One look at the screen.

    `texts` holds each visible line and each accessible name once; `aria` is Playwright's ARIA
    snapshot; `picture` is a clean PNG (nothing drawn on it) or None when none was taken.
    """

    title: str
    texts: tuple[str, ...]
    aria: str
    touches: tuple[Touch, ...]
    picture: bytes | None


@dataclass(frozen=True)
class Answer:
    """What the browser asked for and what came back, as far as it is known.

    `second` counts from the beginning of the scenario; the address is without the values of its
    query; `status` is None when nobody knows it, and 0 when nothing came back: then `trouble` says
    why, in the browser's words, if it does. `type` is a media type, `size` is in bytes, and
    `milliseconds` is how long the answer took to begin. `leads_to` is where a redirection leads;
    `is_document` tells a screen from what belongs to one.
    """

    second: float
    address: str
    status: int | None = None
    method: str = ""
    type: str = ""
    size: int | None = None
    milliseconds: int | None = None
    trouble: str = ""
    leads_to: str = ""
    is_document: bool = True


@dataclass(frozen=True)
class Aftermath:
    """What a failed step left in the browser, besides what can be seen.

    `address` is the window's; `messages` is what the browser complained of; `boxes` is an ARIA
    snapshot with the box of each element in CSS pixels of the window, which was `scrolled` so far
    to the right and down.
    """

    address: str
    answers: tuple[Answer, ...]
    messages: tuple[str, ...]
    boxes: str
    scrolled: tuple[float, float]


# Under this name a test has, among its properties, why a sentence of it was skipped.
SKIPPED_SENTENCE = "frase omitida"


class Witness(Protocol):
    """Whoever keeps the record of what the Reader sees, and what no picture of it may show."""

    @property
    def personal_data(self) -> PersonalData:
        """What pictures cover; nothing when everybody is made up."""

    def wants_sight(self) -> bool:
        """Tell whether what is on the screen matters to anybody."""

    def wants_picture(self) -> bool:
        """Tell whether the step being followed still lacks a picture."""

    def saw(self, sight: Sight) -> None:
        """Keep one look at the screen."""


class Nobody:
    """A witness to whom nothing matters."""

    personal_data = PersonalData()

    def wants_sight(self) -> bool:
        """Want none."""
        return False

    def wants_picture(self) -> bool:
        """Want none."""
        return False

    def saw(self, sight: Sight) -> None:
        """Keep nothing."""


class NotAsTheGuideSaysError(AssertionError):
    """The portal is not as the sentence says; the message, in Spanish, says how it differs."""

    def __init__(self, message: str, *, expected: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.expected = tuple(expected)


class NotMaskedError(NotAsTheGuideSaysError):
    """A personal datum is on the screen and nothing covers it: there can be no picture."""
