"""What somebody is told who starts the portal by hand."""

from datetime import timedelta

from flask import Flask

from stub_portal import tryout_data
from stub_portal.domain.people import Person, Search
from stub_portal.seed import tryout, tryout_slot
from stub_portal.service import Portal
from stub_portal.tests.visitor import StillClock
from stub_portal.web.current import portal_of


def test_whoever_tries_the_portal_always_has_an_appointment_to_cancel(
    app: Flask, clock: StillClock
) -> None:
    title, facts = tryout_data(app)[0]
    assert "Cancela cita" in title
    portal = portal_of(app)
    search = Search(
        identity=dict(facts)["RFC/CURP"],
        names=dict(facts)["Nombre(s)"],
        first_surname=dict(facts)["Primer apellido"],
        second_surname=dict(facts)["Segundo apellido"],
    )
    person = portal.find_person(search)
    assert person
    clock.moment += timedelta(days=30)
    assert portal.live_appointment(person, clock.now()) is None
    assert tryout_data(app)[0] == (title, facts)
    live = portal.live_appointment(person, clock.now())
    assert live
    assert portal.notice.is_met(live.slot.start, clock.now())


def test_a_slot_that_somebody_booked_by_hand_is_in_nobodys_way(
    portal: Portal, app: Flask, clock: StillClock, anna: Person
) -> None:
    clock.moment += timedelta(days=30)
    usual = tryout_slot(clock.now())
    portal.book(anna, usual)
    (_, facts), (title, newcomer), _ = tryout_data(app)
    person = tryout(clock.now()).person
    assert facts[0] == ("RFC/CURP", person.curp)
    live = portal.live_appointment(person, clock.now())
    assert live
    assert live.slot != usual
    assert "Nueva cita" in title
    assert newcomer[0][1] != anna.curp
