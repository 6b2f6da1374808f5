"""An office that attends people: its windows, its hours, and the slots that follow from them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from stub_portal.domain.slots import SLOT_LENGTH, Slot, is_working_day


@dataclass(frozen=True, kw_only=True)
class Office:
    """Where appointments are given. Hours and days are those of the office's own time zone.

    windows: who attends at the same time, one person each.
    opens, closes: the first slot begins when it opens, the last ends when it closes.
    days_ahead: how many days from today somebody can book, today being 0.
    """

    name: str = "UAPES No. 4"
    windows: tuple[str, ...] = ("01", "02", "03")
    opens: time = time(9)
    closes: time = time(15)
    days_ahead: int = 30

    def days(self, today: date, closures: AbstractSet[date]) -> tuple[date, ...]:
        """Return the days on which somebody can book, from today on."""
        ahead = (today + timedelta(days=number) for number in range(self.days_ahead + 1))
        return tuple(day for day in ahead if is_working_day(day, closures))

    def slots(self, day: date, zone: tzinfo) -> tuple[Slot, ...]:
        """Return every slot of a day, by hour and window, whoever may hold it."""
        return tuple(
            Slot(office=self.name, window=window, start=start)
            for start in self._starts(day, zone)
            for window in self.windows
        )

    def offers(self, slot: Slot, zone: tzinfo, closures: AbstractSet[date], now: datetime) -> bool:
        """Tell whether somebody could book that slot now, if nobody holds it."""
        day, today = slot.start.astimezone(zone).date(), now.astimezone(zone).date()
        bookable = day in self.days(today, closures) and now < slot.start
        return bookable and slot in self.slots(day, zone)

    def _starts(self, day: date, zone: tzinfo) -> Iterator[datetime]:
        start, closes = (datetime.combine(day, hour, zone) for hour in (self.opens, self.closes))
        while start + SLOT_LENGTH <= closes:
            yield start
            start += SLOT_LENGTH


# The published examples' own.
UAPES_4 = Office()
