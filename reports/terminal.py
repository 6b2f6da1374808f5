"""What a run says in the terminal: how it goes, and a short table at the end."""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click
import pytest

from reports.failures.pages import FailurePage
from reports.pictures.listing import told
from reports.pictures.states import PictureState, drifted
from reports.run import Run
from reports.verdicts import GuideVerdict, Verdict
from reports.wording import LABEL, counted, looks_not_compared, picture_count, seconds

if TYPE_CHECKING:  # pytest is to import its plugins itself, and this runs before it starts
    from pytest_bdd.parser import Feature, Scenario

_COLOUR = {
    Verdict.FAILS: "red",
    Verdict.TEXT_DIFFERS: "yellow",
    Verdict.NOT_REACHED: "magenta",
    Verdict.UNCHECKED: "cyan",
    Verdict.HOLDS: "green",
}
_MARKS = {"passed": ("✓", "green"), "skipped": ("–", "yellow"), "failed": ("✗", "red")}
_WIDTH = 96
_DEEP = " " * 15
_MOST = 5  # changes of a picture; the page of the run has them all
_MOST_PAGES = 3  # of examples that fail in one and the same sentence


class Found(Protocol):
    """What a run found, as far as a guide's verdicts are told from it."""

    @property
    def folder(self) -> Path:
        """Where all of it lies."""

    @property
    def failures(self) -> tuple[FailurePage, ...]:
        """The pages of what failed."""


class Progress:
    """A pytest plugin that says which scenario has just ended, and how."""

    def __init__(self) -> None:
        # Kept now: while pytest runs, the standard streams go to the log.
        self._stream = sys.stdout
        self._name = ""
        self._done = 0
        self._count = 0

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Say how many scenarios there are."""
        following = "Siguiendo las guías y sus reglas"
        if self._count:
            following = "Siguiendo otra vez lo que falló, para tener su traza"
        self._count, self._done = len(session.items), 0
        self._say(f"{following}: {counted(self._count, 'escenario')}")

    def pytest_bdd_before_scenario(self, feature: "Feature", scenario: "Scenario") -> None:
        """Remember the scenario's name as it is written."""
        self._name = f"{feature.name}: {scenario.name}"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Say how a scenario ended."""
        if report.when == "call" or (report.when == "setup" and not report.passed):
            self._done += 1
            mark, colour = _MARKS[report.outcome]
            mark = click.style(mark, fg=colour)
            name = self._name or report.nodeid
            self._say(f"  {mark} {self._done:>2}/{self._count} {name} ({seconds(report.duration)})")
            self._name = ""

    def _say(self, text: str) -> None:
        click.echo(text, file=self._stream)


def tell(run: Run, root: Path, only: Sequence[str] = ()) -> None:
    """Print the verdicts, the state of the pictures, and where to look next.

    Of the guides that were not followed a line will do. `only` names those that somebody asked
    for, unless it was all.
    """
    for judged in run.verdicts:
        if judged.guide.name in run.followed:
            click.echo()
            tell_guide(judged, run, root)
    click.echo()
    for judged in run.verdicts:
        for line in _not_as_asked(judged, run, only):
            click.echo(line)
    tell_pictures(run.states)
    browser = run.info.browser or "ningún navegador"
    click.echo(f"Con {browser}, en {seconds(run.info.seconds)}.")
    found = (run.folder / "index.html").relative_to(root)
    if run.verdict is Verdict.HOLDS:
        published = (run.out / "index.html").relative_to(root)
        click.echo(click.style("Todo cumple.", fg="green", bold=True) + f" Abra {published}")
        click.echo(f"El detalle de la corrida está en {found}")
    else:
        click.echo(click.style("No todo cumple.", fg="red", bold=True) + f" Abra {found}")
        click.echo("Lo publicado en reports/out no se tocó.")


def _not_as_asked(judged: GuideVerdict, run: Run, only: Sequence[str]) -> Iterator[str]:
    """Tell of a guide that was followed though nobody asked, or was not and did not hold."""
    name, title = judged.guide.name, judged.guide.title
    if name in run.followed and only and name not in only:
        yield f"«{title}» también se siguió: cambió desde la última corrida."
    if name not in run.followed and judged.verdict is not Verdict.HOLDS:
        label = LABEL[judged.verdict]
        yield f"«{title}» no se siguió esta vez; había quedado en «{label}»."


def tell_pictures(states: Sequence[PictureState]) -> None:
    """Say what changed in each picture, and which ones wait for somebody to look at them."""
    waiting = drifted(states)
    click.echo(picture_count(states))
    if note := looks_not_compared(states):
        click.echo(f"  {note}")
    for picture in waiting:
        if picture.changes:
            click.echo(f"  {picture.name:<28} {click.style(picture.state, fg='yellow')}")
            sentences = told(picture)
            _tell_below(sentences[:_MOST])
            if len(sentences) > _MOST:
                _tell_below([f"… y {len(sentences) - _MOST} cambios más, en el detalle."])
    if waiting:
        click.echo("  Para verlas y aprobarlas: guias.py review")


def _tell_below(texts: Iterable[str]) -> None:
    for text in texts:
        click.echo(textwrap.fill(text, _WIDTH, initial_indent=_DEEP, subsequent_indent=_DEEP))


def tell_guide(judged: GuideVerdict, run: Found, root: Path) -> None:
    """Print a guide's title, the verdict of each of its steps, and the pages of what failed."""
    click.echo(click.style(judged.guide.title, bold=True))
    for step in judged.steps:
        if step.number == 0 and not step.findings:
            continue
        name = f"paso {step.number}" if step.number else "al principio"
        label = click.style(LABEL[step.verdict], fg=_COLOUR[step.verdict])
        click.echo(f"  {name:<12} {label}")
        for finding in step.findings:
            where = f" ({finding.where})" if finding.where else ""
            _tell_below([f"{finding.text}{where}"])
            pages = [page.path for page in run.failures if page.where == finding.where]
            for page in pages[:_MOST_PAGES]:
                click.echo(f"{_DEEP}Por qué: {(run.folder / page).relative_to(root)}")
