"""The sheet "Asignación de clave de nueva cita" (Bitácora guide, step 7): what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from stub_portal.domain.appointments import agenda_of
from stub_portal.domain.events import AppointmentBooked, Event
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import (
    AlreadyCancelledError,
    AlreadyOverError,
    UnknownAppointmentError,
)
from stub_portal.domain.slots import Slot


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Whose appointment it is, which, and when its key was given out (aware)."""

    person: Person
    key: str
    slot: Slot
    registered_at: datetime

    @property
    def full_name(self) -> str:
        """Names and surnames as registered."""
        person = self.person
        parts = (person.names, person.first_surname, person.second_surname)
        return " ".join(part for part in parts if part)


def sheet_of(person: Person, events: Sequence[Event], key: str, now: datetime) -> Sheet:
    """Return the sheet of an appointment that stands and has not begun.

    Raises UnknownAppointmentError, AlreadyCancelledError or AlreadyOverError for the others.
    """
    booked = (one for one in events if isinstance(one, AppointmentBooked) and one.key == key)
    booking, appointment = next(booked, None), agenda_of(events).find(key)
    if booking is None or appointment is None:
        raise UnknownAppointmentError
    if appointment.cancelled_at is not None:
        raise AlreadyCancelledError
    if appointment.slot.start <= now:
        raise AlreadyOverError
    return Sheet(person=person, key=key, slot=appointment.slot, registered_at=booking.registered_at)
