"""Nueva cita: the day, the slot, the confirmation and the notice."""

from collections.abc import Callable
from datetime import date
from typing import Literal

import pytest
from flask import Flask

from stub_portal.domain.appointments import Cancel
from stub_portal.domain.events import Reason
from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.booking import DAYS, FACTS, WANTED, confirm, days_shown, fill
from stub_portal.tests.visitor import StillClock, Visitor, local
from stub_portal.web.current import portal_of


def test_days(chooser: Visitor, anna: Person) -> None:
    assert (chooser.path, chooser.page.status_code) == (DAYS, 200)
    assert chooser.facts["CURP"] == anna.curp
    shown = days_shown(chooser)
    assert list(shown)[:3] == ["25/01/2024", "26/01/2024", "29/01/2024"]
    assert shown["29/01/2024"] == "72 lugares"
    assert f'<a href="{DAYS}/2024-01-29">29/01/2024</a>' in chooser.page.text
    assert chooser.texts("li")[4].startswith("jueves")


def test_a_full_day_and_one_place(chooser: Visitor, portal: Portal) -> None:
    fill(portal, date(2024, 1, 29), 72)
    fill(portal, date(2024, 1, 31), 71)
    shown = days_shown(chooser.open(DAYS))
    assert (shown["29/01/2024"], shown["31/01/2024"]) == ("Sin lugares", "1 lugar")
    assert f'"{DAYS}/2024-01-29"' not in chooser.page.text
    assert chooser.open(f"{DAYS}/2024-01-29").page.status_code == 409
    assert "El 29/01/2024 no tiene lugares. Elige otro día." in chooser.text


def test_no_day_left(chooser: Visitor, portal: Portal) -> None:
    for day in portal.days():
        portal.close_office(day.day)
    assert "Por ahora no hay lugares." in chooser.open(DAYS).text


def test_slots(chooser: Visitor) -> None:
    chooser.open(f"{DAYS}/2024-01-30")
    assert chooser.texts("h2")[-1] == "Elige el horario y la ventanilla del martes 30/01/2024"
    assert 'aria-label="13:15-13:30 hrs, ventanilla 03"' in chooser.page.text
    # The published examples and the one to try by hand.
    assert "13:30-13:45 hrs" not in chooser.page.text


def test_confirmation(chooser: Visitor, anna: Person) -> None:
    chooser.open(WANTED)
    assert chooser.facts.items() >= FACTS.items()
    assert chooser.facts["CURP"] == anna.curp
    assert chooser.texts("label") == ["Código captcha*"]
    assert chooser.texts("button")[1:] == ["Agendar cita", "Pedir otro código"]
    assert "Faltan menos de 36 horas" not in chooser.text


def test_a_slot_too_near_to_be_cancelled_says_so(chooser: Visitor) -> None:
    assert "ya no podrás cancelar la cita aquí" in chooser.open(f"{DAYS}/2024-01-26/1000/02").text
    confirm(chooser, f"{DAYS}/2024-01-26/1000/02")
    assert chooser.texts("h1") == ["Tu cita quedó agendada"]
    assert "Faltan menos de 36 horas para la cita" in chooser.text
    assert "55 4000 1000" in chooser.text


def test_a_slot_too_near_is_only_warned_of(chooser: Visitor, portal: Portal) -> None:
    portal.set_notice("warning")
    confirm(chooser.open(f"{DAYS}/2024-01-26/1000/02"), f"{DAYS}/2024-01-26/1000/02")
    assert "Ya faltan menos, pero todavía puedes hacerlo" in chooser.text
    assert "hasta el" not in chooser.text


def test_done_and_reloaded(chooser: Visitor, portal: Portal, anna: Person) -> None:
    confirm(chooser.open(WANTED))
    assert (chooser.path, chooser.texts("h1")) == ("/citas/nueva/aviso", ["Tu cita quedó agendada"])
    assert 'role="status"' in chooser.page.text
    (row,) = portal.bitacora(anna)
    assert chooser.facts == {"Clave de la cita": row.key} | FACTS
    assert "con 36 horas de anticipación o más" in chooser.text
    assert "hasta el 29/01/2024 a las 22:00:00 hrs" in chooser.text
    assert "55 4000 1000 , opción 5, submenú 1, y elige la opción 7" in chooser.text
    assert chooser.open("/citas/nueva/aviso").facts["Clave de la cita"] == row.key
    assert len(portal.bitacora(anna)) == 1


