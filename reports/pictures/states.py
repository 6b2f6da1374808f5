"""What can be said of a picture, beside the one that was approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reports.record import TouchRecord


class State(StrEnum):
    """The state of a picture; a closed vocabulary."""

    CURRENT = "vigente"
    CHANGED = "cambió"
    NEW = "nueva"
    ORPHAN = "huérfana"


class Kind(StrEnum):
    """What kind of change it is; all but the last are changes of meaning."""

    MISSING = "falta"
    RENAMED = "renombrado"
    MOVED = "cambió de lugar"
    ADDED = "nuevo"
    OTHER_VALUE = "otro valor"
    LOOKS = "apariencia"


@dataclass(frozen=True)
class Seen:
    """A picture of the last run. `name` is as "bitacora-paso-06", `picture` the clean PNG.

    `taken` is the SHA-256 of that file, in hexadecimal.
    """

    name: str
    guide: str
    guide_step: int
    title: str
    texts: tuple[str, ...]
    touches: tuple[TouchRecord, ...]
    picture: Path
    aria: str
    browser: str
    taken: str = ""


@dataclass(frozen=True, kw_only=True)
class Approved(Seen):
    """A picture that a person approved: who (`by`), when (`on`, a date), of which release.

    `picture` holds the same pixels as the file that was approved, but is smaller; `taken` is the
    SHA-256 of that one.
    """

    by: str
    on: str
    release: str


@dataclass(frozen=True)
class Change:
    """One change, told in Spanish."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class PictureState:
    """A picture's state: `approved` is None when it is new, `seen` when it is an orphan."""

    name: str
    guide: str
    guide_step: int
    state: State
    changes: tuple[Change, ...]
    approved: Approved | None
    seen: Seen | None


def drifted(states: Sequence[PictureState]) -> tuple[PictureState, ...]:
    """Return those that somebody has to look at."""
    return tuple(state for state in states if state.state is not State.CURRENT)
