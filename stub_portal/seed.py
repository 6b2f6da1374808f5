"""Fictitious people and the guides' own examples. Nobody here exists: Faker made them up."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Literal
from zoneinfo import ZoneInfo

from faker import Faker

from stub_portal.domain.civil_record import CivilRecord
from stub_portal.domain.curp import curp_of
from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Event, Reason
from stub_portal.domain.keys import new_key
from stub_portal.domain.office import UAPES_4
from stub_portal.domain.people import Person
from stub_portal.domain.rfc import rfc_of
from stub_portal.domain.slots import Slot, is_working_day
from stub_portal.service import Portal

OFFICE = UAPES_4.name
ZONE = ZoneInfo("America/Mexico_City")
_SEED = 2045
_STATE_CODES = """
    AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS
"""
_BORN_FROM, _BORN_TO = date(1950, 1, 1), date(2003, 12, 31)
_SOME_HAVE_NO_SECOND_SURNAME = 10
_SOME_HAVE_TWO_NAMES = 2
_DAYS_AHEAD = 4


@dataclass(frozen=True)
class Example:
    """A person and what happened to their appointments, oldest first."""

    person: Person
    events: tuple[Event, ...] = ()


def fictitious_record(fake: Faker) -> CivilRecord:
    """Return a civil record drawn from a seeded `Faker("es_MX")`: one in ten has one surname."""
    sex: Literal["H", "M"] = "H" if fake.boolean() else "M"
    name = fake.first_name_male if sex == "H" else fake.first_name_female
    names = name()
    if fake.random_int(1, _SOME_HAVE_TWO_NAMES) == 1:
        names = f"{names} {name()}"
    one_surname = fake.random_int(1, _SOME_HAVE_NO_SECOND_SURNAME) == 1
    return CivilRecord(
        names=names,
        first_surname=fake.last_name(),
        second_surname="" if one_surname else fake.last_name(),
        born=fake.date_between(_BORN_FROM, _BORN_TO),
        sex=sex,
        state=fake.random_element(_STATE_CODES.split()),
    )


def person_from(record: CivilRecord, person_id: str) -> Person:
    """Return a person whose CURP and RFC follow from the record."""
    return Person(
        id=person_id,
        curp=curp_of(record),
        rfc=rfc_of(record),
        names=record.names,
        first_surname=record.first_surname,
        second_surname=record.second_surname,
    )


def fictitious_person(fake: Faker, person_id: str) -> Person:
    """Return a made-up person under that id."""
    return person_from(fictitious_record(fake), person_id)


def published_examples() -> tuple[Example, Example]:
    """Return the Bitácora guide's example (step 7) and the Cancelación guide's (step 8)."""
    return (
        Example(_numbered("bitacora", 1), _bitacora_events()),
        Example(
            _numbered("cancelacion", 2),
            (_booked("UC3QK2", _slot("02", "2024-01-30 13:30"), "2024-01-24 10:20:31"),),
        ),
    )


def tryout_slot(now: datetime, closures: frozenset[date] = frozenset()) -> Slot:
    """Return 13:30 on the first working day at least four days after `now`."""
    day = now.astimezone(ZONE).date() + timedelta(days=_DAYS_AHEAD + 1)
    while not is_working_day(day, closures):
        day += timedelta(days=1)
    # A window of its own, so that it never meets a published example.
    return Slot(office=OFFICE, window="03", start=datetime.combine(day, time(13, 30), ZONE))


def tryout(now: datetime, closures: frozenset[date] = frozenset()) -> Example:
    """Return somebody with an appointment that can be cancelled, for a start by hand."""
    slot = tryout_slot(now, closures)
    key = new_key(Random(_SEED))  # noqa: S311 - wanted: the same key every time
    booked = AppointmentBooked(key=key, slot=slot, registered_at=now)
    return Example(_numbered("prueba", 3), (booked,))


def bystanders() -> tuple[Person, ...]:
    """Return five people without any appointment."""
    return tuple(_numbered(f"sin-citas-{number}", 3 + number) for number in range(1, 6))


def populate(portal: Portal) -> Example:
    """Fill an empty portal with everybody above and return the `tryout` example.

    On a portal that has them already nothing changes, and the example comes without events. Where
    an earlier time was broken off, it goes on.
    """
    trial = tryout(portal.now(), portal.settings.closures)
    everybody = (*published_examples(), trial, *map(Example, bystanders()))
    if portal.person(everybody[-1].person.id):
        return Example(trial.person)
    for example in everybody:
        if portal.person(example.person.id) is None:
            portal.add_person(example.person)
        if not portal.bitacora(example.person):
            portal.record(example.person, *example.events)
    return trial


@cache
def _numbered(person_id: str, number: int) -> Person:
    fake = Faker("es_MX")
    fake.seed_instance(_SEED + number)
    return fictitious_person(fake, person_id)


def _bitacora_events() -> tuple[Event, ...]:
    first, second = _slot("01", "2024-01-30 13:15"), _slot("01", "2024-01-30 13:30")
    person = _numbered("bitacora", 1)
    given_back = AppointmentCancelled(
        key="Z8YP3Q",
        requester=f"{person.names} {person.first_surname}",
        reason=Reason.CANNOT_ATTEND,
        registered_at=_local("2024-01-24 15:49:45"),
    )
    return (
        _booked("Z8YP3Q", first, "2024-01-24 12:56:02"),
        given_back,
        _booked("CC3QZ8", second, "2024-01-24 15:53:49"),
    )


def _booked(key: str, slot: Slot, registered: str) -> AppointmentBooked:
    return AppointmentBooked(key=key, slot=slot, registered_at=_local(registered))


def _slot(window: str, start: str) -> Slot:
    return Slot(office=OFFICE, window=window, start=_local(start))


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
