"""What many clients were told, how long it took, and whether it can all be true together."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import quantiles

from stub_portal.tests.whole_log import Facts


@dataclass(frozen=True)
class Request:
    """One request as it went: its kind, the answer's status (0: none came) and the seconds."""

    kind: str
    status: int
    seconds: float


@dataclass(frozen=True)
class Act:
    """What the portal acknowledged: "book" or "cancel", whose, and between which two moments.

    key: "" where the notice came after another window had cancelled it.
    place: the address of the slot that was booked; "" of a cancellation.
    """

    kind: str
    person: str
    key: str
    place: str
    asked: float
    known: float


@dataclass
class Measured:
    """All that happened; the clients only ever add to it."""

    requests: list[Request] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def is_enough(self) -> bool:
        """Whether acts of both kinds were done, and some met in one slot."""
        booked = self.statuses("book")
        return booked.keys() >= {303, 409} and self.statuses("cancel")[303] > 0

    @property
    def booked(self) -> dict[str, Act]:
        """The first notice of every key."""
        known = [act for act in self.acts if act.kind == "book" and act.key]
        return {act.key: act for act in reversed(known)}

    @property
    def cancelled(self) -> dict[str, Act]:
        """The notice of every key that was cancelled."""
        return {act.key: act for act in self.acts if act.kind == "cancel"}

    def statuses(self, kind: str) -> Counter[int]:
        """Return how often the requests of a kind were answered what."""
        return Counter(one.status for one in self.requests if one.kind == kind)

    def table(self) -> Iterator[str]:
        """Yield the lines of a table: how many, how fast, and what came back."""
        yield f"{'':<14}{'requests':>9}{'per s':>8}{'p50 ms':>8}{'p99 ms':>8}  answers"
        for kind in [*sorted({one.kind for one in self.requests}), ""]:
            those = [one for one in self.requests if kind in {one.kind, ""}]
            percent = quantiles([one.seconds * 1000 for one in those] * 2, n=100)
            answers = Counter(one.status for one in those)
            told = ", ".join(f"{number} x {status}" for status, number in sorted(answers.items()))
            yield (
                f"{kind or 'in all':<14}{len(those):>9}{len(those) / self.seconds:>8.1f}"
                f"{percent[49]:>8.0f}{percent[98]:>8.0f}  {told}"
            )
        yield (
            f"{len(self.acts)} acts acknowledged in {self.seconds:.0f} s, "
            f"{len(self.wrong)} answers wrong or missing"
        )


def check_nothing_lost(told: Measured, facts: Facts) -> None:
    """Check that the log holds every act that was acknowledged, and none besides."""
    for act in told.acts:
        if act.kind == "cancel":
            assert act.key in facts.cancelled, act
        elif act.key:
            assert facts.booked.get(act.key) == act.person, act
    assert facts.events <= len(told.acts)
    # An act without its key was of a person whom another window cancelled it for.
    unseen = facts.booked.keys() - told.booked.keys()
    assert len(unseen) <= sum(not act.key for act in told.acts)


def check_no_slot_held_twice(told: Measured) -> None:
    """Check, by the clients' own clock, that nobody was given a slot while another had it."""
    held: dict[str, list[tuple[float, float]]] = {}
    for key, act in told.booked.items():
        cancelled = told.cancelled.get(key)
        end = cancelled.asked if cancelled else float("inf")
        held.setdefault(act.place, []).append((act.known, end))
    for place, times in held.items():
        times.sort()
        for (_, end), (begin, _) in pairwise(times):
            assert end <= begin, f"{place} was held by two"
