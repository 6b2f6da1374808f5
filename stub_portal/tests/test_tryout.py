"""What somebody is told who starts the portal by hand."""

from datetime import timedelta

from flask import Flask

from stub_portal import tryout_data
from stub_portal.domain.people import Search
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
