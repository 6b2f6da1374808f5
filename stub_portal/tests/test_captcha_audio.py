"""The audio is heard by the visit that it was issued to, also in parts, and kept by nobody."""

from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests import hostile
from stub_portal.tests.listener import heard
from stub_portal.tests.test_headers import check
from stub_portal.tests.visitor import StillClock, Visitor
from stub_portal.web.current import portal_of

MakeApp = Callable[..., Flask]
SENTENCE = (
    "Se dicen cinco letras y números en español; cada letra, con una palabra de ejemplo: "
    "«A de árbol»."
)


def files(visitor: Visitor) -> tuple[str, str]:
    """Return the addresses of the picture and the audio on the page that the visitor sees."""
    captcha = f"/citas/captcha/{visitor.value('captcha_id')}"
    return f"{captcha}.png", f"{captcha}.wav"


def statuses(visitor: Visitor, addresses: tuple[str, str]) -> list[int]:
    """Return what a visitor gets at those addresses."""
    return [visitor.client.get(address).status_code for address in addresses]


def ask(visitor: Visitor, part: str = "") -> TestResponse:
    """Ask for the audio of the page, or for a part of it."""
    headers = {"Range": part} if part else {}
    return visitor.client.get(files(visitor)[1], headers=headers)


@pytest.fixture
def listener(visitor: Visitor, with_appointment: Person) -> Visitor:
    """Somebody about to cancel."""
    return visitor.choose_appointment(with_appointment)


def test_it_speaks_the_answer(listener: Visitor, portal: Portal) -> None:
    answer = ask(listener)
    assert (answer.status_code, answer.content_type) == (200, "audio/wav")
    check(answer.headers)
    assert "Set-Cookie" not in answer.headers
    assert heard(answer.data) == portal.last_captcha_answer()


def test_the_page_tells_what_is_heard_and_offers_it_twice(listener: Visitor) -> None:
    page, (_, audio) = listener.page.text, files(listener)
    assert SENTENCE in listener.text
    assert f'<audio controls preload="none" src="{audio}"' in page
    assert f'<a href="{audio}" download="codigo-captcha.wav">Descargar el audio</a>' in page
    # Whoever comes to the field has come by it before.
    assert page.index("<summary>Escuchar el código</summary>") < page.index('id="captcha"')


def test_both_forms_offer_it(chooser: Visitor, portal: Portal) -> None:
    chooser.open("/citas/nueva/dias/2024-01-31/1000/02")
    assert heard(ask(chooser).data) == portal.last_captcha_answer()


def test_nobody_else_hears_it(listener: Visitor, app: Flask, portal: Portal) -> None:
    stranger = Visitor(app.test_client(), portal)
    for step in ("without a visit", "in a visit of their own"):
        assert statuses(stranger, files(listener)) == [404, 404], step
        stranger.open("/citas/bitacora")
    answer = stranger.client.get(files(listener)[1])
    check(answer.headers)
    assert "No encontramos esta página" in answer.text
    assert statuses(listener, files(listener)) == [200, 200]


def test_asking_for_it_begins_no_visit(app: Flask) -> None:
    for file in ("none.png", "none.wav"):
        assert "Set-Cookie" not in app.test_client().get(f"/citas/captcha/{file}").headers


@pytest.mark.parametrize("instead", [{"captcha": "?????"}, {"otro": "1"}, {"motivo": ""}])
def test_another_code_is_another_audio(
    listener: Visitor, portal: Portal, instead: dict[str, str]
) -> None:
    before = files(listener)
    listener.cancel(**instead)
    assert statuses(listener, before) == [404, 404]
    assert heard(ask(listener).data) == portal.last_captcha_answer()


def test_used_up_it_is_heard_no_more(listener: Visitor) -> None:
    before = files(listener)
    assert listener.cancel().path == "/citas/cancela/aviso"
    assert statuses(listener, before) == [404, 404]


def test_expired_it_is_heard_no_more(listener: Visitor, clock: StillClock) -> None:
    clock.set("2024-01-25 09:09:59")
    assert statuses(listener, files(listener)) == [200, 200]
    clock.set("2024-01-25 09:10")
    assert statuses(listener, files(listener)) == [404, 404]


def test_a_search_in_another_window_leaves_it_open(
    listener: Visitor, with_appointment: Person, app: Flask, portal: Portal
) -> None:
    window = Visitor(app.test_client(), portal)
    window.client = listener.client
    window.search("/citas/bitacora", with_appointment)
    assert statuses(listener, files(listener)) == [200, 200]
    assert listener.cancel().path == "/citas/cancela/aviso"


@pytest.mark.parametrize("seed", [1, None])
def test_its_parts_are_of_one_piece(
    make_app: MakeApp, with_appointment: Person, seed: int | None
) -> None:
    app = make_app(captcha_seed=seed)
    visitor = Visitor(app.test_client(), portal_of(app)).choose_appointment(with_appointment)
    whole = ask(visitor)
    assert whole.headers["Accept-Ranges"] == "bytes"
    parts = [ask(visitor, part) for part in ("bytes=0-99999", "bytes=100000-")]
    assert [part.status_code for part in parts] == [206, 206]
    assert b"".join(part.data for part in parts) == whole.data
    size = len(whole.data)
    assert parts[1].headers["Content-Range"] == f"bytes 100000-{size - 1}/{size}"
    for part in parts:
        check(part.headers)


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("bytes=0-", 206),
        ("bytes=-1", 206),
        ("bytes=9999999-", 416),
        ("bytes=5-1", 416),
        ("bytes=0-0,2-3", 416),
        ("x=1-2", 416),
        ("x", 416),
    ],
)
def test_whatever_part_is_asked_for(listener: Visitor, part: str, status: int) -> None:
    answer = ask(listener, part)
    check(answer.headers)
    assert answer.status_code == status
    assert (answer.mimetype == "text/html") is (status == 416)


def test_whatever_header_comes_along(listener: Visitor) -> None:
    # The fuzz comes by addresses of captchas that its next portal does not know.
    whose_it_is = {"Cookie", "Host"}
    for name in hostile.HEADERS.keys() - whose_it_is:
        for value in hostile.HEADERS[name]:
            answer = listener.client.get(files(listener)[1], headers={name: value})
            assert answer.status_code in {200, 206, 416}, f"{name}: {value}"
            check(answer.headers)
