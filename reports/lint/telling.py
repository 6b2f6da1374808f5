"""What a guide tells, line by line, whatever kind of file it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import chain

from reports.lint.words import plain, sentences, unquoted


class Kind(Enum):
    """What a line is for."""

    HEADING = auto()
    PROSE = auto()
    NOTE = auto()
    ITEM = auto()  # of a list without numbers, or with letters
    LABEL = auto()  # what stands on a screen by itself
    FIELD = auto()  # "Ventanilla: 02": two cells
    HEADER = auto()  # the names of a table's columns
    ROW = auto()


SPOKEN = frozenset({Kind.PROSE, Kind.NOTE, Kind.ITEM})  # the guide's own words, not a screen's


@dataclass(frozen=True)
class Place:
    """Where something stands: `unit` is "línea", "página" or "párrafo"; 0 is nowhere exactly.

    `step` is the number that the step bears, 0 before the first one.
    """

    file: str
    unit: str = ""
    number: int = 0
    step: int = 0

    def __str__(self) -> str:
        by_line = self.unit == "línea" and self.number
        where = f"{self.file}:{self.number}" if by_line else self.file
        if self.number and not by_line:
            where += f", {self.unit} {self.number}"
        return f"{where}, paso {self.step}" if self.step else where


@dataclass(frozen=True)
class Line:
    """A paragraph, an item, a label or a row of a table, without any markup.

    `quotes` are the texts that it quotes, `strong` those that it sets in bold; `cells` are those
    of a table or of a field; `claimed` is whether a rule of ours decides what it says.
    """

    text: str
    kind: Kind
    place: Place
    quotes: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    claimed: bool = False

    @property
    def spoken(self) -> bool:
        """Whether the guide says this in its own words."""
        return self.kind in SPOKEN

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def unquoted(self) -> str:
        """What it says, plain, with … in the place of each text that it quotes."""
        return unquoted(plain(self.text), self.quotes)


@dataclass(frozen=True)
class Step:
    """A numbered step; several can bear one number, which is a fault of its own."""

    number: int
    lines: tuple[Line, ...]

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.lines[0].place

    @property
    def spoken(self) -> tuple[Line, ...]:
        """What it says in the guide's own words."""
        return tuple(line for line in self.lines if line.spoken)

    @property
    def instruction(self) -> str:
        """What is to be done: all that it says but its notes."""
        return " ".join(line.text for line in self.spoken if line.kind is not Kind.NOTE)

    @property
    def text(self) -> str:
        """All that it says in the guide's own words."""
        return " ".join(line.text for line in self.spoken)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The texts that it quotes."""
        return tuple(chain.from_iterable(line.quotes for line in self.spoken))


@dataclass(frozen=True)
class Picture:
    """A picture of the guide, and its text for who cannot see it."""

    place: Place
    alt: str


@dataclass(frozen=True)
class Telling:
    """A guide as it is told.

    `ours` are the guides of this project, whose quotes a run looks up on the screen; `untagged`
    is a PDF without the structure by which it is read aloud.
    """

    name: str
    title: str
    opening: tuple[Line, ...]
    steps: tuple[Step, ...]
    pictures: tuple[Picture, ...] = ()
    ours: bool = False
    untagged: bool = False

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of reading."""
        return (*self.opening, *chain.from_iterable(step.lines for step in self.steps))

    @cached_property
    def spoken(self) -> tuple[Line, ...]:
        """The lines in the guide's own words."""
        return tuple(line for line in self.lines if line.spoken)

    @cached_property
    def headings(self) -> tuple[Line, ...]:
        """Its titles, each once."""
        found: dict[str, Line] = {}
        for line in self.lines:
            if line.kind is Kind.HEADING:
                found.setdefault(line.text, line)
        return tuple(found.values())

    @property
    def start(self) -> Place:
        """The file as a whole."""
        return Place(self.name)


def all_lines(tellings: Iterable[Telling]) -> Iterable[Line]:
    """Return the lines of several guides."""
    return chain.from_iterable(telling.lines for telling in tellings)
