"""The main job, from the command to the pages, in a copy of the project that gets broken."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from reports.record import ScenarioRecord
from reports.tests.html_page import HtmlPage, check_pictures, check_self_contained
from reports.tests.project import (
    Done,
    changed,
    claiming_nothing,
    contents,
    follow_without_rules,
    guias,
    in_one_line,
    judged,
    scenarios_with,
)
from reports.verdicts import GuideVerdict, Verdict

FAILS, TEXT_DIFFERS, NOT_REACHED, UNCHECKED, HOLDS = Verdict
PUBLISHED_EXAMPLE = [
    "30/01/2024 13:30 hrs-13:45 hrs NO 24/01/2024 15:53:49 AGENDADA CC3QZ8",
    "30/01/2024 13:15 hrs-13:30 hrs NO 24/01/2024 15:49:45 CANCELADA Z8YP3Q",
    "30/01/2024 13:15 hrs-13:30 hrs NO 24/01/2024 12:56:02 AGENDADA Z8YP3Q",
]


@dataclass(frozen=True)
class Outcome:
    """A run that failed: what it said, a copy of its pages, and how it left what is published."""

    done: Done
    log: str
    pages: Path
    guides: dict[str, tuple[GuideVerdict, list[ScenarioRecord]]]
    published_before: dict[str, str]
    published_after: dict[str, str]

    def verdicts(self, guide: str) -> list[Verdict]:
        """Return a guide's verdicts: of what comes before the steps, and of each step."""
        return [step.verdict for step in self.guides[guide][0].steps]

    def own(self, guide: str) -> list[list[Verdict]]:
        """Return, for each step, the verdicts found in the guide's own scenarios."""
        return [
            [found.verdict for found in step.findings if found.where.startswith("features/guias/")]
            for step in self.guides[guide][0].steps
        ]


@pytest.fixture(scope="module")
def good(project: Path) -> Done:
    """The command, in the project as it is."""
    return guias(project)


@pytest.fixture(scope="module")
def out(project: Path, good: Done) -> Path:
    """What the command published."""
    assert good.returncode == 0, good.stdout + good.stderr
    return project / "reports" / "out"


def outcome(project: Path, done: Done, before: dict[str, str], keep: Path) -> Outcome:
    """Keep what a run left, before the next one replaces it."""
    pages = shutil.copytree(project / "reports" / "failed", keep / "failed")
    log = (project / ".guias" / "corrida.log").read_text("utf-8")
    after = contents(project / "reports" / "out")
    return Outcome(done, log, pages, judged(project, pages), before, after)


