"""What the last run answers for, when only some guides are followed."""

from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.follow import carry_over, run_pytest
from reports.record import ScenarioRecord, write_scenario
from reports.tests.samples import decides, followed


def keep(folder: Path, stem: str, scenario: ScenarioRecord) -> None:
    """Write a scenario's record with a picture and a snapshot beside it."""
    folder.mkdir(exist_ok=True)
    write_scenario(folder / stem, scenario)
    for ending in ("-01.png", "-01.aria.yml"):
        (folder / f"{stem}{ending}").write_text(stem, "utf-8")


def of_guide(name: str, scenario_name: str) -> ScenarioRecord:
    scenario = followed()
    scenario.guide, scenario.name = name, scenario_name
    return scenario


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The record of a whole run: two guides and two rules."""
    keep(tmp_path / "old", "a-1", of_guide("a", "De antes"))
    keep(tmp_path / "old", "b-1", of_guide("b", "De la otra"))
    keep(tmp_path / "old", "plazo-1", decides("plazo"))
    keep(tmp_path / "old", "clave-1", decides("clave"))
    return tmp_path / "old"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The record of following guide "a" again, whose scenario has another name now."""
    keep(tmp_path / "new", "a-2", of_guide("a", "De ahora"))
    keep(tmp_path / "new", "plazo-2", decides("plazo"))
    return tmp_path / "new"


def test_what_was_not_followed_is_taken_from_the_last_run(old: Path, new: Path) -> None:
    names = {(scenario.guide, *scenario.rules, scenario.name) for scenario in carry_over(old, new)}
    assert names == {
        ("a", "De ahora"),
        ("b", "De la otra"),
        ("", "plazo", "Comprobar plazo"),
        ("", "clave", "Comprobar clave"),
    }


def test_what_was_followed_again_is_not(old: Path, new: Path) -> None:
    carry_over(old, new)
    assert {path.stem for path in new.glob("*.json")} == {"a-2", "b-1", "plazo-2", "clave-1"}


def test_pictures_and_snapshots_come_along(old: Path, new: Path) -> None:
    carry_over(old, new)
    for ending in ("-01.png", "-01.aria.yml"):
        assert (new / f"b-1{ending}").read_text("utf-8") == "b-1"
        assert not (new / f"a-1{ending}").exists()


def test_without_a_last_run_there_is_nothing_to_take(tmp_path: Path, new: Path) -> None:
    assert len(carry_over(tmp_path / "nada", new)) == 2


class Asked:
    """A plugin that takes note of the portal that pytest is asked to follow."""

    def __init__(self) -> None:
        self.portal: str | None = None

    def pytest_addoption(self, parser: pytest.Parser) -> None:
        """Stand for the recorder's."""
        parser.addoption("--record")

    def pytest_configure(self, config: pytest.Config) -> None:
        """Take note."""
        self.portal = config.getoption("base_url")


@pytest.mark.parametrize("words", [[], ["--base-url=https://dado.mx/"]])
def test_only_who_is_told_so_goes_to_another_portal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("PYTEST_BASE_URL", "https://del-entorno.mx/")
    (tmp_path / ".guias").mkdir()
    test = tmp_path / "test_nothing_in_it.py"
    test.write_text("def test_nothing(): pass", "utf-8")
    asked = Asked()
    run = (str(test), "--import-mode=importlib", *words)
    run_pytest(tmp_path, tmp_path / "record", [asked], run)
    assert asked.portal == "".join(words).removeprefix("--base-url=")


@pytest.mark.parametrize(
    ("name", "happens", "ends"),
    [
        ("interrupted", "raise KeyboardInterrupt", KeyboardInterrupt),
        ("given_up", "import pytest; pytest.exit('basta')", ReportsError),
        ("broken", "1 / 0", ReportsError),
    ],
)
def test_who_has_had_enough_is_not_told_that_something_broke(
    tmp_path: Path, name: str, happens: str, ends: type[BaseException]
) -> None:
    (tmp_path / ".guias").mkdir()
    tests = tmp_path / f"test_{name}.py"
    tests.write_text(happens, "utf-8")
    with pytest.raises(ends):
        run_pytest(
            tmp_path, tmp_path / "record", [Asked()], (str(tests), "--import-mode=importlib")
        )
