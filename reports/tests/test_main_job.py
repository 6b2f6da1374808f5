"""The main job, from the command to what is published, in a copy that gets broken."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest

from reports.paths import approved_folder, out_folder, run_folder
from reports.pictures.of_run import states_of
from reports.pictures.states import Kind, PictureState, State
from reports.record import ScenarioRecord, read_scenarios
from reports.tests.failures_left import check_failures_left
from reports.tests.html_page import HtmlPage, check_pictures, check_self_contained
from reports.tests.outcome import Outcome, outcome
from reports.tests.project import (
    Done,
    changed,
    claiming_nothing,
    contents,
    follow_only,
    guias,
    in_one_line,
    inodes,
    judged,
    scenarios_with,
    without,
    work_left,
)
from reports.verdicts import GuideVerdict, Verdict

pytestmark = pytest.mark.slow
FAILS, _, _, _, HOLDS = Verdict
GUIDES = ("agendar", "bitacora", "cancelacion", "reimpresion")
PUBLISHED_EXAMPLE = [
    "30/01/2024 13:30 hrs-13:45 hrs NO 24/01/2024 15:53:49 AGENDADA CC3QZ8",
    "30/01/2024 13:15 hrs-13:30 hrs NO 24/01/2024 15:49:45 CANCELADA Z8YP3Q",
    "30/01/2024 13:15 hrs-13:30 hrs NO 24/01/2024 12:56:02 AGENDADA Z8YP3Q",
]
FORMATS = ("{}.html", "{}-un-archivo.html", "{}.pdf", "{}.docx", "{}.md")


@pytest.fixture(scope="module")
def good(project: Path) -> Done:
    """The command, in the project as it is but for the approved pictures."""
    shutil.rmtree(approved_folder(project), ignore_errors=True)
    return guias(project)


@pytest.fixture(scope="module")
def out(project: Path, good: Done) -> Path:
    """What the command published."""
    assert good.returncode == 0, good.stdout + good.stderr
    return out_folder(project)


@pytest.fixture(scope="module")
def guides(project: Path, out: Path) -> dict[str, tuple[GuideVerdict, list[ScenarioRecord]]]:
    """What the command found of each guide, before another run takes its place."""
    assert out.is_dir()
    return judged(project, run_folder(project))


@pytest.fixture(scope="module")
def drafts(out: Path, guides: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what was published before anything was approved."""
    assert guides
    return shutil.copytree(out, tmp_path_factory.mktemp("drafts") / "out")


@pytest.fixture(scope="module")
def two_guides(project: Path, drafts: Path) -> Iterator[Path]:
    """The project with the two first guides, which claim nothing: they are followed sooner."""
    assert drafts.is_dir()
    with without(project, "agendar", "reimpresion"), claiming_nothing(project):
        yield project


@pytest.fixture(scope="module")
def approved(two_guides: Path) -> Path:
    """The project with every picture approved, and the guides published from them."""
    done = guias(two_guides, "approve", "bitacora", "cancelacion", "--como", "Pruebas")
    assert done.returncode == 0, done.stdout + done.stderr
    done = follow_only(two_guides, "bitacora")
    assert done.returncode == 0, done.stdout + done.stderr
    return two_guides


