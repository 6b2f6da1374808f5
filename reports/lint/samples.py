"""The examples that a guide shows: rows of its tables, and fields side by side."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.lint.telling import Kind, Line, Step, Telling
from reports.lint.words import plain

_DAY = re.compile(r"fecha(?!.*(?:registro|nacimiento|/hora))")
_HOURS = re.compile(r"hora(?:rio)?\b(?! de registro)")
_KEY = re.compile(r"(?:clave|folio|codigo)\b")


@dataclass(frozen=True)
class Sample:
    """One example: its cells by their names, and its day, hours and key where it has them."""

    line: Line
    cells: Mapping[str, str]

    @property
    def day(self) -> str:
        """The day, as it is written."""
        return self._first(_DAY)

    @property
    def hours(self) -> str:
        """The hours, as they are written."""
        return self._first(_HOURS)

    @property
    def key(self) -> str:
        """The key."""
        return self._first(_KEY)

    def _first(self, name: re.Pattern[str]) -> str:
        return next((text for told, text in self.cells.items() if name.match(plain(told))), "")


def samples(guide: Telling) -> Iterator[Sample]:
    """Yield every example of a guide."""
    for step in guide.steps:
        yield from rows(step)
        fields = [line for line in step.lines if line.kind is Kind.FIELD]
        if fields:
            named = [line for line in fields if _DAY.match(plain(line.cells[0]))]
            yield Sample((named or fields)[0], {line.cells[0]: line.cells[1] for line in fields})


def rows(step: Step) -> Iterator[Sample]:
    """Yield the rows of a step's tables."""
    names: tuple[str, ...] = ()
    for line in step.lines:
        if line.kind is Kind.HEADER:
            names = line.cells
        elif line.kind is Kind.ROW and len(line.cells) == len(names):
            yield Sample(line, dict(zip(names, line.cells, strict=True)))
