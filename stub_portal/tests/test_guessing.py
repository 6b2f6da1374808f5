"""Whoever guesses is stopped, is told until when, and learns nothing on the way."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask

from stub_portal import limits
from stub_portal.domain.people import Person
from stub_portal.limits import Limit
from stub_portal.service import Portal
from stub_portal.settings import Settings
from stub_portal.tests.visitor import StillClock, Visitor, typed
from stub_portal.web.current import portal_of

MakeApp = Callable[..., Flask]
FORM = "/citas/bitacora"
FEW = Limit(per_visit=3, per_address=5, within=timedelta(minutes=10))


def fail(visitor: Visitor, person: Person, times: int) -> None:
    """Search with a wrong name so many times."""
    for _ in range(times):
        assert visitor.search(FORM, person, nombres="Nadie").page.status_code == 422


def test_searches_are_limited(visitor: Visitor, with_history: Person, clock: StillClock) -> None:
    clock.set("2024-01-25 09:00:30")
    fail(visitor, with_history, 20)
    clock.set("2024-01-25 09:02:00")
    visitor.search(FORM, with_history, nombres="Nadie")
    assert visitor.page.status_code == 429
    assert visitor.page.headers["Retry-After"] == "510"
    assert visitor.texts("h1") == ["Espera un momento para volver a intentar"]
    assert "de nuevo el 25/01/2024 a partir de las 09:10:30 hrs." in visitor.text
    clock.set("2024-01-25 09:10:29")
    assert visitor.search(FORM, with_history).page.status_code == 429
    clock.set("2024-01-25 09:10:30")
    assert visitor.search(FORM, with_history).path == "/citas/bitacora/listado"


def test_whoever_waits_learns_nothing(visitor: Visitor, with_history: Person) -> None:
    fail(visitor, with_history, 20)
    pages = [
        visitor.search(FORM, with_history, **instead).page
        for instead in ({}, {"nombres": "Nadie"}, {"identidad": "X"}, {"identidad": ""})
    ]
    assert {page.status_code for page in pages} == {429}
    assert len({page.data for page in pages}) == 1
    assert visitor.open("/citas/bitacora/listado").path == FORM


def test_the_four_searches_share_one_count(visitor: Visitor, with_history: Person) -> None:
    fail(visitor, with_history, 19)
    reprint = {"identidad": with_history.curp, "clave": "UC3QK2"}
    assert visitor.send("/citas/reimprime", **reprint).page.status_code == 422
    right = reprint | {"clave": "CC3QZ8"}
    assert visitor.send("/citas/reimprime", **right).page.status_code == 429
    for form in ("/citas/cancela", "/citas/nueva"):
        assert visitor.search(form, with_history).page.status_code == 429


def test_searches_that_find_somebody_are_not_limited(
    visitor: Visitor, with_history: Person
) -> None:
    for _ in range(25):
        assert visitor.search(FORM, with_history).path == "/citas/bitacora/listado"


def test_finding_somebody_renews_the_visit_but_not_its_count(
    visitor: Visitor, with_history: Person
) -> None:
    fail(visitor, with_history, 10)
    visitor.search(FORM, with_history)
    fail(visitor, with_history, 10)
    assert visitor.search(FORM, with_history, nombres="Nadie").page.status_code == 429


def test_new_visits_do_not_help(app: Flask, portal: Portal, with_history: Person) -> None:
    def visitor() -> Visitor:
        return Visitor(app.test_client(), portal)

    for _ in range(60):
        fail(visitor(), with_history, 1)
    assert visitor().search(FORM, with_history).page.status_code == 429
    pretender = visitor()
    data = typed(with_history) | {"csrf": pretender.form_token()}
    headers = {"X-Forwarded-For": "10.0.0.1", "Forwarded": "for=10.0.0.1"}
    assert pretender.client.post(FORM, data=data, headers=headers).status_code == 429
    same_machine, another = visitor(), visitor()
    same_machine.client.environ_base["REMOTE_ADDR"] = "127.0.0.2"
    assert same_machine.search(FORM, with_history).page.status_code == 429
    another.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert another.search(FORM, with_history).path == "/citas/bitacora/listado"


def test_however_many_new_visits_do_not_help(
    make_app: MakeApp, with_history: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_COUNTS", 20)
    app = make_app(failed_searches=FEW)

    def status() -> int:
        visitor = Visitor(app.test_client(), portal_of(app))
        return visitor.search(FORM, with_history, nombres="Nadie").page.status_code

    assert [status() for _ in range(30)] == [422] * 5 + [429] * 25


def test_captchas_are_limited(
    visitor: Visitor, portal: Portal, clock: StillClock, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment)
    for _ in range(10):
        assert visitor.cancel(captcha="?????").page.status_code == 422
    visitor.cancel()
    assert (visitor.page.status_code, visitor.page.headers["Retry-After"]) == (429, "600")
    assert len(portal.bitacora(with_appointment)) == 1
    clock.set("2024-01-25 09:10")
    assert visitor.open("/citas/cancela/detalle").cancel().path == "/citas/cancela/aviso"


def test_neither_an_empty_code_nor_another_picture_is_a_guess(
    visitor: Visitor, with_appointment: Person
) -> None:
    visitor.choose_appointment(with_appointment)
    for _ in range(11):
        assert visitor.cancel(captcha=" ").page.status_code == 422
        assert visitor.cancel(otro="1", captcha="?????").page.status_code == 200
    assert visitor.cancel().path == "/citas/cancela/aviso"


def test_reset_begins_again(visitor: Visitor, portal: Portal, with_history: Person) -> None:
    fail(visitor, with_history, 20)
    portal.wrong_captchas.take("v", "a", portal.now())
    portal.reset()
    fail(visitor, with_history, 1)
    assert len(portal.wrong_captchas) == 0


def test_at_once_no_more_than_the_limit_are_answered(
    make_app: MakeApp, with_history: Person
) -> None:
    app = make_app(failed_searches=FEW)
    visitors = [Visitor(app.test_client(), portal_of(app)) for _ in range(12)]

    def status(visitor: Visitor) -> int:
        return visitor.search(FORM, with_history, nombres="Nadie").page.status_code

    with ThreadPoolExecutor(12) as threads:
        assert sorted(threads.map(status, visitors)) == [422] * 5 + [429] * 7


@pytest.mark.parametrize(
    ("limit", "a_visit"),
    [
        (Settings(database_url="").failed_searches, 20),
        (Settings(database_url="").wrong_captchas, 10),
    ],
)
def test_the_limits_as_documented(limit: Limit, a_visit: int) -> None:
    assert limit == Limit(per_visit=a_visit, per_address=3 * a_visit, within=timedelta(minutes=10))