@pytest.mark.parametrize("notice", ["bar", "warning"])
def test_the_notice_of_what_has_begun_says_so_and_nothing_that_is_over(
    chooser: Visitor, portal: Portal, clock: StillClock, notice: Literal["bar", "warning"]
) -> None:
    portal.set_notice(notice)
    soon = f"{DAYS}/2024-01-25/0915/02"
    key = confirm(chooser.open(soon), soon).facts["Clave de la cita"]
    clock.set("2024-01-25 09:14:59")
    assert "menos" in chooser.open("/citas/nueva/aviso").text
    clock.set("2024-01-25 09:15")
    chooser.open("/citas/nueva/aviso")
    assert (chooser.texts("h1"), chooser.facts["Clave de la cita"]) == (
        ["Tu cita quedó agendada"],
        key,
    )
    assert "La cita ya empezó: ya no se puede cancelar ni descargar su hoja." in chooser.text
    for untrue in ("menos", "puedes", "sirve para cancelarla", "55 4000 1000"):
        assert untrue not in chooser.text


def test_sent_twice(chooser: Visitor, portal: Portal, anna: Person) -> None:
    form = chooser.open(WANTED).carried()
    confirm(chooser)
    key = chooser.facts["Clave de la cita"]
    chooser.send(WANTED, **form, captcha=portal.last_captcha_answer())
    assert (chooser.path, chooser.facts["Clave de la cita"]) == ("/citas/nueva/aviso", key)
    assert len(portal.bitacora(anna)) == 1


def test_the_notice_ends_with_the_appointment(
    chooser: Visitor, portal: Portal, anna: Person
) -> None:
    key = confirm(chooser.open(WANTED)).facts["Clave de la cita"]
    portal.cancel(anna, Cancel(key=key, requester="Anna", reason=Reason.OTHER))
    assert chooser.open("/citas/nueva/aviso").path == "/citas/nueva"


@pytest.mark.parametrize("code", ["", "  ", "wrong"])
def test_a_wrong_captcha(chooser: Visitor, portal: Portal, anna: Person, code: str) -> None:
    before = chooser.open(WANTED).value("captcha_id")
    confirm(chooser, captcha=code)
    assert (chooser.path, chooser.page.status_code) == (WANTED, 422)
    said = "no coincide o ya venció" if code.strip() else "El campo «Código captcha» es obligatorio"
    assert said in chooser.text
    assert 'aria-describedby="captcha-ayuda captcha-error"' in chooser.page.text
    assert chooser.facts.items() >= FACTS.items()
    assert chooser.value("captcha_id") != before
    assert portal.bitacora(anna) == ()


def test_another_code(chooser: Visitor, portal: Portal, anna: Person) -> None:
    before = chooser.open(WANTED).value("captcha_id")
    confirm(chooser, otro="1")
    assert chooser.page.status_code == 200
    assert chooser.value("captcha_id") != before
    assert portal.bitacora(anna) == ()


@pytest.mark.parametrize(
    "address",
    [
        f"{DAYS}/mañana",
        f"{DAYS}/20240131",
        f"{DAYS}/2024-02-30",
        f"{DAYS}/2024-01-31/1005/02",
        f"{DAYS}/2024-01-31/10:00/02",
        f"{DAYS}/2024-01-31/1000/04",
        f"{DAYS}/2024-01-31/1000",
    ],
)
def test_no_such_page(chooser: Visitor, address: str) -> None:
    assert chooser.open(address).page.status_code == 404


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2024-01-27", "2023-01-31"])
def test_days_that_are_not_offered(chooser: Visitor, day: str) -> None:
    assert "no tiene lugares" in chooser.open(f"{DAYS}/{day}").text
    assert "ya no se ofrece" in chooser.open(f"{DAYS}/{day}/1000/02").text


@pytest.mark.parametrize("address", [DAYS, f"{DAYS}/2024-01-31", WANTED, "/citas/nueva/aviso"])
def test_nothing_without_a_search(visitor: Visitor, address: str) -> None:
    assert visitor.open(address).path == "/citas/nueva"
    assert visitor.send(WANTED).path == "/citas/nueva"


def test_hours_are_the_offices_own(make_app: Callable[..., Flask], anna: Person) -> None:
    app = make_app(time_zone="America/Tijuana")
    visitor = Visitor(app.test_client(), portal_of(app))
    visitor.search("/citas/nueva", anna).open(WANTED)
    assert confirm(visitor).facts.items() >= FACTS.items()
    (row,) = portal_of(app).bitacora(anna)
    assert row.slot.start == local("2024-01-31 12:00")
