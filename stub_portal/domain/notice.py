"""How long before its start an appointment can be cancelled (both guides, final note)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, kw_only=True)
class NoticeRule:
    """So many real elapsed hours; `enforced` when less than that bars the cancellation."""

    hours: int
    enforced: bool

    def last_moment(self, start: datetime) -> datetime:
        """Return the last moment, in UTC, at which notice is still given in time.

        In UTC, because between two moments of one zone Python subtracts what the clocks on
        the wall show, which is an hour off when summer time begins or ends in between.
        """
        return start.astimezone(UTC) - timedelta(hours=self.hours)

    def is_met(self, start: datetime, now: datetime) -> bool:
        """Tell whether `now` is in time: exactly so many hours before is, a second later is not."""
        return now <= self.last_moment(start)
