"""Something that is wrong with what a guide tells."""

from dataclasses import dataclass

from reports.lint.telling import Line, Place
from reports.lint.words import shortened


@dataclass(frozen=True)
class Finding:
    """What is told where, what it does not agree with, why that matters and what to do."""

    what: str
    place: Place
    told: str
    others: tuple[tuple[Place, str], ...]
    matters: str
    do: str


@dataclass(frozen=True)
class Fault:
    """A kind of fault: what it is called, why it matters to the reader, and what to do."""

    what: str
    matters: str
    do: str

    def at(self, place: Place, told: str, *others: tuple[Place, str]) -> Finding:
        """Return a finding of this kind; `others` are the places it does not agree with."""
        return Finding(self.what, place, told, others, self.matters, self.do)

    def on(self, line: Line, *others: Line, told: str = "") -> Finding:
        """Return a finding about a line, against others; it is quoted unless `told` says else."""
        against = ((other.place, quoted(other.text)) for other in others)
        return self.at(line.place, told or quoted(line.text), *against)


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    return f"«{shortened(text)}»"
