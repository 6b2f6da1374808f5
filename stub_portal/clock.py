"""Where the time comes from: handed in, so that a test can hold it still."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Anything that tells the time."""

    def now(self) -> datetime:
        """Return the present moment, aware of its time zone."""


# Where a clock stands that nobody has set: the examples' appointments are still ahead.
START = datetime(2024, 1, 26, 16, tzinfo=UTC)


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


class StillClock:
    """Stands still until somebody sets it."""

    def __init__(self, moment: datetime = START) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return the moment that the clock was set to."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Set the clock to an aware moment."""
        self._moment = moment
