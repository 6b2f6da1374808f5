"""The cookie is a random number; what it stands for stays on the server."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask, Response
from sqlalchemy import select

from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tables import SESSIONS
from stub_portal.tests.booking import WANTED, confirm
from stub_portal.tests.visitor import StillClock, Visitor, typed
from stub_portal.web.sessions import current_visit


def cookie(visitor: Visitor) -> str:
    found = visitor.client.get_cookie("visita", path="/citas")
    assert found
    return found.value


def test_nothing_personal_in_the_cookie(visitor: Visitor, with_appointment: Person) -> None:
    visitor.search("/citas/bitacora", with_appointment)
    (answer,) = visitor.page.history
    (header,) = answer.headers.getlist("Set-Cookie")
    value, *attributes = header.split("; ")
    assert len(value.removeprefix("visita=")) == 43
    assert sorted(attributes) == ["HttpOnly", "Path=/citas", "SameSite=Lax"]


def test_pages_that_remember_nothing_set_no_cookie(app: Flask) -> None:
    for address in ("/", "/asisste/", "/citas/"):
        assert "Set-Cookie" not in app.test_client().get(address).headers


def test_the_store_keeps_a_digest(
    visitor: Visitor, portal: Portal, with_appointment: Person
) -> None:
    visitor.search("/citas/bitacora", with_appointment)
    with portal._database.reading() as connection:  # noqa: SLF001
        ids = list(connection.scalars(select(SESSIONS.c.id)))
    assert len(ids) == 2  # and for a moment, the one before it was renewed
    assert not any(cookie(visitor) in one for one in ids)


def test_a_token_planted_beforehand_is_worth_nothing(
    visitor: Visitor, app: Flask, with_appointment: Person
) -> None:
    with app.test_request_context("/citas/", headers={"Cookie": "visita=planted"}):
        assert current_visit().token != "planted"  # noqa: S105
    visitor.client.set_cookie("visita", "planted", path="/citas")
    visitor.search("/citas/bitacora", with_appointment)
    assert visitor.path == "/citas/bitacora/listado"
    thief = app.test_client()
    thief.set_cookie("visita", "planted", path="/citas")
    assert thief.get("/citas/bitacora/listado").location == "/citas/bitacora"


def test_a_new_search_renews_the_token(
    visitor: Visitor, app: Flask, with_appointment: Person
) -> None:
    visitor.search("/citas/bitacora", with_appointment)
    before = cookie(visitor)
    visitor.search("/citas/cancela", with_appointment)
    assert cookie(visitor) != before
    assert visitor.open("/citas/bitacora/listado").path == "/citas/bitacora/listado"
    thief = app.test_client()
    thief.set_cookie("visita", before, path="/citas")
    assert thief.get("/citas/bitacora/listado").location == "/citas/bitacora"


def test_an_answer_that_comes_late_neither_revives_a_visit_nor_takes_its_cookie(
    visitor: Visitor, app: Flask, with_appointment: Person
) -> None:
    visitor.search("/citas/cancela", with_appointment)
    before = cookie(visitor)
    with app.test_request_context("/citas/", headers={"Cookie": f"visita={before}"}):
        current_visit()["late"] = True
        visitor.search("/citas/bitacora", with_appointment)  # meanwhile, in another window
        answer = app.process_response(Response())
    assert "Set-Cookie" not in answer.headers
    thief = app.test_client()
    thief.set_cookie("visita", before, path="/citas")
    assert thief.get("/citas/cancela/cita").location == "/citas/cancela"
    assert visitor.open("/citas/bitacora/listado").path == "/citas/bitacora/listado"


def test_a_renewed_visit_takes_a_second_click_for_a_moment(
    visitor: Visitor, app: Flask, clock: StillClock, with_appointment: Person
) -> None:
    token = visitor.form_token()
    before = cookie(visitor)
    visitor.search("/citas/bitacora", with_appointment)
    second = Visitor(app.test_client(), visitor.portal)
    for time, path in (("09:00:09", "/citas/bitacora/listado"), ("09:00:20", "/citas/bitacora")):
        clock.set(f"2024-01-25 {time}")
        second.client.set_cookie("visita", before, path="/citas")
        second.send("/citas/bitacora", csrf=token, **typed(with_appointment))
        assert second.path == path
    assert second.page.status_code == 400


def test_at_once_many_windows_keep_one_visit(portal: Portal) -> None:
    together = Barrier(8, timeout=60)
    portal.visits.begin("digest", {}, portal.now())

    def keep(window: int) -> None:
        together.wait()
        portal.visits.keep("digest", {"last": window, f"window {window}": True}, portal.now())

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(keep, range(8)))
    kept = portal.visits.load("digest", portal.now())
    assert kept
    assert kept.pop("last") in range(8)
    assert kept == {f"window {window}": True for window in range(8)}


def test_an_answer_that_comes_late_takes_back_nothing_of_what_another_window_did(
    visitor: Visitor, app: Flask, anna: Person
) -> None:
    visitor.search("/citas/nueva", anna).open(WANTED)
    with app.test_request_context("/citas/", headers={"Cookie": f"visita={cookie(visitor)}"}):
        current_visit()["late"] = True
        assert confirm(visitor).path == "/citas/nueva/aviso"  # meanwhile, in another window
        app.process_response(Response())
    assert visitor.open("/citas/nueva/aviso").path == "/citas/nueva/aviso"
    with app.test_request_context("/citas/", headers={"Cookie": f"visita={cookie(visitor)}"}):
        assert current_visit()["late"]


def test_a_visit_expires(visitor: Visitor, clock: StillClock, with_appointment: Person) -> None:
    visitor.search("/citas/bitacora", with_appointment)
    clock.set("2024-01-25 09:30")
    assert visitor.open("/citas/bitacora/listado").path == "/citas/bitacora"
