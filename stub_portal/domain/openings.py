"""What can still be booked: the office's slots, without those that are held or have begun."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime

from stub_portal.domain.appointments import Rules
from stub_portal.domain.slots import Slot


@dataclass(frozen=True, kw_only=True)
class OpenDay:
    """A day on which the office attends, with the slots that nobody has yet: maybe none."""

    day: date
    slots: tuple[Slot, ...]


def bookable_days(rules: Rules, now: datetime) -> tuple[date, ...]:
    """Return the days on which somebody can book at this moment."""
    return rules.office.days(now.astimezone(rules.zone).date(), rules.closures)


def open_day(day: date, held: AbstractSet[Slot], rules: Rules, now: datetime) -> OpenDay:
    """Return what is left of a bookable day, by hour and window."""
    slots = rules.office.slots(day, rules.zone)
    free = tuple(slot for slot in slots if now < slot.start and slot not in held)
    return OpenDay(day=day, slots=free)
