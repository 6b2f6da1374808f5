"""The 36 hours where the clocks change, and what a running portal can be told to hold to."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from stub_portal.domain.events import AppointmentBooked
from stub_portal.domain.formats import limit_text
from stub_portal.domain.people import Person
from stub_portal.domain.slots import Slot
from stub_portal.limits import FAILED_SEARCHES
from stub_portal.service import Portal
from stub_portal.tests.visitor import StillClock, Visitor, local
from stub_portal.web.current import portal_of

TIJUANA = ZoneInfo("America/Tijuana")


def in_tijuana(text: str, fold: int = 0) -> datetime:
    """Return the moment that a clock in Tijuana shows; `fold` 1 for the second time."""
    return datetime.fromisoformat(text).replace(tzinfo=TIJUANA, fold=fold)


@pytest.mark.parametrize(
    ("text", "fold", "shown"),
    [
        ("2024-11-03 00:59:59", 0, "00:59:59 hrs"),
        ("2024-11-03 01:00:00", 0, "01:00:00 hrs (antes del cambio de horario)"),
        ("2024-11-03 01:59:59", 0, "01:59:59 hrs (antes del cambio de horario)"),
        ("2024-11-03 01:00:00", 1, "01:00:00 hrs (después del cambio de horario)"),
        ("2024-11-03 01:59:59", 1, "01:59:59 hrs (después del cambio de horario)"),
        ("2024-11-03 02:00:00", 0, "02:00:00 hrs"),
        ("2024-03-10 01:59:59", 0, "01:59:59 hrs"),
        ("2024-03-10 03:00:00", 0, "03:00:00 hrs"),
    ],
)
def test_which_of_two_hours_it_is(text: str, fold: int, shown: str) -> None:
    moment = in_tijuana(text, fold)
    assert limit_text(moment, TIJUANA) == shown
    assert limit_text(moment.astimezone(ZoneInfo("UTC")), TIJUANA) == shown


@pytest.mark.parametrize(("fold", "which"), [(0, "antes"), (1, "después")])
def test_whoever_must_wait_until_an_hour_that_comes_twice_is_told_which(
    make_app: Callable[..., Flask], clock: StillClock, anna: Person, fold: int, which: str
) -> None:
    app = make_app(time_zone=TIJUANA.key)
    visitor = Visitor(app.test_client(), portal_of(app))
    clock.moment = in_tijuana("2024-11-03 01:05:30", fold)
    for _ in range(FAILED_SEARCHES.per_visit + 1):
        visitor.search("/citas/bitacora", anna, nombres="Nadie")
    assert visitor.page.status_code == 429
    assert f"a partir de las 01:15:30 hrs ({which} del cambio de horario)." in visitor.text


@pytest.mark.parametrize("fold", [0, 1])
def test_a_visit_lasts_also_in_an_hour_that_comes_twice(
    make_app: Callable[..., Flask], clock: StillClock, anna: Person, fold: int
) -> None:
    app = make_app(time_zone=TIJUANA.key)
    clock.moment = in_tijuana("2024-11-03 01:20", fold)
    visitor = Visitor(app.test_client(), portal_of(app)).search("/citas/bitacora", anna)
    clock.moment = in_tijuana("2024-11-03 01:49:59", fold)
    assert visitor.open("/citas/bitacora/listado").path == "/citas/bitacora/listado"


def test_what_a_running_portal_is_told_holds_until_it_is_reset(portal: Portal) -> None:
    settings = portal.settings
    portal.move_office(TIJUANA.key)
    portal.set_notice("warning")
    portal.close_office(local("2024-01-31").date())
    assert (portal.settings.zone, portal.notice.enforced) == (TIJUANA, False)
    assert portal.free_slots(local("2024-01-31").date()) == ()
    assert portal.free_slots(local("2024-02-01").date())[0].start == local("2024-02-01 11:00")
    portal.reset()
    assert (portal.settings, portal.notice.enforced) == (settings, True)
    assert portal.free_slots(local("2024-01-31").date())[0].start == local("2024-01-31 09:00")


def test_the_screens_follow_an_office_that_moves(
    visitor: Visitor, portal: Portal, anna: Person
) -> None:
    slot = Slot(office="UAPES No. 4", window="01", start=in_tijuana("2024-02-01 09:00"))
    portal.record(anna, AppointmentBooked(key="K7M2PX", slot=slot, registered_at=portal.now()))
    portal.move_office(TIJUANA.key)
    visitor.choose_appointment(anna)
    assert visitor.facts["Horario"] == "09:00-09:15 hrs"
    assert "hasta el 30/01/2024 a las 21:00:00 hrs." in visitor.text


def test_whoever_opens_what_has_begun_is_told(
    visitor: Visitor, clock: StillClock, with_appointment: Person
) -> None:
    clock.set("2024-01-30 13:29:59")
    visitor.choose_appointment(with_appointment)
    clock.set("2024-01-30 13:30:00")
    visitor.open("/citas/cancela/detalle")
    assert (visitor.page.status_code, visitor.texts("h1")) == (409, ["La cita ya empezó"])


@pytest.mark.parametrize("sent", [{"otro": "1"}, {"captcha": ""}, {"captcha": "?????"}], ids=str)
def test_whoever_sends_anything_once_it_has_begun_is_shown_no_form(
    visitor: Visitor, clock: StillClock, with_appointment: Person, sent: dict[str, str]
) -> None:
    clock.set("2024-01-30 13:29:59")
    visitor.choose_appointment(with_appointment)
    clock.set("2024-01-30 13:30:00")
    visitor.cancel(**sent)
    assert (visitor.page.status_code, visitor.texts("h1")) == (409, ["La cita ya empezó"])
