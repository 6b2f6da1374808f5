"""The Cancelación guide's steps 7 to 9, and what stands in the way."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from stub_portal.domain.people import Person
from stub_portal.seed import bystanders
from stub_portal.service import Portal
from stub_portal.tests.visitor import StillClock, Visitor
from stub_portal.web.current import portal_of


def statuses(portal: Portal, person: Person) -> list[str]:
    return [row.status for row in portal.bitacora(person)]


def test_found(visitor: Visitor, with_appointment: Person) -> None:
    visitor.search("/citas/cancela", with_appointment)
    assert visitor.facts == {
        "CURP": with_appointment.curp,
        "RFC": with_appointment.rfc,
        "Nombre(s)": with_appointment.names,
        "Primer apellido": with_appointment.first_surname,
        "Segundo apellido": with_appointment.second_surname,
    }
    assert visitor.rows == [["Fecha de la cita", "Horario"], ["30/01/2024", "13:30-13:45 hrs"]]
    assert '<a href="/citas/cancela/detalle">30/01/2024</a>' in visitor.page.text


def test_nothing_to_cancel(visitor: Visitor) -> None:
    visitor.search("/citas/cancela", bystanders()[0])
    assert "no tiene ninguna cita vigente" in visitor.text
    assert visitor.open("/citas/cancela/detalle").path == "/citas/cancela/cita"


def test_detail(visitor: Visitor, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment)
    appointment = {
        "Unidad Administrativa": "UAPES No. 4",
        "Clave de la cita": "UC3QK2",
        "Ventanilla": "02",
        "Fecha": "30/01/2024",
        "Horario": "13:30-13:45 hrs",
    }
    assert appointment.items() <= visitor.facts.items()
    assert visitor.facts["CURP"] == with_appointment.curp
    assert visitor.texts("label") == ["Solicitante de cancelación*", "Motivo*", "Código captcha*"]
    assert 'placeholder="Escribe tu nombre completo"' in visitor.page.text
    assert visitor.texts("option")[0] == "Selecciona un motivo de cancelación"
    assert len(visitor.texts("option")) == 6
    assert visitor.texts("button")[1:] == ["Cancelar cita", "Pedir otro código"]


def test_the_browser_can_fill_in_who_cancels(visitor: Visitor, with_appointment: Person) -> None:
    form = visitor.choose_appointment(with_appointment).page.text
    (field,) = re.findall(r'<input id="solicitante"[^>]*>', form)
    assert 'autocomplete="name"' in field


def test_done_and_reloaded(visitor: Visitor, portal: Portal, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment).cancel()
    assert visitor.path == "/citas/cancela/aviso"
    assert 'role="status"' in visitor.page.text
    assert visitor.texts("h1") == ["La cancelación fue procesada"]
    assert "UC3QK2 del 30/01/2024" in visitor.text
    assert "Ya puedes cerrar esta página." in visitor.text
    assert visitor.open("/citas/cancela/aviso").page.status_code == 200
    assert statuses(portal, with_appointment) == ["CANCELADA", "AGENDADA"]


def test_again_after_going_back(visitor: Visitor, portal: Portal, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment).cancel().open("/citas/cancela/detalle")
    assert visitor.page.status_code == 409
    assert visitor.texts("h1") == ["La cita ya está cancelada"]
    assert statuses(portal, with_appointment) == ["CANCELADA", "AGENDADA"]


def test_all_that_is_wrong_is_said_at_once(visitor: Visitor, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment).cancel(solicitante=" ", motivo="", captcha="")
    assert visitor.page.status_code == 422
    assert visitor.errors == [
        "El campo «Solicitante de cancelación» es obligatorio.",
        "El campo «Motivo» es obligatorio.",
        "El campo «Código captcha» es obligatorio.",
    ]


def test_wrong_captcha(visitor: Visitor, portal: Portal, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment)
    before = visitor.value("captcha_id")
    visitor.cancel(captcha="?????")
    assert "El código captcha no coincide o ya venció" in visitor.text
    assert visitor.value("solicitante") == "Rosa Díaz Ñuño"
    assert '<option value="otro" selected>' in visitor.page.text
    assert visitor.value("captcha") == ""
    assert visitor.value("captcha_id") != before
    assert statuses(portal, with_appointment) == ["AGENDADA"]
    assert visitor.cancel().path == "/citas/cancela/aviso"


def test_another_code_keeps_the_rest(visitor: Visitor, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment)
    before = visitor.value("captcha_id")
    visitor.cancel(otro="1", motivo="", captcha="ABC")
    assert visitor.page.status_code == 200
    assert "aria-invalid" not in visitor.page.text
    assert visitor.value("solicitante") == "Rosa Díaz Ñuño"
    assert visitor.value("captcha") == ""
    assert visitor.value("captcha_id") != before


def test_the_picture(visitor: Visitor, app: Flask, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment)
    address = f"/citas/captcha/{visitor.value('captcha_id')}.png"
    assert f'src="{address}"' in visitor.page.text
    picture = visitor.client.get(address)
    assert (picture.status_code, picture.mimetype) == (200, "image/png")
    assert picture.headers["Cache-Control"] == "no-store"
    assert app.test_client().get(address).status_code == 404


def test_36_hours_to_the_second(
    visitor: Visitor, portal: Portal, clock: StillClock, with_appointment: Person
) -> None:
    clock.set("2024-01-29 01:30:00")
    visitor.choose_appointment(with_appointment)
    clock.set("2024-01-29 01:30:01")
    visitor.cancel()
    assert visitor.page.status_code == 409
    assert "Faltan menos de 36 horas" in visitor.text
    assert "terminó el 29/01/2024 a las 01:30:00 hrs" in visitor.text
    assert "55 4000 1000 , opción 5, submenú 1, y elige la opción 7" in visitor.text
    assert statuses(portal, with_appointment) == ["AGENDADA"]
    clock.set("2024-01-29 01:30:00")
    visitor.choose_appointment(with_appointment).cancel()
    assert visitor.path == "/citas/cancela/aviso"


def test_a_warning_instead_of_a_bar(
    make_app: Callable[..., Flask], clock: StillClock, with_appointment: Person
) -> None:
    app = make_app(notice="warning")
    visitor = Visitor(app.test_client(), portal_of(app))
    clock.set("2024-01-29 01:30:01")
    visitor.choose_appointment(with_appointment).cancel()
    assert visitor.path == "/citas/cancela/aviso"
    assert "Faltaban menos de 36 horas." in visitor.text


def test_once_it_has_begun(visitor: Visitor, clock: StillClock, with_appointment: Person) -> None:
    clock.set("2024-01-30 13:29")
    visitor.choose_appointment(with_appointment)
    clock.set("2024-01-30 13:30")
    assert visitor.cancel().texts("h1") == ["La cita ya empezó"]
    assert "no tiene ninguna cita vigente" in visitor.open("/citas/cancela/cita").text


@pytest.mark.parametrize("forged", [{"clave": "CC3QZ8", "persona": "bitacora", "key": "CC3QZ8"}])
def test_forged_fields_are_not_read(
    visitor: Visitor,
    portal: Portal,
    with_appointment: Person,
    with_history: Person,
    forged: dict[str, Any],
) -> None:
    before = statuses(portal, with_history)
    visitor.choose_appointment(with_appointment).cancel(**forged)
    assert "UC3QK2" in visitor.text
    assert statuses(portal, with_history) == before
    assert statuses(portal, with_appointment) == ["CANCELADA", "AGENDADA"]


def test_a_reason_of_ones_own_is_none(visitor: Visitor, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment).cancel(motivo="porque sí")
    assert visitor.errors == ["El campo «Motivo» es obligatorio."]


@pytest.mark.parametrize("char", "\u2800\u3164\u115f\u034f\ufe0f\U000e0100\u200b\u00a0", ids=ascii)
def test_what_cannot_be_seen_is_no_name(
    visitor: Visitor, with_appointment: Person, char: str
) -> None:
    visitor.choose_appointment(with_appointment).cancel(solicitante=char * 3)
    assert visitor.errors == ["El campo «Solicitante de cancelación» es obligatorio."]
    assert len(visitor.portal.bitacora(with_appointment)) == 1


@pytest.mark.parametrize("typed", ["\u0301", "123", ".-", "👍", "\u3164\u0301"], ids=ascii)
def test_a_name_has_letters(visitor: Visitor, with_appointment: Person, typed: str) -> None:
    visitor.choose_appointment(with_appointment).cancel(solicitante=typed)
    assert visitor.errors == ["El campo «Solicitante de cancelación» debe tener alguna letra."]
    assert visitor.value("solicitante") == typed


@pytest.mark.parametrize("typed", ["Ñ", "Li", "O'Neil 3", "ʻOkina", "李", "Jose\u0301"])
def test_any_letter_will_do(visitor: Visitor, with_appointment: Person, typed: str) -> None:
    visitor.choose_appointment(with_appointment).cancel(solicitante=typed)
    assert visitor.path == "/citas/cancela/aviso"


def test_a_name_too_long(visitor: Visitor, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment).cancel(solicitante="a" * 121)
    assert "acepta hasta 120 letras" in visitor.text
