"""Dates as the sentences write them: 30/01/2024, and 13:30 by the office's clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

# Where an office is, as the sentences say it.
ZONES = {
    "Ciudad de México": ZoneInfo("America/Mexico_City"),
    "Tijuana": ZoneInfo("America/Tijuana"),
}
USUAL_ZONE = ZONES["Ciudad de México"]


def moment_of(day: str, time: str, *, zone: ZoneInfo = USUAL_ZONE, fold: int = 0) -> datetime:
    """Return an aware moment; `time` has seconds or not.

    `fold` says which of the two it is (0, 1) in an hour that the clocks show twice.
    """
    pattern = "%d/%m/%Y %H:%M:%S" if time.count(":") > 1 else "%d/%m/%Y %H:%M"
    return datetime.strptime(f"{day} {time}", pattern).replace(tzinfo=zone, fold=fold)


def date_of(day: str) -> date:
    """Return a day."""
    return moment_of(day, "00:00").date()
