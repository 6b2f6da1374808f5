"""What somebody needs who starts the portal by hand: data of people to try it with."""

from random import SystemRandom

from flask import Flask

from stub_portal.domain.events import AppointmentBooked
from stub_portal.domain.keys import new_key
from stub_portal.domain.people import Person
from stub_portal.seed import populate, published_examples, tryout, tryout_slot
from stub_portal.service import Portal
from stub_portal.web.current import portal_of

Facts = tuple[tuple[str, str], ...]


def tryout_data(app: Flask) -> tuple[tuple[str, Facts], ...]:
    """Fill an empty portal, and return for each person what to try and the data to type.

    Whoever tries Cancela cita always finds an appointment that can still be cancelled.
    """
    portal = portal_of(app)
    populate(portal)
    example, _ = published_examples()
    person = tryout(portal.now(), portal.settings.closures).person
    _give_appointment(portal, person)
    return (
        ("Para probar «Cancela cita» (tiene una cita vigente):", _facts(person)),
        ("Para probar «Bitácora» (el ejemplo publicado):", _facts(example.person)),
    )


def _give_appointment(portal: Portal, person: Person) -> None:
    now = portal.now()
    if portal.live_appointment(person, now):
        return
    slot = tryout_slot(now, portal.settings.closures)
    key = new_key(SystemRandom())
    portal.record(person, AppointmentBooked(key=key, slot=slot, registered_at=now))


def _facts(person: Person) -> Facts:
    return (
        ("RFC/CURP", person.curp),
        ("Nombre(s)", person.names),
        ("Primer apellido", person.first_surname),
        ("Segundo apellido", person.second_surname),
    )
