"""One visit's forms hold up nobody: who waits too long is told, and who sends a third at once."""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait
from itertools import islice
from threading import Barrier
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from flask import Flask
from werkzeug.test import Client

from stub_portal import patience, serving
from stub_portal.domain.people import Person
from stub_portal.patience import held
from stub_portal.tests.test_headers import check as check_headers
from stub_portal.tests.test_patience import Seconds, Slow, left
from stub_portal.tests.test_sent_twice import DETAIL, filled, held_up, sending
from stub_portal.tests.visitor import Visitor
from stub_portal.web import turns
from stub_portal.web.turns import InTurn

NOTICE = "/citas/cancela/aviso"


def send_meanwhile(
    monkeypatch: pytest.MonkeyPatch, app: Flask, visitor: Visitor, *other_cookies: str
) -> None:
    """Send the visitor's form, and again, without patience, before the first is answered."""
    monkeypatch.setattr(patience, "SECONDS", 0)
    send, again = sending(app, visitor, DETAIL), sending(app, visitor, DETAIL, *other_cookies)
    with (
        ThreadPoolExecutor(1) as threads,
        held_up(monkeypatch, visitor.portal, "cancel") as (begun, go_on),
    ):
        first = threads.submit(send)
        assert begun.wait(60)
        visitor.page = again()
        assert not first.done()
        go_on.set()
        assert first.result(60).request.path == NOTICE


def test_who_has_waited_too_long_is_told_that_it_may_have_been_done(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    app: Flask,
    visitor: Visitor,
    with_appointment: Person,
) -> None:
    send_meanwhile(monkeypatch, app, visitor.choose_appointment(with_appointment))
    assert (visitor.page.status_code, visitor.page.headers["Retry-After"]) == (503, "10")
    assert "No sabemos si se alcanzó a hacer lo que enviaste." in visitor.text
    check_headers(visitor.page.headers)
    (told,) = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert told.startswith("No se atendió un formulario: lo que la misma visita envió antes no")


def test_another_programs_cookie_makes_no_other_visit(
    monkeypatch: pytest.MonkeyPatch, app: Flask, visitor: Visitor, with_appointment: Person
) -> None:
    send_meanwhile(monkeypatch, app, visitor.choose_appointment(with_appointment), "otra")
    assert visitor.page.status_code == 503


@pytest.mark.usefixtures("patient")
def test_a_third_at_once_is_told_at_once_and_nothing_is_done_twice(
    monkeypatch: pytest.MonkeyPatch, app: Flask, visitor: Visitor, with_appointment: Person
) -> None:
    send = sending(app, visitor.choose_appointment(with_appointment), DETAIL)
    with (
        ThreadPoolExecutor(3) as threads,
        held_up(monkeypatch, visitor.portal, "cancel") as (begun, go_on),
    ):
        first = threads.submit(send)
        assert begun.wait(60)
        others = [threads.submit(send), threads.submit(send)]
        done, waiting = wait(others, timeout=60, return_when=FIRST_COMPLETED)
        assert (len(done), len(waiting), first.done()) == (1, 1, False)
        visitor.page = done.pop().result()
        go_on.set()
        assert {one.result(60).request.path for one in (first, *waiting)} == {NOTICE}
    assert (visitor.page.status_code, visitor.page.headers["Retry-After"]) == (429, "600")
    assert visitor.texts("h1") == ["Todavía estamos atendiendo lo que enviaste"]
    assert "vuelve a cargar esta página. Si tu navegador pregunta, acepta enviar" in visitor.text
    check_headers(visitor.page.headers)
    assert send().request.path == NOTICE
    assert len(visitor.portal.bitacora(with_appointment)) == 2


@pytest.mark.usefixtures("patient")
def test_one_visit_leaves_the_threads_to_others(
    monkeypatch: pytest.MonkeyPatch, app: Flask, visitor: Visitor, with_appointment: Person
) -> None:
    with (
        serving(app) as address,
        ThreadPoolExecutor(9) as threads,
        held_up(monkeypatch, visitor.portal, "cancel") as (_, go_on),
    ):
        click = clicking(address, visitor.choose_appointment(with_appointment))
        clicks = [threads.submit(click) for _ in range(9)]
        refused = islice(as_completed(clicks, timeout=30), 7)
        assert [one.result() for one in refused] == [429] * 7
        with urlopen(address, timeout=30) as home:  # noqa: S310
            assert home.status == 200
        assert sum(one.done() for one in clicks) == 7
        go_on.set()
        assert sorted(one.result(60) for one in clicks) == [200] * 2 + [429] * 7


def clicking(address: str, visitor: Visitor) -> Callable[[], int]:
    """Return what sends the visitor's form over HTTP, and tells the status of the answer."""
    cookie = visitor.client.get_cookie("visita", path="/citas")
    assert cookie
    body, headers = urlencode(filled(visitor)).encode(), {"Cookie": f"visita={cookie.value}"}

    def click() -> int:
        try:
            with urlopen(Request(address + DETAIL, body, headers), timeout=60) as page:  # noqa: S310
                return int(page.status)
        except HTTPError as error:
            error.close()
            return error.code

    return click


def test_what_the_turn_took_is_gone_from_the_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, seen = Seconds(), []
    monkeypatch.setattr(patience, "monotonic", clock)
    monkeypatch.setattr(patience, "SECONDS", 10)
    monkeypatch.setattr(turns, "held", lambda _: held(Slow(clock, 4)))  # type: ignore[arg-type]

    def application(_: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        seen.append(left())
        start_response("200 OK", [])
        return [b""]

    Client(InTurn(application), use_cookies=False).post("/", headers={"Cookie": "visita=1"})
    assert seen == [6]


@pytest.mark.usefixtures("patient")
def test_forms_of_no_visit_wait_for_nobody() -> None:
    together = Barrier(3, timeout=60)

    def application(_: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        together.wait()
        start_response("200 OK", [])
        return [b""]

    client = Client(InTurn(application), use_cookies=False)
    with ThreadPoolExecutor(3) as threads:
        answers = [threads.submit(client.post, "/") for _ in range(3)]
        assert [one.result(60).status_code for one in answers] == [200] * 3


def test_nothing_is_kept_of_a_visit_once_it_was_answered(
    app: Flask, visitor: Visitor, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment).cancel()
    assert isinstance(app.wsgi_app, InTurn)
    assert app.wsgi_app._lines._lines == {}  # noqa: SLF001
