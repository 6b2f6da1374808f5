"""The page of a run, from a record made by hand."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from reports.pictures.states import Change, Kind, PictureState, State
from reports.record import ScenarioRecord
from reports.run_info import RunInfo
from reports.status import write_status
from reports.tests.html_page import HtmlPage, check_self_contained
from reports.tests.samples import GUIDE, SHOWN, all_well, decides, failing, followed, read
from reports.verdicts import Verdict, judge
from reports.wording import LABEL

INFO = RunInfo(
    began=datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
    seconds=4.21,
    browser="Chromium 156",
    commit="abc1234",
    versions=(("Playwright", "1.65"), ("Python", "3.11")),
)
HOSTILE = "<script>alert('ñ')</script>"


def state(step: int, state: State, *changes: str) -> PictureState:
    """Return the state of a step's picture, without the pictures."""
    told = tuple(Change(Kind.RENAMED, change) for change in changes)
    return PictureState(f"constancia-paso-{step:02}", "constancia", step, state, told, None, None)


def render(
    folder: Path,
    scenarios: list[ScenarioRecord],
    text: str = GUIDE,
    states: Sequence[PictureState] = (),
) -> HtmlPage:
    """Write the page of a run."""
    (folder / "record").mkdir()
    if scenarios[0].failed_step:
        scenarios[0].sights[-1].picture = "constancia-02.png"
        (folder / "record" / "constancia-02.png").touch()
    write_status(folder, [judge(read(folder, text), scenarios)], scenarios, states, INFO)
    return HtmlPage(folder / "index.html")


@pytest.fixture
def good(tmp_path: Path) -> HtmlPage:
    return render(tmp_path, all_well(), states=[state(step, State.CURRENT) for step in (1, 2, 3)])


@pytest.fixture
def bad(tmp_path: Path) -> HtmlPage:
    shown = {1: ("Portales de Pruebas",), 2: SHOWN[2]}
    scenario = failing(followed(shown), 3, f"no se pudo {HOSTILE}")
    scenario.name = HOSTILE
    rule = failing(decides("plazo"), 1, "tarda tres")
    rule.name = f"Plazo {HOSTILE}"
    skipped = decides("otra")
    skipped.skipped = f"no hay {HOSTILE}"
    for step in skipped.steps:
        step.status = "not_reached"
    states = [
        state(1, State.CHANGED, "El botón «Pedir» ahora se llama «Solicitar»", f"Decía {HOSTILE}"),
        state(2, State.NEW),
        state(3, State.CURRENT),
        state(4, State.ORPHAN),
    ]
    return render(tmp_path, [scenario, rule, skipped], states=states)


@pytest.fixture(params=["good", "bad"])
def status(request: pytest.FixtureRequest) -> HtmlPage:
    one: HtmlPage = request.getfixturevalue(request.param)
    return one


def test_the_page_is_mexican_spanish_and_has_one_title(status: HtmlPage) -> None:
    assert status.all("html") == [{"lang": "es-MX"}]
    assert len(status.all("h1")) == len(status.all("title")) == 1
    assert {"charset": "utf-8"} in status.all("meta")


def test_the_page_holds_no_barrier(
    bad: HtmlPage,
    page: Page,
    find_barriers: Callable[[Page], list[str]],
    find_faults: Callable[[str], list[str]],
) -> None:
    assert find_faults(bad.path.read_text("utf-8")) == []
    page.goto(bad.path.as_uri())
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert find_barriers(page) == []


def test_no_request_leaves_the_page(status: HtmlPage) -> None:
    check_self_contained(status)
    assert not status.all("script")


def test_fragments_lead_somewhere_and_no_two_places_share_a_name(status: HtmlPage) -> None:
    names = [attributes["id"] for _, attributes in status.elements if "id" in attributes]
    assert len(names) == len(set(names))
    labels = [attributes.get("aria-labelledby") for _, attributes in status.elements]
    assert {label for label in labels if label} <= set(names)


def test_there_is_a_verdict_for_every_step_and_it_says_with_what(good: HtmlPage) -> None:
    for fact in ("20 de noviembre de 2026, 14:05 h", "Chromium 156", "4.2 s", "abc1234"):
        assert fact in good.text
    assert "Playwright 1.65 · Python 3.11" in good.text
    steps = good.text.partition("Veredicto")[2].partition("Imágenes")[0]
    assert steps.count(LABEL[Verdict.HOLDS]) == 3
    assert "Comprobar plazo cumple" in good.text


def test_every_verdict_has_its_label_and_its_reason(bad: HtmlPage) -> None:
    said = bad.text.partition("Qué significa")[0]
    for label in ("no cumple", "texto distinto", "no alcanzado", "sin verificar"):
        assert label in said
    for reason in (
        "lo más parecido es «Portales de Pruebas»",
        'Y oprime "Pedir*" — no se pudo',
        'Antes falló «oprime "Pedir*"».',
        "Ninguna regla comprueba «clave».",
    ):
        assert reason in said
    for label in LABEL.values():
        assert label in bad.text.partition("Qué significa")[2]


def test_a_rule_whose_action_could_not_be_taken_is_not_called_false(tmp_path: Path) -> None:
    rule = failing(decides("plazo"), 1, "no se pudo oprimir")
    rule.steps[1].type = "when"
    table = render(tmp_path, [followed(), rule]).text.partition("Reglas que")[2]
    assert "Comprobar plazo sin verificar" in table


def test_pictures_that_nobody_has_to_look_at_are_only_counted(good: HtmlPage) -> None:
    assert "3 imágenes: 3 vigentes." in good.text
    assert "review" not in good.text


def test_a_picture_that_waits_is_told_with_what_changed(bad: HtmlPage) -> None:
    told = bad.text.partition("Imágenes")[2]
    assert "4 imágenes: 1 vigente, 1 cambió, 1 es nueva, 1 quedó huérfana." in told
    changed = "constancia-paso-01 El botón «Pedir» ahora se llama «Solicitar»"
    assert f"{changed}Decía {HOSTILE} cambió" in told
    assert "nueva Nadie la ha aprobado todavía. constancia-paso-02" in told
    assert "constancia-paso-03" not in told
    assert "huérfana Se aprobó, y ningún paso la muestra ya. constancia-paso-04" in told
    assert "guias.py review" in told


def test_the_page_of_a_failure_can_be_opened(bad: HtmlPage) -> None:
    links = [link["href"] for link in bad.all("a")]
    assert set(links) == {"fallas/constancia-paso-2.html", "fallas/regla-plazo-linea-8.html"}
    for link in links:
        check_self_contained(HtmlPage(bad.path.parent / link))


def test_hostile_text_is_text(bad: HtmlPage) -> None:
    assert HOSTILE in bad.text
    assert f"No hay {HOSTILE}" in bad.text
    assert f"Plazo {HOSTILE}" in bad.text
    assert "<script" not in bad.path.read_text("utf-8")


def test_hostile_front_matter_is_text(tmp_path: Path) -> None:
    text = GUIDE.replace("titulo: Pedir", f"titulo: {HOSTILE} Pedir")
    status = render(tmp_path, all_well(), text)
    assert not status.all("script")
    assert HOSTILE in status.text
