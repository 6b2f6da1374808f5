"""Dates as the sentences write them: 30/01/2024, and 13:30 by the office's clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_OFFICE_ZONE = ZoneInfo("America/Mexico_City")


def moment_of(day: str, time: str) -> datetime:
    """Return an aware moment; `time` has seconds or not."""
    pattern = "%d/%m/%Y %H:%M:%S" if time.count(":") > 1 else "%d/%m/%Y %H:%M"
    return datetime.strptime(f"{day} {time}", pattern).replace(tzinfo=_OFFICE_ZONE)


def date_of(day: str) -> date:
    """Return a day."""
    return moment_of(day, "00:00").date()
