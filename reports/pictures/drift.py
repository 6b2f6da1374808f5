"""Compares what a run saw with what was approved: meaning first, looks last."""

from collections.abc import Iterator, Sequence

from reports.pictures.aria import read_aria
from reports.pictures.difference import looks_alike
from reports.pictures.marks import other_boxes, other_marks
from reports.pictures.meaning import Meaning, compare_meaning
from reports.pictures.states import Approved, Change, Kind, PictureState, Seen, State
from reports.pictures.telling import said, shortened

_LOOKS = "Solo cambió la apariencia: dice lo mismo, y en el mismo lugar está lo que se marca"


def compare(approved: Sequence[Approved], seen: Sequence[Seen]) -> tuple[PictureState, ...]:
    """Return the state of every picture, by guide and step, the orphans too.

    Meaning is compared by ARIA snapshot; places and pixels, only where the browser is the same
    build, so that nobody has to look at another machine's fonts. Raises ReportsError for a picture
    that cannot be opened.
    """
    known = {picture.name: picture for picture in approved}
    found = {picture.name: picture for picture in seen}
    states = (_state(name, known, found) for name in known.keys() | found.keys())
    return tuple(sorted(states, key=lambda one: (one.guide, one.guide_step, one.name)))


def _state(name: str, known: dict[str, Approved], found: dict[str, Seen]) -> PictureState:
    old, new = known.get(name), found.get(name)
    changes: tuple[Change, ...] = ()
    if old and new:
        changes = tuple(_changes(old, new, known))
        state = State.CHANGED if changes else State.CURRENT
    elif new:
        changes = tuple(_approved_as(new, known))
        state = State.NEW
    else:
        state = State.ORPHAN
    shown = new or known[name]
    return PictureState(name, shown.guide, shown.guide_step, state, changes, old, new)


def _changes(old: Approved, new: Seen, known: dict[str, Approved]) -> Iterator[Change]:
    meaning = compare_meaning(old.aria, new.aria)
    if meaning.is_other:
        titles = f"era «{old.title}» y ahora es «{new.title}»"
        yield Change(Kind.OTHER_VALUE, f"La pantalla es otra: {titles}")
        yield from _approved_as(new, known)
        return
    changes = [*meaning.changes, *_other_title(old, new, meaning), *_other_texts(old, new, meaning)]
    changes += other_marks(old.touches, new.touches, changes)
    if not changes and old.browser == new.browser:
        changes += other_boxes(old.touches, new.touches) or ()
        if not changes and not _looks_alike(old, new):
            changes.append(Change(Kind.LOOKS, _LOOKS))
    yield from changes


def _approved_as(new: Seen, known: dict[str, Approved]) -> Iterator[Change]:
    """Tell under which other name the very screen was approved: the steps may count otherwise."""
    for old in known.values():
        if (old.guide, old.aria, old.title) == (new.guide, new.aria, new.title):
            yield Change(Kind.MOVED, f"Es la pantalla que se aprobó como {old.name}")
            return


def _other_title(old: Approved, new: Seen, meaning: Meaning) -> Iterator[Change]:
    """Tell of a new title, unless it only follows what was renamed on the screen."""
    expected = old.title
    for before, after in meaning.renamed.items():
        expected = expected.replace(before, after)
    if new.title not in (old.title, expected):
        text = f"La pantalla se titulaba «{old.title}» y ahora se titula «{new.title}»"
        yield Change(Kind.RENAMED, text)


def _other_texts(old: Approved, new: Seen, meaning: Meaning) -> Iterator[Change]:
    """Tell of visible texts that no ARIA snapshot holds: they are hidden from who listens."""
    before, after = _beside_aria(old), _beside_aria(new)
    gone = [text for text in before if text not in new.texts]
    come = [text for text in after if text not in old.texts]
    gone, come = (
        [text for text in gone if meaning.renamed.get(text) not in come],
        [text for text in come if text not in meaning.renamed.values()],
    )
    if len(gone) == len(come):
        texts = zip(gone, come, strict=True)
        yield from (Change(Kind.OTHER_VALUE, said("un texto", *pair)) for pair in texts)
        return
    yield from (Change(Kind.MISSING, f"Ya no se lee «{shortened(text)}»") for text in gone)
    yield from (Change(Kind.ADDED, f"Ahora también se lee «{shortened(text)}»") for text in come)


def _beside_aria(picture: Approved | Seen) -> list[str]:
    """Return the visible texts of which something is left, once all that is in ARIA is removed."""
    told = {
        text.casefold()
        for root in read_aria(picture.aria)
        for node in (root, *root.descendants)
        for text in (node.name, node.text, node.attribute("url"))
        if text
    }
    longest_first = sorted(told, key=len, reverse=True)
    return [text for text in picture.texts if _is_left(text.casefold(), longest_first)]


def _is_left(text: str, told: Sequence[str]) -> bool:
    for known in told:
        text = text.replace(known, "")
    return any(letter.isalnum() for letter in text)


def _looks_alike(old: Approved, new: Seen) -> bool:
    same_file = bool(new.taken) and new.taken == old.taken
    return same_file or looks_alike(old.picture, new.picture)
