"""A quarter of an hour at an office's window, and the days on which there are any."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta

SLOT_LENGTH = timedelta(minutes=15)
_SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One person's turn: "UAPES No. 4", window "02", from `start` (aware) for 15 minutes."""

    office: str
    window: str
    start: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None:
            raise ValueError("A slot's start needs a time zone.")

    @property
    def end(self) -> datetime:
        """The moment at which the next slot begins."""
        return self.start + SLOT_LENGTH


def is_working_day(day: date, closures: AbstractSet[date]) -> bool:
    """Tell whether the office attends on that day: Monday to Friday, closures apart."""
    return day.weekday() < _SATURDAY and day not in closures
