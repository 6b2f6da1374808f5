"""What lies on the desk at one moment: the guides, and of each what waits for a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.desk.desk import Desk
from reports.desk.rejections import Rejection, read_rejections
from reports.desk.shelf import Shelf
from reports.desk.waiting import Waiting, waiting
from reports.guides.content import Content
from reports.guides.guide import Guide
from reports.last_run import LastRun
from reports.pictures.states import PictureState, drifted
from reports.verdicts import Finding, Verdict, judge
from reports.wording import LABEL, looks_not_compared

_NOT_FOLLOWED = "La última corrida no siguió esta guía"


@dataclass(frozen=True)
class Pile:
    """A guide and what waits of it, in the order of its steps.

    `guide` is None when its file is gone. `current` counts the pictures that are as approved.
    `blocked` says why nothing of it can be approved, "" when it can; `findings`, each with its
    step, are what the last run found wrong.
    """

    name: str
    guide: Guide | None
    waiting: tuple[Waiting, ...]
    current: int
    blocked: str
    findings: tuple[tuple[int, Finding], ...]

    @property
    def title(self) -> str:
        """The guide's title, or the name of its file when that is gone."""
        return self.guide.title if self.guide else self.name

    def step_of(self, one: Waiting) -> Content | None:
        """Return what the guide says in the step of a picture; None when it has no such step."""
        steps = self.guide.steps if self.guide else ()
        number = one.picture.guide_step
        return next((step.content for step in steps if step.number == number), None)


@dataclass(frozen=True)
class Table:
    """All that is on the desk, and the run that it is of.

    `not_compared` says of how many pictures nobody compared the looks.
    """

    run: LastRun
    piles: tuple[Pile, ...]
    not_compared: str

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """Everything that waits, in the order in which it is looked at."""
        return tuple(one for pile in self.piles for one in pile.waiting)

    def undecided(self, guide: str = "") -> tuple[Waiting, ...]:
        """Return what is approved when all of it is, or all of a guide."""
        piles = (pile for pile in self.piles if guide in ("", pile.name))
        return tuple(one for pile in piles for one in pile.waiting if one.undecided)

    def pile(self, guide: str) -> Pile | None:
        """Return a guide's own; None when there is no such guide."""
        return next((pile for pile in self.piles if pile.name == guide), None)

    def find(self, name: str) -> Waiting | None:
        """Return a picture that waits; None when none of that name does."""
        return next((one for one in self.waiting if one.name == name), None)

    def around(self, one: Waiting) -> tuple[Waiting | None, Waiting | None]:
        """Return what is looked at before and after a picture that waits."""
        here = self.waiting.index(one)
        before = self.waiting[here - 1] if here else None
        return before, next(iter(self.waiting[here + 1 :]), None)

    def next_undecided(self, one: Waiting) -> Waiting | None:
        """Return what is to be decided after a picture; behind the last comes the first."""
        here = self.waiting.index(one)
        following = (*self.waiting[here + 1 :], *self.waiting[:here])
        return next((other for other in following if other.undecided), None)


def lay_out(desk: Desk, shelf: Shelf) -> Table:
    """Read everything anew. Raises ReportsError when there is no run, or a guide is broken."""
    run, states = desk.last_run(), desk.states()
    guides = {guide.name: guide for guide in desk.guides()}
    rejections = read_rejections(desk.rejections)
    gone = sorted({state.guide for state in states} - set(guides))
    piles = []
    for name in (*guides, *gone):
        own = [state for state in states if state.guide == name]
        blocked = _blocked(guides.get(name), run.verdicts.get(name))
        piles.append(
            Pile(
                name=name,
                guide=guides.get(name),
                waiting=tuple(_wait(own, rejections, blocked, shelf)),
                current=len(own) - len(drifted(own)),
                blocked=blocked,
                findings=tuple(_findings(guides.get(name), run)) if blocked else (),
            )
        )
    return Table(run, tuple(piles), looks_not_compared(states))


def _wait(
    states: Sequence[PictureState],
    rejections: Mapping[str, Rejection],
    blocked: str,
    shelf: Shelf,
) -> Iterator[Waiting]:
    for state in sorted(drifted(states), key=lambda state: state.guide_step):
        yield waiting(state, rejections.get(state.name), blocked, shelf)


def _blocked(guide: Guide | None, verdict: Verdict | None) -> str:
    if verdict is None:
        return _NOT_FOLLOWED if guide else ""
    if verdict is Verdict.HOLDS:
        return ""
    return f"En la última corrida, el veredicto de esta guía fue «{LABEL[verdict]}»"


def _findings(guide: Guide | None, run: LastRun) -> Iterator[tuple[int, Finding]]:
    """Yield what is wrong with a guide that was followed."""
    if guide and guide.name in run.verdicts:
        for step in judge(guide, run.scenarios).steps:
            yield from ((step.number, finding) for finding in step.findings)
