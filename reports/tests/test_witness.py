"""What is kept of a scenario belongs to the step of the guide in which it was seen and touched."""

from pathlib import Path

import pytest

from reports.record import ScenarioRecord, Status, StepRecord
from reports.tests.samples import read
from reports.witness import ScenarioWitness
from steps.sight import Sight, Touch


class OnOneScreen:
    """A reader who touches things and never leaves the screen."""

    def __init__(self, witness: ScenarioWitness) -> None:
        self._witness = witness
        self.touched: list[str] = []

    def look(self) -> None:
        """Hand over what was touched."""
        touches = tuple(Touch(name, 0, 0, 1, 1) for name in self.touched)
        if self._witness.wants_sight():
            self._witness.saw(Sight("Constancias", (), "", touches, None))

    def forget(self) -> None:
        """Begin anew."""
        self.touched.clear()


def test_two_steps_on_one_screen_show_each_what_it_touches(tmp_path: Path) -> None:
    record = ScenarioRecord("", "", "constancia", [], main=True)
    witness = ScenarioWitness(
        record, read(tmp_path), tmp_path / "x", picture_kept=None, sources=list
    )
    reader = OnOneScreen(witness)
    for step, name in ((1, "la clave"), (2, "«Descargar»")):
        witness.begin_guide_step(step, reader)
        reader.touched.append(name)
    witness.close_guide_step(reader)
    touched = [(seen.guide_step, [one.name for one in seen.touches]) for seen in record.sights]
    assert touched == [(1, ["la clave"]), (2, ["«Descargar»"])]


@pytest.mark.parametrize(
    ("status", "seen"),
    [("passed", [1]), ("skipped", [1]), ("failed", []), ("not_reached", [])],
)
def test_a_step_that_did_not_hold_is_not_looked_at_from_where_the_next_begins(
    tmp_path: Path, status: Status, seen: list[int]
) -> None:
    steps = [StepRecord("then", "Entonces", "en el paso 1 ve algo", 1, 1, status)]
    record = ScenarioRecord("", "", "constancia", [], main=True, steps=steps)
    witness = ScenarioWitness(
        record, read(tmp_path), tmp_path / "x", picture_kept=None, sources=list
    )
    reader = OnOneScreen(witness)
    witness.begin_guide_step(1, reader)
    witness.begin_guide_step(2, reader)
    assert [sight.guide_step for sight in record.sights] == seen


@pytest.mark.parametrize(("status", "seen"), [("passed", [2]), ("skipped", [])])
def test_after_a_false_step_nobody_goes_on_from_where_one_was_skipped(
    tmp_path: Path, status: Status, seen: list[int]
) -> None:
    steps = [StepRecord("then", "Entonces", "ve algo", n, n, "failed") for n in (1, 2)]
    steps[1].status = status
    record = ScenarioRecord("", "", "constancia", [], main=True, steps=steps)
    witness = ScenarioWitness(
        record, read(tmp_path), tmp_path / "x", picture_kept=None, sources=list
    )
    reader = OnOneScreen(witness)
    for number in (1, 2, 3):
        witness.begin_guide_step(number, reader)
    assert [sight.guide_step for sight in record.sights] == seen
