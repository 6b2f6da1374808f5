"""What somebody needs who starts the portal by hand: data of people to try it with."""

from random import SystemRandom

from flask import Flask

from stub_portal.domain.events import AppointmentBooked
from stub_portal.domain.keys import new_key
from stub_portal.domain.people import Person
from stub_portal.domain.slots import Slot
from stub_portal.seed import bystanders, populate, published_examples, tryout, tryout_slot
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
    newcomer = _without_appointment(portal)
    return (
        ("Para probar «Cancela cita» (tiene una cita vigente):", _facts(person)),
        ("Para probar «Nueva cita» (no tiene ninguna cita vigente):", _facts(newcomer)),
        ("Para probar «Bitácora» (el ejemplo publicado):", _facts(example.person)),
    )


def _give_appointment(portal: Portal, person: Person) -> None:
    now = portal.now()
    if portal.live_appointment(person, now):
        return
    key = new_key(SystemRandom())
    portal.record(person, AppointmentBooked(key=key, slot=_free_slot(portal), registered_at=now))


def _free_slot(portal: Portal) -> Slot:
    usual = tryout_slot(portal.now(), portal.settings.closures)
    later = [slot for day in portal.days() for slot in day.slots if slot.start >= usual.start]
    return usual if usual in later or not later else later[0]


def _without_appointment(portal: Portal) -> Person:
    now, people = portal.now(), bystanders()
    free = (person for person in people if portal.live_appointment(person, now) is None)
    return next(free, people[0])


def _facts(person: Person) -> Facts:
    return (
        ("RFC/CURP", person.curp),
        ("Nombre(s)", person.names),
        ("Primer apellido", person.first_surname),
        ("Segundo apellido", person.second_surname),
    )
