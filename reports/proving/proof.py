"""What became of a defect: who caught it, and whether they were the ones who should."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How a defect came out; whatever is not `RIGHT` is a failure. The worst come first."""

    CHANGED_NOTHING = "no cambió nada"
    NOT_RUN = "no se probó"
    UNCAUGHT = "nadie lo atrapó"
    INNOCENT = "culpó a quien no debía"
    MISSED = "no culpó a todos"
    RIGHT = "bien atribuido"


@dataclass(frozen=True)
class Proof:
    """A defect and what a run of everything found in a portal that has it.

    `blames` are the places that it makes false, `found` those that were found so, with why.
    `changed` are answers that a scenario is not given without it, up to its first failure.
    `labels` are the texts that a check of the labels alone did not find: "cancelacion, paso 4:
    «Bitácora»". `scenarios` is how many were followed.
    """

    name: str
    drift: str
    blames: tuple[str, ...]
    found: Mapping[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    scenarios: int = 0

    @property
    def outcome(self) -> Outcome:
        """Which of the ways it came out."""
        if not self.scenarios:
            return Outcome.NOT_RUN
        if not self.changed:
            return Outcome.CHANGED_NOTHING
        if not self.found:
            return Outcome.UNCAUGHT
        if self.innocent:
            return Outcome.INNOCENT
        return Outcome.MISSED if self.missed else Outcome.RIGHT

    @property
    def is_right(self) -> bool:
        """Whether it changed something, was caught, and was blamed on those places only."""
        return self.outcome is Outcome.RIGHT

    @property
    def innocent(self) -> tuple[str, ...]:
        """The places that were blamed and should not."""
        return tuple(place for place in in_order(self.found) if place not in self.blames)

    @property
    def missed(self) -> tuple[str, ...]:
        """The places that should be blamed and were not."""
        return tuple(place for place in in_order(self.blames) if place not in self.found)

    @property
    def first_words(self) -> str:
        """Why the first of the places was found false; "" if none was."""
        return next((self.found[place] for place in in_order(self.found)), "")


def in_order(places: Mapping[str, str] | tuple[str, ...]) -> list[str]:
    """Return places as people count: step 9 comes before step 10, and guides before rules."""
    return sorted(places, key=_key)


def _key(place: str) -> tuple[bool, str, int]:
    number = re.search(r"\d+$", place)
    return place.startswith("regla "), place.partition(",")[0], int(number[0]) if number else 0
