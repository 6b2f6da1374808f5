"""A form that is sent twice, one after the other or at once, acts once and has one answer."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from stub_portal import patience
from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.booking import WANTED
from stub_portal.tests.visitor import StillClock, Visitor
from stub_portal.web.current import portal_of
from stub_portal.web.turns import InTurn

MakeApp = Callable[..., Flask]
DETAIL = "/citas/cancela/detalle"
# Long enough for whoever does not wait to be answered.
_A_MOMENT = 0.3


def filled(visitor: Visitor) -> dict[str, str]:
    """Return the form that the visitor has open, with everything that it may ask for."""
    answer = visitor.portal.last_captcha_answer()
    typed = {"solicitante": "Rosa Díaz Ñuño", "motivo": "otro", "captcha": answer}
    return typed | visitor.carried()


@contextmanager
def held_up(
    monkeypatch: pytest.MonkeyPatch, portal: Portal, act: str
) -> Generator[tuple[Event, Event]]:
    """Have the portal's act wait; lend what tells that it began and what lets it go on."""
    begun, go_on, original = Event(), Event(), getattr(portal, act)

    def slow(*arguments: Any) -> Any:
        begun.set()
        assert go_on.wait(60)
        return original(*arguments)

    monkeypatch.setattr(portal, act, slow)
    try:
        yield begun, go_on
    finally:
        go_on.set()


def at_once(
    monkeypatch: pytest.MonkeyPatch, portal: Portal, act: str, send: Callable[[], TestResponse]
) -> list[TestResponse]:
    """Send a form, and again while the first is being answered; return both answers."""
    monkeypatch.setattr(patience, "SECONDS", 600)  # on a slow machine, too, the second waits
    with ThreadPoolExecutor(2) as threads, held_up(monkeypatch, portal, act) as (begun, go_on):
        first: Future[TestResponse] = threads.submit(send)
        assert begun.wait(60)
        second = threads.submit(send)
        wait([second], timeout=_A_MOMENT)
        go_on.set()
        return [first.result(60), second.result(60)]


def sending(app: Flask, visitor: Visitor, address: str, *others: str) -> Callable[[], TestResponse]:
    """Return what sends the visitor's form from a client of its own, by the same cookie.

    others: what cookies of somebody else's it sends along.
    """
    fields, cookie = filled(visitor), visitor.client.get_cookie("visita", path="/citas")
    assert cookie

    def send() -> TestResponse:
        client = app.test_client()
        for name in others:
            client.set_cookie(name, "x", path="/")
        client.set_cookie("visita", cookie.value, path="/citas")
        return client.post(address, data=fields, follow_redirects=True)

    return send


def test_a_cancellation_at_once(
    monkeypatch: pytest.MonkeyPatch, app: Flask, visitor: Visitor, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment)
    send = sending(app, visitor, DETAIL)
    answers = at_once(monkeypatch, visitor.portal, "cancel", send)
    assert [answer.request.path for answer in answers] == ["/citas/cancela/aviso"] * 2
    rows = visitor.portal.bitacora(with_appointment)
    assert [row.status for row in rows] == ["CANCELADA", "AGENDADA"]


def test_a_booking_at_once(
    monkeypatch: pytest.MonkeyPatch, app: Flask, chooser: Visitor, anna: Person
) -> None:
    send = sending(app, chooser.open(WANTED), WANTED)
    answers = at_once(monkeypatch, chooser.portal, "book", send)
    assert [answer.request.path for answer in answers] == ["/citas/nueva/aviso"] * 2
    (row,) = chooser.portal.bitacora(anna)
    assert all(row.key in answer.text for answer in answers)


def test_a_cancellation_one_after_the_other(
    visitor: Visitor, clock: StillClock, with_appointment: Person
) -> None:
    fields = filled(visitor.choose_appointment(with_appointment))
    visitor.send(DETAIL, **fields)
    clock.set("2024-01-25 09:05")
    visitor.send(DETAIL, **fields)
    assert visitor.path == "/citas/cancela/aviso"
    assert "quedó cancelada el 25/01/2024 09:00:00" in visitor.text
    assert len(visitor.portal.bitacora(with_appointment)) == 2


def test_another_form_is_told_that_it_was_cancelled(
    visitor: Visitor, clock: StillClock, with_appointment: Person
) -> None:
    older = filled(visitor.choose_appointment(with_appointment))
    visitor.open(DETAIL).cancel()
    clock.set("2024-01-25 09:05")
    visitor.send(DETAIL, **older)
    assert (visitor.page.status_code, visitor.texts("h1")) == (409, ["La cita ya está cancelada"])
    assert "se canceló el 25/01/2024 09:00:00" in visitor.text
    assert len(visitor.portal.bitacora(with_appointment)) == 2


def test_somebody_elses_browser_was_faster(
    monkeypatch: pytest.MonkeyPatch, visitor: Visitor, with_appointment: Person
) -> None:
    cancel = visitor.portal.cancel

    def beaten(*arguments: Any) -> None:
        cancel(*arguments)
        cancel(*arguments)

    monkeypatch.setattr(visitor.portal, "cancel", beaten)
    visitor.choose_appointment(with_appointment).cancel()
    assert (visitor.page.status_code, visitor.texts("h1")) == (409, ["La cita ya está cancelada"])
    assert "se canceló el 25/01/2024 09:00:00" in visitor.text


def test_at_once_to_two_portals(
    monkeypatch: pytest.MonkeyPatch,
    make_app: MakeApp,
    new_database: Callable[[], str],
    tmp_path: Path,
    with_appointment: Person,
) -> None:
    url = new_database()
    if url == "sqlite://":  # each has the memory to itself
        url = f"sqlite:///{tmp_path / 'portal.db'}"
    app, other = make_app(database_url=url), make_app(database_url=url)
    visitor = Visitor(app.test_client(), portal_of(app)).choose_appointment(with_appointment)
    send, elsewhere = sending(app, visitor, DETAIL), sending(other, visitor, DETAIL)
    with (
        ThreadPoolExecutor(1) as threads,
        held_up(monkeypatch, visitor.portal, "cancel") as (begun, go_on),
    ):
        first = threads.submit(send)
        assert begun.wait(60)
        assert elsewhere().status_code == 422
        go_on.set()
        assert first.result(60).request.path == "/citas/cancela/aviso"
    assert len(visitor.portal.bitacora(with_appointment)) == 2


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_waits_for_another_visit_nor_to_look(method: str) -> None:
    begun, go_on = Event(), Event()
    slow, other = "visita=1", "visita=2"

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/slow":
            begun.set()
            assert go_on.wait(60)
        start_response("200 OK", [])
        return [b""]

    client = Client(InTurn(application), use_cookies=False)
    cookie = slow if method == "GET" else other
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(client.post, "/slow", headers={"Cookie": slow})
        assert begun.wait(60)
        quick = threads.submit(client.open, "/", method=method, headers={"Cookie": cookie})
        try:
            assert quick.result(60).status_code == 200
            assert not first.done()
        finally:
            go_on.set()
