"""Entering the portal past the screens before: each doorway opens on what the place says."""

import re

import pytest
from flask import Flask

from stub_portal.domain.people import Person
from stub_portal.seed import bystanders
from stub_portal.service import Portal
from stub_portal.web.doorways import Doorway, NoDoorwayError, Place, open_doorway

NEW, LOG, REPRINT, CANCEL = "Nueva cita", "Bitácora", "Reimprime cita", "Cancela cita"
DAY, HOURS, WINDOW = "31/01/2024", "09:15-09:30 hrs", "02"
BOOKED_DAY, KEY = "30/01/2024", "UC3QK2"


def place(screen: str, stage: str, **chosen: str) -> Place:
    parts = dict.fromkeys(("typed", "day", "hours", "window"), "")
    return Place(screen, stage, **parts | chosen)


def seen(app: Flask, doorway: Doorway) -> str:
    """Return the words of the screen that a doorway opens on."""
    client = app.test_client()
    for cookie in doorway.cookies:
        client.set_cookie(cookie.name, cookie.value, path=cookie.path)
    answer = client.get(doorway.path)
    assert answer.status_code == 200, answer.headers.get("Location")
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text.partition("<main")[2]).split())


def entered(app: Flask, portal: Portal, person: Person, where: Place) -> str:
    return seen(app, open_doorway(portal, where, person))


@pytest.fixture
def newcomer() -> Person:
    """Somebody without appointments."""
    return bystanders()[0]


@pytest.mark.parametrize(
    ("where", "title"),
    [
        (place(NEW, "found"), "Elige el día"),
        (place(NEW, "day", day=DAY), "Elige el horario y la ventanilla"),
        (place(NEW, "detail", day=DAY, hours=HOURS, window=WINDOW), f"Horario {HOURS}"),
    ],
    ids=["days", "slots", "detail"],
)
def test_booking_is_entered_at_any_of_its_screens(
    app: Flask, portal: Portal, newcomer: Person, where: Place, title: str
) -> None:
    words = entered(app, portal, newcomer, where)
    assert title in words
    assert not portal.appointments(newcomer)


@pytest.mark.parametrize(
    ("where", "title"),
    [
        (place(LOG, "found"), f"AGENDADA {KEY}"),
        (place(REPRINT, "found", typed=KEY), f"Clave de la cita {KEY}"),
        (place(REPRINT, "found"), f"Clave de la cita {KEY}"),  # the live appointment's
        (place(CANCEL, "found"), "Da clic en la cita"),
        (place(CANCEL, "detail", day=BOOKED_DAY), "Motivo*"),
    ],
    ids=["log", "sheet", "sheet of the live one", "appointment", "detail"],
)
def test_an_appointment_is_found(
    app: Flask, portal: Portal, with_appointment: Person, where: Place, title: str
) -> None:
    assert title in entered(app, portal, with_appointment, where)
    assert portal.live_appointment(with_appointment, portal.now())


def test_what_was_booked_is_booked_once(app: Flask, portal: Portal, newcomer: Person) -> None:
    where = place(NEW, "done", day=DAY, hours=HOURS, window=WINDOW)
    first, second = (open_doorway(portal, where, newcomer) for _ in range(2))
    [appointment] = portal.appointments(newcomer)
    assert first.key == second.key == appointment.key
    assert f"Clave de la cita {appointment.key}" in seen(app, second)
    assert (appointment.slot.window, f"{appointment.slot.start:%d/%m %H:%M}") == (
        WINDOW,
        "31/01 09:15",
    )


def test_what_was_cancelled_is_cancelled_once(
    app: Flask, portal: Portal, with_appointment: Person
) -> None:
    where = place(CANCEL, "done", day=BOOKED_DAY)
    for _ in range(2):
        doorway = open_doorway(portal, where, with_appointment)
        assert "La cancelación fue procesada" in seen(app, doorway)
        assert doorway.key == ""
    assert [row.status for row in portal.bitacora(with_appointment)] == ["CANCELADA", "AGENDADA"]


@pytest.mark.parametrize(
    ("where", "why"),
    [
        (place("Otra", "found"), "No hay un atajo a ese punto de «Otra»"),
        (place(CANCEL, "day"), "No hay un atajo"),
        (place(CANCEL, "detail", day=DAY), "no tiene una cita vigente"),
        (place(CANCEL, "done", day=DAY), "no tiene una cita vigente"),
        (place(REPRINT, "found", typed="NADIE1"), "no tiene una cita con esa clave"),
        (place(NEW, "done", day=DAY, hours=HOURS, window=WINDOW), "ya tiene otra cita"),
        (place(NEW, "done", day=DAY, hours="23:00-23:15 hrs", window=WINDOW), "No se atiende"),
        (place(NEW, "day", day="31/02/2024"), "no es una fecha"),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{one.screen}-{one.stage}",
)
def test_where_nobody_can_be_is_told(
    portal: Portal, with_appointment: Person, where: Place, why: str
) -> None:
    before = portal.appointments(with_appointment)
    with pytest.raises(NoDoorwayError, match=why):
        open_doorway(portal, where, with_appointment)
    assert portal.appointments(with_appointment) == before


def test_what_the_portal_refuses_is_told(
    portal: Portal, newcomer: Person, with_appointment: Person
) -> None:
    slot = portal.appointments(with_appointment)[0].slot
    assert slot.window == "02"
    taken = place(NEW, "done", day=BOOKED_DAY, hours="13:30-13:45 hrs", window=slot.window)
    with pytest.raises(NoDoorwayError, match="ya es de otra persona"):
        open_doorway(portal, taken, newcomer)
