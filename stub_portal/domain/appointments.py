"""A person's appointments: `decide` what happens on a command, `evolve` by what happened."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from functools import reduce

from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Event, Reason
from stub_portal.domain.notice import NoticeRule
from stub_portal.domain.office import UAPES_4, Office
from stub_portal.domain.refusals import (
    AlreadyBookedError,
    AlreadyCancelledError,
    AlreadyOverError,
    NotASlotError,
    ShortNoticeError,
    UnknownAppointmentError,
)
from stub_portal.domain.slots import Slot


@dataclass(frozen=True, kw_only=True)
class Book:
    """The wish to have that slot under that key."""

    key: str
    slot: Slot


@dataclass(frozen=True, kw_only=True)
class Cancel:
    """The wish to give the appointment of that key back (Cancelación guide, step 8)."""

    key: str
    requester: str
    reason: Reason


Command = Book | Cancel


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What the office holds to when it decides."""

    notice: NoticeRule
    zone: tzinfo
    closures: AbstractSet[date]
    office: Office = UAPES_4


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """What became of one key so far; `cancelled_at` is None while it stands."""

    key: str
    slot: Slot
    cancelled_at: datetime | None = None


@dataclass(frozen=True)
class Agenda:
    """One person's appointments, in the order of booking."""

    appointments: tuple[Appointment, ...] = ()

    def find(self, key: str) -> Appointment | None:
        """Return the appointment of that key."""
        return next((one for one in self.appointments if one.key == key), None)

    def live(self, now: datetime) -> Appointment | None:
        """Return the appointment that stands and has not begun: there is at most one."""
        standing = (one for one in self.appointments if one.cancelled_at is None)
        return next((one for one in standing if now < one.slot.start), None)


def decide(agenda: Agenda, command: Command, rules: Rules, now: datetime) -> tuple[Event, ...]:
    """Return what happens on a command, or raise the Refusal that says why nothing does."""
    if isinstance(command, Book):
        return _book(agenda, command, rules, now)
    return _cancel(agenda, command, rules, now)


def evolve(agenda: Agenda, event: Event) -> Agenda:
    """Return the agenda after one more event."""
    if isinstance(event, AppointmentBooked):
        booked = Appointment(key=event.key, slot=event.slot)
        return Agenda((*agenda.appointments, booked))
    return Agenda(
        tuple(
            replace(one, cancelled_at=event.registered_at) if one.key == event.key else one
            for one in agenda.appointments
        )
    )


def agenda_of(events: Iterable[Event]) -> Agenda:
    """Return the agenda that a person's events, oldest first, amount to."""
    return reduce(evolve, events, Agenda())


def _book(agenda: Agenda, command: Book, rules: Rules, now: datetime) -> tuple[Event, ...]:
    if agenda.live(now):
        raise AlreadyBookedError
    if not rules.office.offers(command.slot, rules.zone, rules.closures, now):
        raise NotASlotError
    return (AppointmentBooked(key=command.key, slot=command.slot, registered_at=now),)


def _cancel(agenda: Agenda, command: Cancel, rules: Rules, now: datetime) -> tuple[Event, ...]:
    appointment = agenda.find(command.key)
    if appointment is None:
        raise UnknownAppointmentError
    if appointment.cancelled_at is not None:
        raise AlreadyCancelledError
    start = appointment.slot.start
    if start <= now:
        raise AlreadyOverError
    if rules.notice.enforced and not rules.notice.is_met(start, now):
        raise ShortNoticeError(rules.notice.last_moment(start))
    return (
        AppointmentCancelled(
            key=command.key,
            requester=command.requester,
            reason=command.reason,
            registered_at=now,
        ),
    )
