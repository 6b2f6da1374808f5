"""What the Reader saw: plain data, handed to whoever keeps the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


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


class Witness(Protocol):
    """Whoever keeps the record of what the Reader sees."""

    def wants_sight(self) -> bool:
        """Tell whether what is on the screen matters to anybody."""

    def wants_picture(self) -> bool:
        """Tell whether the step being followed still lacks a picture."""

    def saw(self, sight: Sight) -> None:
        """Keep one look at the screen."""


class NotAsTheGuideSaysError(AssertionError):
    """The portal is not as the sentence says; the message, in Spanish, says how it differs."""

    def __init__(self, message: str, *, expected: Sequence[str] = (), seen: str = "") -> None:
        super().__init__(message)
        self.expected = tuple(expected)
        self.seen = seen
