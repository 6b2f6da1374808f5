"""The review desk in a real browser: by mouse, by keyboard alone, and without its script."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from reports.desk.app import create_app
from reports.desk.rejections import Rejection, add_rejection, read_rejections
from reports.pictures.states import State
from reports.tests.desk_samples import SIGNER, WAITING, SampleProject, draw, make_project
from reports.tests.samples import failing
from reports.verdicts import Verdict
from stub_portal import serving

NEW, CHANGED, ORPHAN, OTHER = WAITING


@pytest.fixture
def project(tmp_path: Path) -> SampleProject:
    return make_project(tmp_path)


@pytest.fixture
def address(project: SampleProject) -> Iterator[str]:
    with serving(create_app(project.desk)) as address:
        yield address


@pytest.fixture
def desk(page: Page, address: str) -> Iterator[Page]:
    """The desk, opened; nothing that happens there may ask anybody else, or go wrong unseen."""
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto(address)
    yield page
    assert [url for url in asked if not url.startswith(f"{address}/")] == []
    without_a_run = "Failed to load resource: the server responded with a status of 503"
    assert [text for text in wrong if not text.startswith(without_a_run)] == []


def heading(page: Page, text: str) -> None:
    """Expect a page by its heading, and its keys."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)
    expect(page.get_by_role("button", name="Atajos")).to_be_visible()


def told(page: Page, text: str) -> None:
    """Expect what was done to be said where assistive technology hears it."""
    expect(page.get_by_role("status")).to_have_text(text)
    expect(page.get_by_role("status")).to_be_focused()


def swiped(page: Page) -> str:
    """Return how the old picture is clipped."""
    old = page.get_by_role("figure", name="Antes")
    clip = "element => getComputedStyle(element.querySelector('.shot')).clipPath"
    return str(old.evaluate(clip))


def test_by_mouse_one_then_a_guide_then_all(desk: Page, project: SampleProject) -> None:
    desk.get_by_role("link", name="Paso 2: Pantalla 2").click()
    desk.get_by_label("Quién aprueba").fill("Luz Ríos")
    desk.get_by_role("button", name="Aprobar", exact=True).click()
    told(desk, "Se aprobó la imagen del paso 2 de «Pedir una constancia».")
    heading(desk, "Paso 9: Pantalla 9")
    assert project.approved == [(CHANGED, "Luz Ríos")]

    desk.get_by_role("link", name="Todas").click()
    desk.get_by_role("link", name="Aprobar todo lo de esta guía…").first.click()
    heading(desk, "¿Aprobar 2 imágenes de «Pedir una constancia»?")
    desk.get_by_role("link", name="No, volver").click()
    assert len(project.approved) == 1
    desk.get_by_role("link", name="Aprobar todo lo de esta guía…").first.click()
    desk.get_by_role("button", name="Sí, aprobar 2 imágenes").click()
    told(desk, "Se aprobó una imagen. Se retiró una imagen.")

    desk.get_by_role("link", name="Aprobar todo…").click()
    desk.get_by_role("button", name="Sí, aprobar una imagen").click()
    heading(desk, "Todo está al día")
    by_then = [(name, "Luz Ríos") for name in (CHANGED, NEW, ORPHAN, OTHER)]
    assert project.approved == by_then


def test_by_keyboard_alone(desk: Page, project: SampleProject) -> None:
    keys = desk.keyboard
    keys.press("j")
    heading(desk, "Paso 1: Pantalla 1")
    keys.down("a")
    told(desk, "Se aprobó la imagen del paso 1 de «Pedir una constancia».")
    heading(desk, "Paso 2: Pantalla 2")
    keys.down("a")  # still held: that decides nothing of the next one
    keys.up("a")
    keys.press("ArrowRight")
    heading(desk, "Paso 9: Pantalla 9")
    keys.press("k")
    heading(desk, "Paso 2: Pantalla 2")

    keys.press("r")
    expect(desk.get_by_label("Motivo")).to_be_focused()
    keys.type("ja, kilo: 1, 2, 3 ¿a?")
    keys.press("ArrowLeft")
    expect(desk.get_by_label("Motivo")).to_have_value("ja, kilo: 1, 2, 3 ¿a?")
    keys.press("Enter")
    told(
        desk,
        "Se rechazó la imagen del paso 2 de «Pedir una constancia». Lo aprobado sigue como estaba.",
    )
    heading(desk, "Paso 9: Pantalla 9")
    assert project.approved == [(NEW, SIGNER)]
    assert read_rejections(project.desk.rejections)[CHANGED].reason == "ja, kilo: 1, 2, 3 ¿a?"


