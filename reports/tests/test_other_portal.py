"""Another portal: what the command line hands to pytest, and what it tells of what it skipped."""

from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner

from guias import ASKED_FROM
from reports import main_job
from reports.cli import guias
from reports.errors import ReportsError
from reports.other_portal.follow import RunElsewhere
from reports.other_portal.options import OtherPortal, asked_for, in_our_words
from reports.other_portal.skipped import (
    not_followed_at_all,
    scenarios_skipped,
    sentences_skipped,
)
from reports.other_portal.terminal import tell_elsewhere
from reports.record import ScenarioRecord, StepRecord
from reports.run_info import PortalInfo, RunInfo
from reports.status import write_status
from reports.terminal import Progress
from reports.tests.html_page import HtmlPage, check_self_contained
from reports.tests.samples import SHOWN, all_well, decides, failing, followed, other_way, read
from reports.tests.test_status import INFO
from reports.verdicts import judge

URL = "https://portal.ejemplo.mx/asisste/"
NO_CONTROL = "sin control del portal no se puede seguir «que hoy es lunes»"


def skipped(scenario: ScenarioRecord, reason: str = NO_CONTROL) -> ScenarioRecord:
    """Have a scenario be given up at its first sentence."""
    for step in scenario.steps:
        step.status = "not_reached"
    scenario.skipped = reason
    return scenario


def ran(
    folder: Path, scenarios: list[ScenarioRecord], *troubles: str, failed: int = 0
) -> RunElsewhere:
    """Return a run elsewhere with these scenarios."""
    info = RunInfo(
        INFO.began, INFO.seconds, INFO.browser, INFO.commit, INFO.versions,
        PortalInfo("https://portal.ejemplo.mx"),
    )  # fmt: skip
    verdicts = (judge(read(folder), scenarios),)
    place = folder / "elsewhere"
    return RunElsewhere(verdicts, tuple(scenarios), info, place, (), troubles, failed)


