"""The pictures of a run beside the approved ones, also when a guide was not followed to its end."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from reports.pictures.approved import renew
from reports.pictures.of_run import states_of
from reports.pictures.seen import seen_pictures
from reports.pictures.states import State
from reports.record import ScenarioRecord
from reports.tests.samples import followed

ARIA = '- heading "Constancias" [level=1]\n'


def photographed(record: Path, steps: tuple[int, ...] = (1, 2, 3)) -> ScenarioRecord:
    """Return the record of following a guide, with a picture of some of its steps."""
    record.mkdir(exist_ok=True)
    scenario = followed()
    scenario.browser = "Chromium 156"
    scenario.sights = [sight for sight in scenario.sights if sight.guide_step in steps]
    for sight in scenario.sights:
        sight.picture, sight.aria = f"{sight.guide_step}.png", f"{sight.guide_step}.aria.yml"
        Image.new("RGB", (40, 20), "white").save(record / sight.picture)
        (record / sight.aria).write_text(ARIA, "utf-8")
    return scenario


@pytest.fixture
def approved(tmp_path: Path) -> Path:
    """Where the pictures of steps 1 and 3 are approved."""
    record = tmp_path / "antes"
    seen = seen_pictures(record, [photographed(record, (1, 3))])
    renew(tmp_path / "approved", seen, (), by="Alguien", on=date(2026, 11, 21), release="abc")
    return tmp_path / "approved"


def states(
    approved: Path, record: Path, steps: tuple[int, ...], *, holds: bool
) -> dict[int, State]:
    """Return the state of each step's picture after a run that showed some steps."""
    scenario = photographed(record, steps)
    found = states_of(approved, record, [scenario], {"constancia": holds})
    return {state.guide_step: state.state for state in found}


def test_a_guide_that_holds_has_every_state(approved: Path, tmp_path: Path) -> None:
    assert states(approved, tmp_path / "run", (1, 2), holds=True) == {
        1: State.CURRENT,
        2: State.NEW,
        3: State.ORPHAN,
    }


def test_what_a_broken_guide_did_not_reach_is_no_orphan_nor_is_its_failure_new(
    approved: Path, tmp_path: Path
) -> None:
    assert states(approved, tmp_path / "run", (1, 2), holds=False) == {1: State.CURRENT}


def test_a_guide_that_is_gone_leaves_orphans(approved: Path, tmp_path: Path) -> None:
    found = states_of(approved, tmp_path, [], {})
    assert {state.guide_step: state.state for state in found} == {1: State.ORPHAN, 3: State.ORPHAN}
