"""The rules of appointments once more, told another way: in whole microseconds since 1970."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from stub_portal.domain.appointments import Agenda, Appointment, Rules
from stub_portal.domain.notice import NoticeRule
from stub_portal.domain.office import Office
from stub_portal.domain.refusals import (
    AlreadyBookedError,
    AlreadyCancelledError,
    AlreadyOverError,
    NotASlotError,
    Refusal,
    ShortNoticeError,
    SlotTakenError,
    UnknownAppointmentError,
)
from stub_portal.domain.slots import Slot

Why = type[Refusal] | None
NOTICE = 36 * 60 * 60 * 1_000_000
OFFICE = Office(windows=("01", "02"))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OPEN_MINUTES = range(9 * 60, 15 * 60, 15)
# Summer time begins or ends then, between Saturday and Monday (Mexico City: until 2022).
CHANGES = [
    ("America/Tijuana", datetime(2024, 3, 10, 10, tzinfo=UTC)),
    ("America/Tijuana", datetime(2024, 11, 3, 9, tzinfo=UTC)),
    ("America/Tijuana", datetime(2026, 3, 8, 10, tzinfo=UTC)),
    ("America/Mexico_City", datetime(2022, 4, 3, 8, tzinfo=UTC)),
    ("America/Mexico_City", datetime(2022, 10, 30, 7, tzinfo=UTC)),
]
QUIET = ("America/Mexico_City", datetime(2024, 3, 10, 10, tzinfo=UTC))


def micros(moment: datetime) -> int:
    """Return a moment as a number, so that no zone has a say in what is earlier."""
    return (moment.astimezone(UTC) - _EPOCH) // timedelta(microseconds=1)


def rules_in(zone: str, closures: frozenset[date] = frozenset(), *, bar: bool = True) -> Rules:
    """Return the office's usual rules in that zone."""
    notice = NoticeRule(hours=36, enforced=bar)
    return Rules(notice=notice, zone=ZoneInfo(zone), closures=closures, office=OFFICE)


def why_not_cancel(appointment: Appointment | None, now: datetime, *, bar: bool = True) -> Why:
    """Return why the appointment of a key cannot be cancelled; None if it can."""
    if appointment is None:
        return UnknownAppointmentError
    if appointment.cancelled_at:
        return AlreadyCancelledError
    left = micros(appointment.slot.start) - micros(now)
    if left <= 0:
        return AlreadyOverError
    return ShortNoticeError if bar and left < NOTICE else None


@dataclass
class Ledger:
    """Everybody's appointments by key, as the rules would have them."""

    rules: Rules
    held: dict[str, tuple[str, Appointment]]

    def why_not_book(self, person: str, slot: Slot, now: datetime) -> Why:
        """Return why that slot cannot be booked; None if it can."""
        standing = [(who, one) for who, one in self.held.values() if not one.cancelled_at]
        if any(who == person and micros(one.slot.start) > micros(now) for who, one in standing):
            return AlreadyBookedError
        if not self._is_offered(slot, now):
            return NotASlotError
        return SlotTakenError if any(one.slot == slot for _, one in standing) else None

    def book(self, person: str, key: str, slot: Slot) -> None:
        """Take note of a booking; no key comes twice."""
        assert key not in self.held
        self.held[key] = person, Appointment(key=key, slot=slot)

    def cancel(self, key: str, now: datetime) -> None:
        """Take note of a cancellation."""
        person, appointment = self.held[key]
        self.held[key] = person, replace(appointment, cancelled_at=now)

    def agenda(self, person: str) -> Agenda:
        """Return what replaying a person's log must give."""
        return Agenda(tuple(one for who, one in self.held.values() if who == person))

    def _is_offered(self, slot: Slot, now: datetime) -> bool:
        local, today = (moment.astimezone(self.rules.zone) for moment in (slot.start, now))
        exact = not (local.second or local.microsecond)
        return (
            slot.office == OFFICE.name
            and slot.window in OFFICE.windows
            and local.isoweekday() in {1, 2, 3, 4, 5}
            and local.date() not in self.rules.closures
            and 0 <= (local.date() - today.date()).days <= OFFICE.days_ahead
            and exact
            and local.hour * 60 + local.minute in _OPEN_MINUTES
            and micros(slot.start) > micros(now)
        )