def test_the_views_and_the_swipe_by_their_keys(desk: Page, address: str) -> None:
    desk.goto(f"{address}/imagenes/{CHANGED}")
    shown = {name: desk.get_by_role("figure", name=name) for name in ("Antes", "Ahora")}
    both = desk.get_by_alt_text("Las dos imágenes, con lo que difiere resaltado.")
    for key, seen in (("1", {"Antes"}), ("2", {"Ahora"}), ("3", set()), ("l", set(shown))):
        desk.keyboard.press(key)
        for name, figure in shown.items():
            expect(figure).to_be_visible(visible=name in seen)
        expect(both).to_be_visible(visible=key == "3")
    desk.keyboard.press("s")
    swipe = desk.get_by_role("slider", name="Cuánto se ve de la de antes")
    expect(swipe).to_be_focused()
    for figure in shown.values():
        expect(figure).to_be_visible()
    assert swiped(desk) == "inset(0px 50% 0px 0px)"
    for _ in range(3):
        desk.keyboard.press("ArrowRight")
    assert swiped(desk) == "inset(0px 47% 0px 0px)"
    heading(desk, "Paso 2: Pantalla 2")  # the arrows were the slider's
    desk.keyboard.press("End")
    assert swiped(desk) == "inset(0px 0% 0px 0px)"
    desk.reload()
    expect(swipe).to_be_visible()  # as it was left


def test_the_marks_can_be_taken_away(desk: Page, address: str) -> None:
    desk.goto(f"{address}/imagenes/{NEW}")
    count = (
        "[...document.querySelectorAll('.marks .frame')].filter(e => e.checkVisibility()).length"
    )
    assert desk.evaluate(count) == 2
    desk.get_by_label("Con marcas").uncheck()
    assert desk.evaluate(count) == 0
    desk.keyboard.press("m")
    assert desk.evaluate(count) == 2


def test_keys_are_told_and_can_be_turned_off(desk: Page, project: SampleProject) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Atajos de teclado")).to_be_visible()
    desk.keyboard.press("j")
    heading(desk, "4 imágenes")
    desk.get_by_label("Usar los atajos").uncheck()
    desk.keyboard.press("Escape")
    desk.get_by_role("link", name="Revisar una por una").click()
    heading(desk, "Paso 1: Pantalla 1")
    desk.keyboard.press("a")
    desk.keyboard.press("j")
    desk.reload()
    heading(desk, "Paso 1: Pantalla 1")
    assert project.approved == []
    desk.get_by_role("button", name="Atajos de teclado").click()
    desk.get_by_label("Usar los atajos").check()
    desk.get_by_role("button", name="Cerrar").click()
    desk.keyboard.press("j")
    heading(desk, "Paso 2: Pantalla 2")


def test_what_is_no_longer_what_was_shown_is_refused(
    desk: Page, address: str, project: SampleProject
) -> None:
    desk.goto(f"{address}/imagenes/{CHANGED}")
    draw(project.folder, "ahora", (9, 9, 9))
    desk.keyboard.press("a")
    expect(desk.get_by_role("alert")).to_contain_text("no es la misma que usted estaba mirando")
    expect(desk.get_by_role("alert")).to_be_focused()
    heading(desk, "Paso 2: Pantalla 2")
    assert project.approved == []
    desk.keyboard.press("a")
    told(desk, "Se aprobó la imagen del paso 2 de «Pedir una constancia».")


def test_all_but_the_swipe_works_without_the_script(
    new_context: Callable[..., BrowserContext], address: str, project: SampleProject
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/imagenes/{CHANGED}")
    expect(page.get_by_role("radio")).to_have_count(4)
    page.get_by_label("Diferencia", exact=True).check()
    expect(page.get_by_alt_text("Las dos imágenes")).to_be_visible()
    page.get_by_text("Rechazar", exact=True).click()
    page.get_by_label("Motivo").fill("Se ve borrosa.")
    page.get_by_role("button", name="Rechazar la imagen").click()
    told(
        page,
        "Se rechazó la imagen del paso 2 de «Pedir una constancia». Lo aprobado sigue como estaba.",
    )
    page.get_by_role("button", name="Retirar la imagen").click()
    expect(page.get_by_role("heading", name="Paso 1: Pantalla 1")).to_be_visible()
    assert project.approved == [(ORPHAN, SIGNER)]


def at_both_widths(page: Page, find: Callable[[Page], list[str]]) -> Iterator[list[str]]:
    """Yield what is found on a desk's screen, and on the narrowest one."""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        yield find(page)


def test_no_page_holds_a_barrier(
    desk: Page,
    address: str,
    project: SampleProject,
    find_barriers: Callable[[Page], list[str]],
    find_faults: Callable[[str], list[str]],
) -> None:
    def check(path: str, keys: str = "") -> None:
        answer = desk.goto(f"{address}{path}")
        assert answer
        assert find_faults(answer.text()) == []
        for key in keys:
            desk.keyboard.press(key)
        # Of a dialog axe can't tell the background: it sees the page behind it through.
        unseen = "undecided: color-contrast: <" if "?" in keys else "-"
        for found in at_both_widths(desk, find_barriers):
            assert [barrier for barrier in found if not barrier.startswith(unseen)] == []

    add_rejection(project.desk.rejections, OTHER, Rejection("Borrosa.", SIGNER, "2026-11-20"))
    # Without marks from here on: axe can't tell what is behind the numbers on a picture.
    check(f"/imagenes/{CHANGED}", "smr")
    check(f"/imagenes/{CHANGED}", "l")
    check("/aprobar")
    project.verdicts["constancia"] = Verdict.FAILS
    failing(project.scenarios[0], 3, "no se pudo")
    check("/")
    check(f"/imagenes/{ORPHAN}")
    project.states = [one for one in project.states if one.state is State.CURRENT]
    project.verdicts["constancia"] = Verdict.HOLDS
    check("/")
    project.verdicts = {}
    check("/", "?")
