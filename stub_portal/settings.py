"""Everything about the portal that can be set, in one place."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How one portal behaves. README.md tells which open question each setting answers.

    database_url: an SQLAlchemy URL; "sqlite://" keeps everything in memory.
    captcha_seed: with a number, captcha answers and pictures repeat from run to run.
    captcha_ttl, session_ttl: how long a captcha can be answered and a visit be resumed.
    notice: what less than `notice_hours` does: "bar" refuses, "warning" cancels and says so.
    notice_hours: real elapsed hours before the start of the appointment.
    closures: working days on which the office is closed, in its own time zone.
    time_zone: the office's, an IANA name.
    """

    database_url: str
    captcha_seed: int | None = None
    captcha_ttl: timedelta = timedelta(minutes=10)
    session_ttl: timedelta = timedelta(minutes=30)
    notice: Literal["bar", "warning"] = "bar"
    notice_hours: int = 36
    closures: frozenset[date] = frozenset()
    time_zone: str = "America/Mexico_City"

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.time_zone)
