"""What is checked, and what it is held against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reports.lint.telling import Line, Place, Telling, all_lines
from reports.lint.words import plain

_LONG_ENOUGH = 10  # letters of a shared fact that tell one system from another


@dataclass(frozen=True)
class Project:
    """What this project knows of the system that its guides are about.

    `facts` tells each shared fact in a line; `quoted` is what the scenarios quote, to the letter,
    and `approved`, for each guide with approved pictures, what stands on their screens; `taken`
    holds, for each guide, the steps that its scenarios take, and where; `alike` are words that mean
    one thing, of which a guide should keep to one; `avoided` holds the glossary's own word for each
    that it avoids.
    """

    facts: Telling
    guides: tuple[Telling, ...]
    quoted: frozenset[str] = frozenset()
    approved: Mapping[str, str] = field(default_factory=dict)
    taken: Mapping[str, Mapping[int, Place]] = field(default_factory=dict)
    alike: tuple[tuple[str, ...], ...] = ()
    avoided: Mapping[str, str] = field(default_factory=dict)

    def knows(self, text: str, guide: str) -> bool:
        """Tell whether a text is known to stand on a screen.

        Anything may, in a guide whose own screens nobody has approved.
        """
        known = text in self.quoted or f"{text}*" in self.quoted
        if known or guide not in self.approved:
            return True
        return any(text in screens for screens in self.approved.values())

    def concerns(self, telling: Telling) -> bool:
        """Tell whether a guide is about the same system: it names it, or gives its address."""
        text = plain(" ".join(line.text for line in telling.lines))
        names = (plain(fact.text) for fact in self.facts.lines)
        return any(name in text for name in names if len(name) >= _LONG_ENOUGH)


@dataclass(frozen=True)
class Case:
    """The guides to be checked together, and the project beside them."""

    guides: tuple[Telling, ...]
    project: Project

    @cached_property
    def beside(self) -> tuple[Telling, ...]:
        """What else is told of the same system: ours where others are checked, and the facts."""
        if not any(map(self.project.concerns, self.guides)):
            return ()
        ours = () if any(guide.ours for guide in self.guides) else self.project.guides
        return (self.project.facts, *ours)

    @property
    def published(self) -> tuple[Telling, ...]:
        """Those of the guides that are not ours."""
        return tuple(guide for guide in self.guides if not guide.ours)

    def lines(self) -> Iterable[Line]:
        """Return the lines of the guides and, after them, of what is beside."""
        return all_lines((*self.guides, *self.beside))

    def is_checked(self, place: Place) -> bool:
        """Tell whether a place is in one of the guides that are checked."""
        return any(place.file == guide.name for guide in self.guides)