def said(run: RunElsewhere, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the terminal says of a run."""
    tell_elsewhere(run, run.folder.parent)
    return " ".join(capsys.readouterr().out.split())


class Report:
    """What pytest reports of a scenario that ended, as far as Progress reads it."""

    when, duration, nodeid, passed = "call", 0.5, "x", False

    def __init__(self, outcome: str) -> None:
        self.outcome = outcome


@pytest.fixture
def followed_there(monkeypatch: pytest.MonkeyPatch) -> list[OtherPortal]:
    """Which portals the command line has asked to be followed; none of them is, nor ours."""
    asked: list[OtherPortal] = []

    def follow(portal: OtherPortal) -> int:
        asked.append(portal)
        return 7

    monkeypatch.setattr(main_job, "follow_elsewhere", follow)
    monkeypatch.setattr(main_job, "follow_all", lambda: 8)
    return asked


def test_all_options_reach_pytest(
    followed_there: list[OtherPortal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ASKED_FROM, str(tmp_path))
    words = ["--base-url", URL, "--datos", "p.toml", "--captcha", "leer -v", "--actuar"]
    assert CliRunner().invoke(guias, words).exit_code == 7
    [portal] = followed_there
    assert portal.arguments() == [
        f"--base-url={URL}",
        f"--portal-data={tmp_path / 'p.toml'}",
        "--captcha-command=leer -v",
        "--act",
    ]


def test_by_hand_opens_a_window_and_nothing_more(followed_there: list[OtherPortal]) -> None:
    CliRunner().invoke(guias, ["--base-url", URL, "--captcha-a-mano"])
    [portal] = followed_there
    assert portal.arguments() == [f"--base-url={URL}", "--captcha-by-hand", "--headed"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--datos", "p.toml"], "y no se dijo cuál: --datos."),
        (["--captcha", "leer"], "y no se dijo cuál: --captcha."),
        (["--captcha-a-mano", "--actuar"], "y no se dijo cuál: --captcha-a-mano, --actuar."),
        (["--base-url", URL, "check"], "--base-url no va con «check»"),
        (["--actuar", "check"], "y no se dijo cuál: --actuar."),
        (["--base-url", ""], "--base-url está vacía"),
        (["--base-url", " ", "--actuar"], "--base-url está vacía"),
    ],
)
def test_options_that_say_nothing_are_refused(
    words: list[str], told: str, followed_there: list[OtherPortal]
) -> None:
    error = CliRunner().invoke(guias, words).exception
    assert isinstance(error, ReportsError)
    assert told in str(error)
    assert "Qué hacer: " in str(error)
    assert not followed_there


def test_without_options_no_other_portal_is_meant() -> None:
    assert asked_for(None, None, None, by_hand=False, act=False) is None


def test_pytests_options_are_told_by_the_names_they_have_here() -> None:
    told = in_our_words("--portal-data: no; agregue --act o --captcha-command")
    assert told == "--datos: no; agregue --actuar o --captcha"


def test_what_was_skipped_is_grouped_by_its_reason() -> None:
    sentence = followed()
    sentence.steps[1].status, sentence.steps[1].reason = "skipped", "no hay buscador"
    scenarios = [
        sentence,
        skipped(other_way(), "nadie resuelve el captcha"),
        skipped(decides("plazo")),
        skipped(decides("plazo")),
    ]
    scenarios[1].steps[0].status = "skipped"  # before the whole scenario was given up
    first, second = scenarios_skipped(scenarios)
    assert (first.reason, first.counted()) == (
        NO_CONTROL,
        ["Comprobar plazo (regla plazo): 2 ejemplos"],
    )
    assert second.counted() == ["Por su dirección (guía constancia)"]
    [only] = sentences_skipped(scenarios)
    assert only.names == ('Pedirla (guía constancia): en el paso 1 abre "Portal de Pruebas"',)


def test_reasons_that_differ_only_in_what_they_quote_are_one() -> None:
    days = ("que hoy es lunes", "que hoy es martes")
    why = "no se puede seguir «{}»; escríbala en «ya_es_cierto»"
    scenarios = [skipped(decides("plazo"), why.format(day)) for day in days]
    [only] = scenarios_skipped(scenarios)
    assert only.reason == why.format("…")
    assert only.counted() == [f"Comprobar plazo (regla plazo): «{day}»" for day in days]
    assert [one.reason for one in scenarios_skipped(scenarios[:1])] == [why.format(days[0])]


def test_a_guide_of_which_nothing_was_followed_is_known() -> None:
    before = skipped(followed())
    before.steps[0].status = "passed"  # what only prepares the guide is none of its steps
    assert not_followed_at_all([before, decides("plazo")], ["constancia"]) == ["constancia"]
    assert not_followed_at_all([before, other_way()], ["constancia"]) == []


def test_all_true_and_nothing_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = ran(tmp_path, all_well())
    told = said(run, capsys)
    assert run.exit_code == 0
    assert "Todo cumple. Abra elsewhere/index.html" in told
    assert "En https://portal.ejemplo.mx, sin su control y sin actuar, con Chromium 156" in told
    assert "Lo publicado en reports/out no se tocó." in told


def test_what_was_skipped_is_told_and_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ran(tmp_path, [followed(), other_way(), skipped(decides("plazo")), decides("clave")])
    told = said(run, capsys)
    assert run.exit_code == 0
    assert "Cumple lo que se pudo seguir: 3 escenarios; 1 no se siguió." in told
    assert f"Escenarios que no se siguieron: 1 1 {NO_CONTROL}" in told
    assert "Todo cumple" not in told


def test_a_guide_that_could_not_be_followed_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ran(tmp_path, [skipped(followed()), skipped(other_way()), decides("clave")])
    told = said(run, capsys)
    assert run.exit_code == 1
    assert "No se pudo seguir ningún paso de «Pedir una constancia»." in told
    assert "Cumple lo que se pudo seguir: 1 escenario; 2 no se siguieron." in told


@pytest.mark.parametrize("at", [2, 0])
def test_what_is_false_or_failed_is_an_error(
    at: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ran(tmp_path, [failing(followed(), at, "no está"), other_way(), decides("clave")])
    assert run.exit_code == 1
    assert "No todo cumple. 3 escenarios; 0 no se siguieron." in said(run, capsys)


def test_a_text_that_differs_is_an_error(tmp_path: Path) -> None:
    shown = {1: ("Portales de Pruebas",), 2: SHOWN[2], 3: SHOWN[3]}
    assert ran(tmp_path, [followed(shown), *all_well()[1:]]).exit_code == 1


def test_a_false_rule_that_no_guide_claims_is_an_error(tmp_path: Path) -> None:
    run = ran(tmp_path, [*all_well(), failing(decides("otra"), 1, "no es así")])
    assert run.exit_code == 1


def test_a_trouble_with_personal_data_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ran(tmp_path, all_well(), "La máscara no tapó nada en toda la corrida: la CURP.")
    told = said(run, capsys)
    assert run.exit_code == 1
    assert "La máscara no tapó nada en toda la corrida: la CURP." in told
    assert "Falló el cuidado de los datos personales. 4 escenarios; 0 no se siguieron." in told
    assert "Todo cumple" not in told


def test_a_test_that_failed_is_an_error_whatever_was_recorded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ran(tmp_path, all_well(), failed=1)
    assert run.exit_code == 1
    assert "No todo cumple. 4 escenarios; 0 no se siguieron." in said(run, capsys)


def test_a_skipped_scenario_has_a_mark_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    for outcome in ("passed", "skipped", "failed"):
        progress.pytest_runtest_logreport(cast("pytest.TestReport", Report(outcome)))
    marks = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert marks == ["✓", "–", "✗"]


def test_the_page_says_which_portal_and_what_was_not_followed(tmp_path: Path) -> None:
    sentence = followed()
    sentence.steps[1].status, sentence.steps[1].reason = "skipped", "no hay buscador"
    run = ran(tmp_path, [sentence, skipped(other_way()), skipped(decides("plazo"))])
    write_status(tmp_path, run.verdicts, run.scenarios, (), run.info)
    page = HtmlPage(tmp_path / "index.html")
    check_self_contained(page)
    assert "en https://portal.ejemplo.mx, sin su control y sin actuar, con Chromium" in page.text
    told = page.text.partition("Lo que no se siguió")[2].partition("Qué comprueba")[0]
    assert "Se siguió 1 escenario; 2 no." in told
    assert "Sin control del portal no se puede seguir «que hoy es lunes» 2 escenarios" in told
    assert "Comprobar plazo (regla plazo)" in told
    assert "Frases que no se comprobaron" in told
    assert "No hay buscador 1 frase" in told
    assert "Las pantallas son de https://portal.ejemplo.mx." in page.text
    assert "Imágenes" not in page.text
    assert "review" not in page.text


def test_the_page_of_a_run_that_followed_all_says_nothing_of_it(tmp_path: Path) -> None:
    run = ran(tmp_path, all_well())
    write_status(tmp_path, run.verdicts, run.scenarios, (), run.info)
    assert "Lo que no se siguió" not in HtmlPage(tmp_path / "index.html").text


def test_sentences_skipped_alone_leave_no_doubt_untold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = other_way()
    scenario.steps.append(
        StepRecord("then", "Entonces", "se ve", 18, 1, "skipped", "no hay buscador")
    )
    told = said(ran(tmp_path, [followed(), scenario, decides("plazo"), decides("clave")]), capsys)
    assert "Cumple lo que se pudo comprobar. 4 escenarios; 0 no se siguieron." in told
    assert "Frases que no se comprobaron: 1 1 no hay buscador" in told