@pytest.fixture(scope="module")
def broken(approved: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The command, when each guide meets something else than it says.

    The menu says «Historial» where one says «Bitácora», and the screen with the appointment that
    the other one cancels answers 500.
    """
    menu = approved / "stub_portal" / "templates" / "citas" / "base.html"
    found = approved / "stub_portal" / "web" / "cancela_cita.py"
    route = "def found() -> ResponseReturnValue:\n"
    before = inodes(out_folder(approved))
    with (
        changed(menu, ">Bitácora<", ">Historial<"),
        changed(found, route, f"{route}    raise RuntimeError\n"),
    ):
        done = guias(approved)
        return outcome(approved, done, before, tmp_path_factory.mktemp("broken"))


@pytest.fixture(scope="module")
def drifted(approved: Path) -> dict[str, PictureState]:
    """The states of the pictures after a heading, an order of data and a colour have changed."""
    citas = approved / "stub_portal" / "templates" / "citas"
    static = approved / "stub_portal" / "static"
    window = "    <div><dt>Ventanilla</dt><dd>{{ appointment.slot.window }}</dd></div>\n"
    with ExitStack() as changes:
        for path, old, new in (
            (citas / "cancel_found.html", ">Cita agendada</h2>", ">Cita registrada</h2>"),
            (citas / "cancel_detail.html", f"{window}", ""),
            (citas / "cancel_detail.html", "  </dl>\n", f"{window}  </dl>\n"),
            (
                static / "citas.css",
                ".success h1 { color: var(--green)",
                ".success h1 { color: #333",
            ),
        ):
            changes.enter_context(changed(path, old, new))
        done = follow_only(approved, "cancelacion")
    assert done.returncode == 0, done.stderr
    record = run_folder(approved) / "record"
    states = states_of(approved_folder(approved), record, read_scenarios(record), {})
    return {state.name: state for state in states}


def test_every_guide_holds(out: Path, good: Done) -> None:
    assert (out / "index.html").is_file()
    said = in_one_line(good.stdout)
    assert "Todo cumple. Abra reports/out/index.html" in said
    assert "El detalle de la corrida está en reports/run/index.html" in said
    bitacora, _, cancelacion = said.partition("Consultar la Bitácora paso 1")[2].partition(
        "Cancelar una cita paso 1"
    )
    assert bitacora.count(" cumple") == 6
    assert cancelacion.partition(" cita paso 1")[0].count(" cumple") >= 8
    assert "no cumple" not in said
    assert good.stderr == ""


def test_the_deeper_look_is_left_to_the_test_suite(project: Path, good: Done) -> None:
    assert good.returncode == 0
    report = parse(run_folder(project) / "junit.xml")  # noqa: S314 - the run's own file
    ran = {case.attrib["name"] for case in report.iter("testcase")}
    deeper = scenarios_with(project, "detalle")
    assert ran
    assert deeper
    assert not ran & deeper


def test_nothing_is_left_of_the_work(project: Path, out: Path) -> None:
    assert out.is_dir()
    assert not work_left(project)


def test_every_guide_is_there_in_every_format(drafts: Path) -> None:
    files = {path.name for path in drafts.iterdir()}
    assert {form.format(guide) for form in FORMATS for guide in GUIDES} <= files
    for guide in GUIDES:
        assert (drafts / f"{guide}.pdf").read_bytes().startswith(b"%PDF-")
        assert (drafts / f"{guide}.docx").read_bytes().startswith(b"PK")


def test_the_pages_stand_by_themselves(drafts: Path) -> None:
    for name in ("index", *GUIDES):
        page = HtmlPage(drafts / f"{name}.html")
        check_self_contained(page)
        check_pictures(page)


def test_every_step_has_a_picture(drafts: Path) -> None:
    names = {path.name for path in (drafts / "imagenes").iterdir()}
    for guide, count in (("bitacora", 6), ("cancelacion", 8)):
        steps = {name[: len(guide) + 8] for name in names if name.startswith(guide)}
        assert steps == {f"{guide}-paso-{number:02}" for number in range(1, count + 1)}


def test_the_published_example_is_on_the_screen_row_for_row(
    guides: dict[str, tuple[GuideVerdict, list[ScenarioRecord]]],
) -> None:
    main = next(scenario for scenario in guides["bitacora"][1] if scenario.main)
    listings = [sight for sight in main.sights if PUBLISHED_EXAMPLE[0] in sight.texts]
    assert [sight.guide_step for sight in listings] == [6]
    rows = [text for text in listings[0].texts if text.startswith("30/01/2024 ")]
    assert rows == PUBLISHED_EXAMPLE
    assert listings[0].picture


def test_a_guide_is_a_draft_until_its_pictures_are_approved(drafts: Path, approved: Path) -> None:
    for guide in ("bitacora", "cancelacion"):
        assert "Borrador: " in HtmlPage(drafts / f"{guide}.html").text
        page = HtmlPage(out_folder(approved) / f"{guide}.html").text
        assert "Borrador" not in page
        assert "Imágenes aprobadas" in page


def test_a_guide_that_is_gone_is_not_published(approved: Path) -> None:
    files = {path.name for path in out_folder(approved).iterdir()}
    assert {form.format("bitacora") for form in FORMATS} <= files
    assert not {form.format("agendar") for form in FORMATS} & files


def test_the_same_guide_again_touches_no_file(approved: Path) -> None:
    before, bytes_before = inodes(out_folder(approved)), contents(out_folder(approved))
    others = judged(approved, run_folder(approved))["cancelacion"]
    shutil.rmtree(approved / ".guias" / "formatos")  # so that every format is made anew
    done = follow_only(approved, "bitacora")
    assert done.returncode == 0, done.stderr
    assert contents(out_folder(approved)) == bytes_before
    assert inodes(out_folder(approved)) == before
    # The last run answers for the guide that was not followed.
    assert judged(approved, run_folder(approved))["cancelacion"] == others
    ran = parse(run_folder(approved) / "junit.xml")  # noqa: S314 - the run's own file
    assert [case for case in ran.iter("testcase") if "historial" in case.attrib["name"]]
    assert not [case for case in ran.iter("testcase") if "cancelar" in case.attrib["name"]]


def test_each_change_is_told_as_what_it_is_at_its_step(drifted: dict[str, PictureState]) -> None:
    changes = {
        state.guide_step: {(change.kind, change.text) for change in state.changes}
        for state in drifted.values()
        if state.state is not State.CURRENT and state.guide in {"bitacora", "cancelacion"}
    }
    assert set(changes) == {6, 7, 8}
    [(kind, text)] = changes[6]
    assert kind is Kind.RENAMED
    assert "«Cita agendada»" in text
    assert "«Cita registrada»" in text
    assert {kind for kind, _ in changes[7]} == {Kind.MOVED}
    assert any("«Ventanilla»" in text for _, text in changes[7])
    assert {kind for kind, _ in changes[8]} == {Kind.LOOKS}


def test_a_renamed_label_is_told_with_guide_step_sentence_and_nearest_text(
    broken: Outcome,
) -> None:
    assert broken.done.returncode == 1
    told = in_one_line(broken.done.stdout.partition("\nConsultar la Bitácora\n")[2])
    step_4 = told.partition("paso 4 no cumple")[2].partition("paso 5")[0]
    assert 'Cuando elige "Bitácora" en el menú "Citas"' in step_4
    assert "«Bitácora» no está en la pantalla; lo más parecido es «Historial»" in step_4
    assert "««" not in step_4
    assert "(features/guias/bitacora.feature:" in step_4
    assert "No todo cumple. Abra reports/run/index.html" in told
    assert "Lo publicado en reports/out no se tocó." in told


def test_pytests_own_account_names_guide_step_and_picture(broken: Outcome) -> None:
    log = in_one_line(broken.log)
    assert "Guía «Consultar la Bitácora», paso 4: Cuando elige" in log
    told = log.partition("Guía «Cancelar una cita», paso 6: ")[2]  # all of them by the first
    assert "Guía «Cancelar una cita», paso 6: Y ve la cita del 30/01/2024" in told
    assert "Guía «Cancelar una cita», paso 6: Cuando elige la cita del 30/01/2024" in told
    assert "Imagen: " in log


def test_what_follows_a_renamed_label_has_a_verdict_of_its_own(broken: Outcome) -> None:
    assert broken.own("bitacora") == [*[[]] * 4, [FAILS], [], []]
    assert broken.verdicts("bitacora") == [*[HOLDS] * 4, FAILS, HOLDS, HOLDS]


def test_a_screen_that_breaks_fails_its_step_with_all_that_is_not_there(broken: Outcome) -> None:
    checks_and_act = [FAILS, FAILS, FAILS]
    assert broken.own("cancelacion") == [*[[]] * 6, checks_and_act, [], []]


def test_each_guide_is_judged_by_itself(broken: Outcome) -> None:
    # Also where the menu is the same that makes the other one fail.
    assert broken.verdicts("cancelacion") == [*[HOLDS] * 6, FAILS, HOLDS, HOLDS]
    assert all(step.sights for step in broken.guides["cancelacion"][0].steps[1:])


def test_the_last_good_output_is_not_replaced(broken: Outcome) -> None:
    assert broken.published_before
    assert broken.published_after == broken.published_before


def test_a_failed_step_leaves_all_of_it_by_one_link(broken: Outcome) -> None:
    check_failures_left(broken.found)
    assert "Por qué: reports/run/fallas/bitacora-paso-4.html" in broken.done.stdout


def test_what_nobody_came_to_see_is_no_orphan(broken: Outcome) -> None:
    said = in_one_line(broken.done.stdout)
    assert "huérfana" not in said
    assert "bitacora-paso-05" not in said
    assert "bitacora-paso-04" in said  # the menu is not as it was approved
