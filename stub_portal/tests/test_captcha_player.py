"""A real browser plays the audio, by the keyboard alone and under the portal's own policy."""

from collections.abc import Generator

import pytest
from flask import Flask
from playwright.sync_api import ConsoleMessage, Locator, Page, Response, expect

from stub_portal import serving
from stub_portal.captcha_speech import RATE
from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.listener import heard, samples_of
from stub_portal.tests.visitor import typed

# Each control of the player is a stop of its own.
_MOST_STOPS = 8
SOUND_MS = 15_000  # for the browser to start what plays it


@pytest.fixture
def cancelling(app: Flask, page: Page, with_appointment: Person) -> Generator[Page]:
    """A browser in which somebody is about to cancel."""
    with serving(app) as address:
        page.goto(f"{address}/citas/cancela")
        for name, value in typed(with_appointment).items():
            page.locator(f"[name={name}]").fill(value)
        page.get_by_role("button", name="Buscar").click()
        page.goto(f"{address}/citas/cancela/detalle")
        yield page


def watched(page: Page) -> tuple[list[str], list[str]]:
    """Return what will hold each answer with audio, and whatever the browser complains of."""
    fetched, said = list[str](), list[str]()

    def fetch(answer: Response) -> None:
        if answer.url.endswith(".wav"):
            fetched.append(f"{answer.status} {answer.headers['content-type']}")

    def complain(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("response", fetch)
    page.on("console", complain)
    return fetched, said


def press_tab_until(page: Page, target: Locator) -> None:
    """Go from stop to stop, as whoever has no mouse does, and not past the target."""
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        if target.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not come to {target}")


def test_it_is_played_by_the_keyboard_alone(cancelling: Page, portal: Portal) -> None:
    page, (fetched, said) = cancelling, watched(cancelling)
    player = page.get_by_label("Audio del código captcha")
    page.get_by_label("Motivo*").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(player).to_be_focused()
    assert fetched == []  # nothing is that nobody asked for
    page.keyboard.press("Space")
    expect(player).to_have_js_property("paused", value=False)
    expect(player).not_to_have_js_property("currentTime", 0, timeout=SOUND_MS)
    wav = page.request.get(player.evaluate("it => it.src")).body()
    assert heard(wav) == portal.last_captcha_answer()
    assert player.evaluate("it => it.duration") == pytest.approx(len(samples_of(wav)) / RATE)
    assert set(fetched) == {"206 audio/wav"}
    assert said == []  # no word of the policy that it might offend


def test_it_can_be_gone_to_any_moment(cancelling: Page) -> None:
    cancelling.get_by_text("Escuchar el código").click()
    player = cancelling.get_by_label("Audio del código captcha")
    player.press("Space")
    expect(player).not_to_have_js_property("currentTime", 0, timeout=SOUND_MS)
    player.evaluate("it => { it.pause(); it.currentTime = 5 }")
    expect(player).to_have_js_property("currentTime", 5, timeout=SOUND_MS)
    expect(player).to_have_js_property("seeking", value=False, timeout=SOUND_MS)


def test_it_is_downloaded_by_the_keyboard_alone(cancelling: Page, portal: Portal) -> None:
    page = cancelling
    page.get_by_label("Motivo*").focus()
    press_tab_until(page, page.get_by_text("Escuchar el código"))
    page.keyboard.press("Enter")
    press_tab_until(page, page.get_by_role("link", name="Descargar el audio"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "codigo-captcha.wav"
    assert heard(download.value.path().read_bytes()) == portal.last_captcha_answer()
    press_tab_until(page, page.get_by_label("Código captcha*"))


def test_a_screen_reader_is_told_what_it_is(cancelling: Page) -> None:
    cancelling.get_by_text("Escuchar el código").click()
    player = cancelling.get_by_label("Audio del código captcha")
    expect(player).to_have_accessible_description(
        "Se dicen cinco letras y números en español; cada letra, con una palabra de ejemplo: "
        "«A de árbol»."
    )
