"""The pictures of a run, as its record has them."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.paths import run_folder
from reports.pictures.seen import seen_pictures
from reports.record import ScenarioRecord, read_scenarios
from reports.tests.samples import all_well, followed, sight
from reports.tests.screens import SCREEN
from reports.tests.shots import BROWSER, TOUCHES, leave_run


def scenarios() -> list[ScenarioRecord]:
    """Return a run of which step 2 was seen twice, once without a picture."""
    first, *others = all_well()
    first.sights.insert(2, replace(sight(2, "Menú"), touches=list(TOUCHES)))
    return [first, *others]


def test_pictures_of_the_main_scenario_are_named_by_step_and_place(tmp_path: Path) -> None:
    leave_run(tmp_path, scenarios())
    record = run_folder(tmp_path) / "record"
    kept = read_scenarios(record)
    names = [picture.name for picture in seen_pictures(record, kept)]
    assert names == [
        "constancia-paso-01",
        "constancia-paso-02-1",
        "constancia-paso-02-2",
        "constancia-paso-03",
    ]
    kept[0].sights[1].picture = ""
    assert [picture.name for picture in seen_pictures(record, kept)][1] == "constancia-paso-02"


def test_a_picture_has_all_that_was_seen_with_it(tmp_path: Path) -> None:
    leave_run(tmp_path, scenarios())
    record = run_folder(tmp_path) / "record"
    picture = seen_pictures(record, read_scenarios(record))[2]
    assert (picture.guide, picture.guide_step, picture.title) == ("constancia", 2, "Pantalla 2")
    assert (picture.texts, picture.touches) == (("Menú",), TOUCHES)
    assert (picture.aria, picture.browser) == (SCREEN, BROWSER)
    assert picture.taken == sha256(picture.picture.read_bytes()).hexdigest()


def test_no_other_scenario_gives_pictures(tmp_path: Path) -> None:
    other = followed()
    other.main = False
    rule = followed()
    rule.guide = ""
    leave_run(tmp_path, [other, rule])
    record = run_folder(tmp_path) / "record"
    assert seen_pictures(record, read_scenarios(record)) == ()


@pytest.mark.parametrize("ending", ["png", "aria.yml"])
def test_a_record_that_lacks_a_file_is_told(tmp_path: Path, ending: str) -> None:
    leave_run(tmp_path)
    record = run_folder(tmp_path) / "record"
    (record / f"0-2.{ending}").unlink()
    with pytest.raises(ReportsError, match="le falta algo de la imagen constancia-paso-02"):
        seen_pictures(record, read_scenarios(record))