@pytest.fixture(scope="module")
def renamed(project: Path, out: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The command, when the menu says «Historial» where the guide says «Bitácora»."""
    menu = project / "stub_portal" / "templates" / "citas" / "base.html"
    before = contents(out)
    with changed(menu, ">Bitácora<", ">Historial<"), claiming_nothing(project):
        done = guias(project)
        return outcome(project, done, before, tmp_path_factory.mktemp("renamed"))


@pytest.fixture(scope="module")
def crashed(project: Path, out: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The guides alone, when the screen with the appointment found answers 500."""
    found = project / "stub_portal" / "web" / "cancela_cita.py"
    route = "def found() -> ResponseReturnValue:\n"
    before = contents(out)
    with changed(found, route, f"{route}    raise RuntimeError\n"):
        done = follow_without_rules(project, project / "reports")
    assert done.returncode == 0, done.stderr
    return outcome(project, done, before, tmp_path_factory.mktemp("crashed"))


def pages_of(folder: Path) -> Iterator[HtmlPage]:
    for name in ("index", "bitacora", "cancelacion"):
        yield HtmlPage(folder / f"{name}.html")


def test_both_guides_hold(out: Path, good: Done) -> None:
    assert (out / "index.html").is_file()
    said = in_one_line(good.stdout)
    assert "Todo cumple. Abra reports/out/index.html" in said
    bitacora, _, cancelacion = said.partition("Consultar la Bitácora paso 1")[2].partition(
        "Cancelar una cita paso 1"
    )
    assert bitacora.count(" cumple") == 6
    assert cancelacion.partition(" Con ")[0].count(" cumple") == 8
    assert good.stderr == ""


def test_the_deeper_look_is_left_to_the_test_suite(project: Path, out: Path) -> None:
    report = parse(out / "junit.xml")  # noqa: S314 - the run's own file
    ran = {case.attrib["name"] for case in report.iter("testcase")}
    deeper = scenarios_with(project, "detalle")
    assert ran
    assert deeper
    assert not ran & deeper


def test_nothing_is_left_of_the_work(project: Path, out: Path) -> None:
    assert out.is_dir()
    assert not list((project / ".guias").glob("corrida-*"))


def test_the_pages_stand_by_themselves(out: Path) -> None:
    for page in pages_of(out):
        check_self_contained(page)
        check_pictures(page)
        assert "No publicar" not in page.text


def test_every_step_has_a_picture(out: Path) -> None:
    names = {path.name for path in (out / "imagenes").iterdir()}
    for guide, count in (("bitacora", 6), ("cancelacion", 8)):
        steps = {name[: len(guide) + 8] for name in names if name.startswith(guide)}
        assert steps == {f"{guide}-paso-{number:02}" for number in range(1, count + 1)}


def test_the_published_example_is_on_the_screen_row_for_row(project: Path, out: Path) -> None:
    main = next(scenario for scenario in judged(project, out)["bitacora"][1] if scenario.main)
    listings = [sight for sight in main.sights if PUBLISHED_EXAMPLE[0] in sight.texts]
    assert [sight.guide_step for sight in listings] == [6]
    rows = [text for text in listings[0].texts if text.startswith("30/01/2024 ")]
    assert rows == PUBLISHED_EXAMPLE
    assert listings[0].picture


def test_a_second_run_gives_the_same_pictures_and_replaces_the_rest(
    project: Path, out: Path
) -> None:
    pictures = contents(out, "**/*.png")
    assert len(pictures) >= 2 * 14  # a clean one and a drawn one for each step
    (out / "vieja.html").write_text("de antes", "utf-8")
    (project / "reports" / "failed").mkdir(exist_ok=True)
    with claiming_nothing(project):
        done = guias(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(out, "**/*.png") == pictures
    assert not (out / "vieja.html").exists()
    assert not (project / "reports" / "failed").exists()


def test_a_renamed_label_is_told_with_guide_step_sentence_and_nearest_text(
    renamed: Outcome,
) -> None:
    assert renamed.done.returncode == 1
    told = in_one_line(renamed.done.stdout.partition("\nConsultar la Bitácora\n")[2])
    step_4 = told.partition("paso 4 no cumple")[2].partition("paso 5")[0]
    assert 'Cuando en el paso 4 elige "Bitácora" en el menú "Citas"' in step_4
    assert "«Bitácora» no está en la pantalla; lo más parecido es «Historial»" in step_4
    assert "««" not in step_4
    assert "(features/guias/bitacora.feature:" in step_4
    assert "No todo cumple. Abra reports/failed/index.html" in told
    assert "Lo publicado en reports/out no se tocó." in told


def test_pytests_own_account_names_guide_step_and_picture(renamed: Outcome) -> None:
    log = in_one_line(renamed.log)
    assert "Guía «Consultar la Bitácora», paso 4: Cuando en el paso 4 elige" in log
    assert "Imagen: " in log


def test_what_follows_a_renamed_label_is_not_reached(renamed: Outcome) -> None:
    own = renamed.own("bitacora")
    assert own == [[], [], [], [], [FAILS], [NOT_REACHED], [NOT_REACHED]]
    assert renamed.verdicts("bitacora") == [*[HOLDS] * 4, FAILS, NOT_REACHED, NOT_REACHED]


def test_the_other_guide_is_judged_by_itself(renamed: Outcome) -> None:
    assert renamed.verdicts("cancelacion") == [HOLDS] * 9
    assert all(scenario.passed for scenario in renamed.guides["cancelacion"][1])


def test_the_last_good_output_is_not_replaced(renamed: Outcome, crashed: Outcome) -> None:
    for run in (renamed, crashed):
        assert run.published_before
        assert run.published_after == run.published_before


def test_a_failed_run_has_its_own_pages(renamed: Outcome) -> None:
    index, bitacora, cancelacion = pages_of(renamed.pages)
    for page in (index, bitacora, cancelacion):
        check_self_contained(page)
    assert "Ver la pantalla en que se detuvo" in index.text
    assert "No publicar." in bitacora.text
    assert "No publicar." not in cancelacion.text


def test_a_screen_that_breaks_fails_its_step_and_hides_the_rest(crashed: Outcome) -> None:
    own = crashed.own("cancelacion")
    assert own == [*[[]] * 6, [FAILS], [NOT_REACHED], [NOT_REACHED]]
    assert crashed.verdicts("cancelacion")[6:] == [FAILS, NOT_REACHED, NOT_REACHED]


def test_every_other_guide_is_still_followed(crashed: Outcome) -> None:
    judgement, own = crashed.guides["bitacora"]
    assert len(own) == 2
    assert all(scenario.passed for scenario in own)
    assert all(step.sights for step in judgement.steps[1:])
    assert crashed.own("bitacora") == [[]] * 7
