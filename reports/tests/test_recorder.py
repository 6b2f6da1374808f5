"""What the recorder keeps of a guide that goes on after a false sentence."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from pytest_bdd.parser import Feature, Scenario, Step

from reports.record import ScenarioRecord, StepRecord, read_scenarios
from reports.recorder import Recorder, new_record, record_name
from reports.tests.samples import read
from reports.witness import ScenarioWitness
from steps.sight import NotMaskedError

ROOT = Path(__file__).resolve().parents[2]
STEPS = [Step(f"dice {one}", "then", 4, 9 + place, "Entonces") for place, one in enumerate("abc")]
SCENARIO = cast("Scenario", SimpleNamespace(steps=STEPS))


@pytest.fixture
def records() -> list[StepRecord]:
    """What is kept of three sentences of a guide's steps 1 to 3."""
    return [StepRecord(one.type, one.keyword, one.name, 9, at + 1) for at, one in enumerate(STEPS)]


@pytest.fixture
def recorder(tmp_path: Path, records: list[StepRecord]) -> Recorder:
    """A recorder in the middle of them."""
    one = Recorder(ROOT, tmp_path, pictures=False, pages=False)
    record = SimpleNamespace(steps=records, sights=[], name="x", feature="y")
    witness = SimpleNamespace(record=record, guide=None, path=tmp_path / "x")
    one._witness = cast("None", witness)  # noqa: SLF001
    return one


def test_the_failure_that_ends_the_test_tells_of_all(recorder: Recorder) -> None:
    first, second = LookupError("a"), LookupError("b")
    recorder.pytest_bdd_step_func_lookup_error(SCENARIO, STEPS[0], first)
    recorder.pytest_bdd_step_func_lookup_error(SCENARIO, STEPS[2], second)
    notes = "\n".join(first.__notes__)
    assert notes.index("Entonces dice a") < notes.index("Entonces dice c")
    assert not hasattr(second, "__notes__")


def test_what_needs_what_a_false_sentence_did_not_leave_is_not_called_false(
    recorder: Recorder, records: list[StepRecord], request: pytest.FixtureRequest
) -> None:
    recorder.pytest_bdd_step_func_lookup_error(SCENARIO, STEPS[0], LookupError("a"))
    missing = pytest.FixtureLookupError("noted_key", request)
    recorder.pytest_bdd_step_error(request, SCENARIO, STEPS[1], missing)
    assert [one.status for one in records] == ["failed", "not_reached", "not_reached"]
    assert records[1].reason == "falta algo que debía quedar de antes"


@pytest.mark.parametrize(("skipped", "status"), [(False, "not_reached"), (True, "skipped")])
def test_what_was_left_says_why(
    recorder: Recorder, records: list[StepRecord], *, skipped: bool, status: str
) -> None:
    recorder.pytest_guias_step_left(SCENARIO, STEPS[1], "no hay otro camino", skipped=skipped)
    assert (records[1].status, records[1].reason) == (status, "no hay otro camino")


def test_a_rules_figures_are_kept_and_a_guides_are_not() -> None:
    path = ROOT / "features" / "reglas" / "aviso_36_horas.feature"
    feature = cast("Feature", SimpleNamespace(filename=str(path), scenarios={"Uno": None}))
    scenario = cast("Scenario", SimpleNamespace(name="Uno", steps=[]))
    marks = [SimpleNamespace(kwargs={"name": "aviso_36_horas"})]

    def record(marks: list[SimpleNamespace]) -> ScenarioRecord:
        node = SimpleNamespace(
            get_closest_marker=lambda _: None, iter_markers=lambda _: marks, nodeid="t::uno"
        )
        return new_record(ROOT, cast("pytest.Item", node), feature, scenario)

    assert {"36", "13:30"} <= set(record(marks).figures)
    assert record([]).figures == []


def test_a_guides_scenario_and_a_rules_never_share_a_file() -> None:
    names = set()
    for folder in ("guias", "reglas"):
        item = SimpleNamespace(name="test_x", nodeid=f"features/test_{folder}.py::test_x")
        feature = SimpleNamespace(filename=f"/features/{folder}/bitacora.feature")
        names.add(record_name(cast("pytest.Item", item), cast("Feature", feature)))
    assert len(names) == 2


class Ending:
    """The request of a test whose reader cannot look at the last screen."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.ended: list[str] = []
        self.node = SimpleNamespace(user_properties=[], nodeid="test_x")
        tell = SimpleNamespace(pytest_guias_scenario_ended=self._note)
        self.config = SimpleNamespace(hook=tell, getoption=lambda *_: "off")

    def getfixturevalue(self, _: str) -> object:
        """Return the reader."""
        return SimpleNamespace(look=self._fail)

    def _fail(self) -> None:
        raise self._error

    def _note(self, record: ScenarioRecord, **_: object) -> None:
        self.ended.append(record.name)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (NotMaskedError("no se guardó la imagen"), "no se guardó la imagen"),
        (OSError("disk full"), "OSError: disk full"),
    ],
)
def test_a_scenario_whose_last_look_fails_is_recorded_and_false(
    tmp_path: Path, error: Exception, reason: str
) -> None:
    step = StepRecord("then", "Entonces", "en el paso 1 ve algo", 9, 1, "passed")
    record = ScenarioRecord("a", "x", "constancia", [], main=True, steps=[step])
    witness = ScenarioWitness(
        record, read(tmp_path), tmp_path / "x", picture_kept=None, sources=list
    )
    witness.guide_step = 1
    recorder = Recorder(ROOT, tmp_path, pictures=False)
    recorder._witness = witness  # noqa: SLF001
    request = Ending(error)
    with pytest.raises(type(error)):
        recorder.pytest_bdd_after_scenario(cast("pytest.FixtureRequest", request))
    [kept] = read_scenarios(tmp_path)
    assert kept.failed_step
    assert kept.failed_step.reason == reason
    assert request.ended == ["x"]
