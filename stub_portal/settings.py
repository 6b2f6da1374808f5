"""Everything about the portal that can be set, in one place."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, Self
from zoneinfo import ZoneInfo

from stub_portal.domain.office import UAPES_4, Office
from stub_portal.limits import FAILED_SEARCHES, WRONG_CAPTCHAS, Limit

_SEED = 36  # any would do


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
    office: its name, windows, hours, and how many days ahead it can be booked.
    key_seed: with a number, the keys of new appointments repeat from run to run.
    failed_searches, wrong_captchas: how many are answered a visit and an address, and within
        what time; then nothing is looked up until that time is over.
    control_token: with a text, whoever says it over HTTP on this machine can arrange the portal
        for a test (`web/control.py`); it needs a StillClock. Without it there is no such address.
    """

    database_url: str
    captcha_seed: int | None = None
    captcha_ttl: timedelta = timedelta(minutes=10)
    session_ttl: timedelta = timedelta(minutes=30)
    notice: Literal["bar", "warning"] = "bar"
    notice_hours: int = 36
    closures: frozenset[date] = frozenset()
    time_zone: str = "America/Mexico_City"
    office: Office = UAPES_4
    key_seed: int | None = None
    failed_searches: Limit = FAILED_SEARCHES
    wrong_captchas: Limit = WRONG_CAPTCHAS
    control_token: str | None = field(default=None, repr=False)

    @classmethod
    def for_tests(cls, control_token: str | None = None) -> Self:
        """Return those of a portal in memory, whose captchas and keys repeat from run to run."""
        return cls(
            database_url="sqlite://",
            captcha_seed=_SEED,
            key_seed=_SEED,
            control_token=control_token,
        )

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.time_zone)
