"""What was recorded is read back as it was."""

from pathlib import Path

from reports.record import TouchRecord, read_scenarios, write_scenario
from reports.tests.samples import all_well, decides, failing, followed


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    scenario = failing(followed(), 3, "no se pudo oprimir «Pedir*»\n  y <b>nada</b> más")
    scenario.browser, scenario.seconds = "Chromium 156", 1.25
    look = scenario.sights[0]
    look.picture, look.aria = "uno.png", "uno.aria.yml"
    look.touches = [TouchRecord("«Pedir*»", 1.5, 2.0, 30.25, 4.0)]
    write_scenario(tmp_path / "uno", scenario)
    assert read_scenarios(tmp_path) == [scenario]


def test_scenarios_come_in_the_order_of_their_files(tmp_path: Path) -> None:
    for number, scenario in enumerate(reversed(all_well())):
        write_scenario(tmp_path / f"{number}-nombre", scenario)
    assert read_scenarios(tmp_path) == all_well()[::-1]


def test_a_name_with_dots_is_kept_whole(tmp_path: Path) -> None:
    write_scenario(tmp_path / "a.b", decides("uno"))
    write_scenario(tmp_path / "a.c", decides("dos"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.b.json", "a.c.json"]


def test_no_record_at_all(tmp_path: Path) -> None:
    assert read_scenarios(tmp_path / "nada") == []


def test_texts_seen_in_a_step_come_once_in_the_order_of_seeing() -> None:
    scenario = followed({1: ("B", "A")})
    scenario.sights += followed({1: ("A", "C"), 2: ("D",)}).sights
    assert scenario.texts_seen(1) == ["B", "A", "C"]
    assert scenario.texts_seen(3) == []


def test_the_step_that_failed() -> None:
    assert followed().failed_step is None
    assert followed().passed
    scenario = failing(followed(), 2, "no")
    assert scenario.failed_step is scenario.steps[2]
    assert not scenario.passed


def test_a_scenario_that_was_interrupted_neither_failed_nor_passed() -> None:
    scenario = followed()
    scenario.steps[-1].status = "not_reached"
    assert scenario.failed_step is None
    assert not scenario.passed
