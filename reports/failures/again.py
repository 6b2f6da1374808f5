"""Follows once more what failed, with Playwright's trace, which would slow a whole run down.

How it ends the second time changes no verdict: it is only told.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.failures.failure import TraceRecord, command_for
from reports.failures.pages import false_steps
from reports.record import ScenarioRecord, read_scenarios, write_scenario

# Where everything fails, more traces of it tell nothing new.
MOST = 5
_TOO_MANY = (
    f"Solo se guardan las trazas de los primeros {MOST} escenarios que fallan. Para tenerla:"
)
_TROUBLE = "No se pudo hacer. Para intentarlo:"
_SAME = "Es de cuando se siguió otra vez, y volvió a fallar igual."
_OTHER = "Es de cuando se siguió otra vez, y esta vez falló en otra frase: «{}»."
_FEWER = "Es de cuando se siguió otra vez, y esta vez fallaron menos frases: no todo falla siempre."
_PASSED = "Es de cuando se siguió otra vez, y esta vez pasó: lo que falló no falla siempre."

# Follows tests again: their names as pytest gives them, a folder for the record, and plugins.
Follow = Callable[[Sequence[str], Path, Sequence[object]], None]


class Tracing:
    """A pytest plugin that keeps the trace of each scenario in a file, by the test's name."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest) -> None:
        """Begin before anything is done. Screens are kept as they are built, not as pictures."""
        request.getfixturevalue("answers").hear_everything()
        tracing = request.getfixturevalue("page").context.tracing
        tracing.start(snapshots=True, sources=True)

    @pytest.hookimpl(tryfirst=True)  # before the recorder, which may raise
    def pytest_bdd_after_scenario(self, request: pytest.FixtureRequest) -> None:
        """Write it."""
        tracing = request.getfixturevalue("page").context.tracing
        tracing.stop(path=self._files[request.node.nodeid])


def keep_traces(record: Path, follow: Follow) -> None:
    """Leave, beside the record of each scenario that failed, a trace of following it again."""
    failed = {
        path.with_suffix(""): scenario
        for path, scenario in zip(
            sorted(record.glob("*.json")), read_scenarios(record), strict=True
        )
        if false_steps(scenario)
    }
    chosen = dict(list(failed.items())[:MOST])
    files = {one.test: path.with_name(f"{path.name}.trace.zip") for path, one in chosen.items()}
    again: dict[str, ScenarioRecord] = {}
    if chosen:
        again = _followed_again(record.parent.with_name("otra-vez"), files, follow)
    for path, scenario in failed.items():
        why_not = _TROUBLE if scenario.test in files else _TOO_MANY
        scenario.trace = TraceRecord(why_not=why_not, command=command_for(scenario.test))
        file = files.get(scenario.test)
        if file and file.exists() and scenario.test in again:
            scenario.trace = TraceRecord(file.name, _ended(scenario, again[scenario.test]))
            _learn(scenario, again[scenario.test])
        write_scenario(path, scenario)


def _followed_again(
    record: Path, files: Mapping[str, Path], follow: Follow
) -> dict[str, ScenarioRecord]:
    try:
        follow(list(files), record, [Tracing(files)])
    except ReportsError:  # there are no traces, then: the run itself has come to its end
        return {}
    return {scenario.test: scenario for scenario in read_scenarios(record)}


def _learn(first: ScenarioRecord, second: ScenarioRecord) -> None:
    """Take over what the server answered where the same failed again: then all of it was heard."""
    for step, again in zip(first.steps, second.steps, strict=True):
        if step.failure and again.failure and again.failure.answers:
            step.failure.answers = again.failure.answers
            step.failure.address = again.failure.address  # on the same host as they are


def _ended(first: ScenarioRecord, second: ScenarioRecord) -> str:
    """Say how a scenario ended the second time."""
    before, now = (_failed_lines(one) for one in (first, second))
    if now == before:
        return _SAME
    other = [step for step in false_steps(second) if step.line not in before]
    if other:
        return _OTHER.format(other[0].sentence)
    return _FEWER if now else _PASSED


def _failed_lines(scenario: ScenarioRecord) -> set[int]:
    return {step.line for step in false_steps(scenario)}
