"""What failed is followed again for its trace; how that ends is told, and changes no verdict."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.failures.again import MOST, Follow, Tracing, keep_traces
from reports.failures.failure import FailureRecord
from reports.record import ScenarioRecord, read_scenarios, write_scenario
from reports.tests.samples import failing, followed
from steps.sight import Answer


def broken(test: str, at: int = 3) -> ScenarioRecord:
    """Return a scenario that failed."""
    scenario = failing(followed(), at, "no")
    scenario.steps[at].failure = FailureRecord(answers=[Answer(0.1, "/", None)])
    scenario.test = test
    return scenario


def broken_twice(test: str) -> ScenarioRecord:
    """Return one that failed there and before."""
    scenario = broken(test)
    scenario.steps[1].status, scenario.steps[1].reason = "failed", "no"
    return scenario


def held(test: str) -> ScenarioRecord:
    """Return a scenario that held."""
    scenario = followed()
    scenario.test = test
    return scenario


def run(folder: Path, *scenarios: ScenarioRecord) -> Path:
    """Leave the record of a run."""
    record = folder / "run" / "record"
    record.mkdir(parents=True)
    for number, scenario in enumerate(scenarios):
        write_scenario(record / f"{number}-uno", scenario)
    return record


def following(second: Callable[[str], ScenarioRecord], asked: list[str] | None = None) -> Follow:
    """Return who follows tests again: each ends as `second` says, and leaves its trace."""

    def follow(tests: Sequence[str], record: Path, plugins: Sequence[object]) -> None:
        record.mkdir()
        [tracing] = plugins
        assert isinstance(tracing, Tracing)
        for number, test in enumerate(tests):
            write_scenario(record / str(number), second(test))
            tracing._files[test].write_bytes(b"zip")  # noqa: SLF001 - what the browser would do
        if asked is not None:
            asked.extend(tests)

    return follow


def test_only_what_failed_is_followed_again(tmp_path: Path) -> None:
    asked: list[str] = []
    record = run(tmp_path, followed(), broken("b"), followed(), broken("a"))
    keep_traces(record, following(broken, asked))
    assert asked == ["b", "a"]
    traces = [scenario.trace.file for scenario in read_scenarios(record)]
    assert traces == ["", "1-uno.trace.zip", "", "3-uno.trace.zip"]
    assert all((record / trace).is_file() for trace in traces if trace)


def test_nothing_is_followed_again_when_all_held(tmp_path: Path) -> None:
    def never(*_: object) -> None:
        pytest.fail("nothing had failed")

    keep_traces(run(tmp_path, followed()), never)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (broken, broken, "volvió a fallar igual"),
        (broken, lambda test: broken(test, at=1), "falló en otra frase: «en el paso 1 abre"),
        (broken_twice, broken, "fallaron menos frases"),
        (broken, held, "esta vez pasó"),
    ],
    ids=["same", "other", "fewer", "passed"],
)
def test_how_it_ended_is_told_and_changes_nothing(
    tmp_path: Path,
    first: Callable[[str], ScenarioRecord],
    second: Callable[[str], ScenarioRecord],
    told: str,
) -> None:
    record = run(tmp_path, first("a"))
    before = [step.status for step in first("a").steps]
    keep_traces(record, following(second))
    [scenario] = read_scenarios(record)
    assert told in scenario.trace.again
    assert [step.status for step in scenario.steps] == before


def test_what_the_server_answered_is_all_heard_the_second_time(tmp_path: Path) -> None:
    def second(test: str) -> ScenarioRecord:
        scenario = broken(test)
        scenario.steps[3].failure = FailureRecord(answers=[Answer(0.2, "/pedir", 500, "POST")])
        return scenario

    record = run(tmp_path, broken("a"))
    keep_traces(record, following(second))
    failure = read_scenarios(record)[0].steps[3].failure
    assert failure
    assert failure.answers == [Answer(0.2, "/pedir", 500, "POST")]


def test_where_everything_fails_some_traces_will_do(tmp_path: Path) -> None:
    asked: list[str] = []
    record = run(tmp_path, *(broken(f"test-{number}") for number in range(MOST + 2)))
    keep_traces(record, following(broken, asked))
    assert len(asked) == MOST
    last = read_scenarios(record)[-1].trace
    assert str(MOST) in last.why_not
    assert '"test-6"' in last.command


def test_a_second_run_that_breaks_down_spoils_nothing(tmp_path: Path) -> None:
    def breaks(*_: object) -> None:
        raise ReportsError("no hay navegador")

    record = run(tmp_path, broken("a"))
    keep_traces(record, breaks)
    [scenario] = read_scenarios(record)
    assert scenario.trace.file == ""
    assert "No se pudo" in scenario.trace.why_not
    assert scenario.failed_step
