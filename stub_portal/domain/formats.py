"""How the published guides write dates and hours, in the office's time zone."""

from datetime import date, datetime, tzinfo

from stub_portal.domain.slots import Slot

_WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


def date_text(moment: datetime, zone: tzinfo) -> str:
    """Return "30/01/2024"."""
    return day_text(moment.astimezone(zone).date())


def day_text(day: date) -> str:
    """Return "30/01/2024"."""
    return f"{day:%d/%m/%Y}"


def weekday_text(day: date) -> str:
    """Return "martes"; not by the machine's locale, which may know no Spanish."""
    return _WEEKDAYS[day.weekday()]


def clock_text(moment: datetime, zone: tzinfo) -> str:
    """Return "01:30:00"."""
    return f"{moment.astimezone(zone):%H:%M:%S}"


def limit_text(moment: datetime, zone: tzinfo) -> str:
    """Return "01:30:00 hrs"; in an hour that the clocks show twice, which of the two it is."""
    local = moment.astimezone(zone)
    text = f"{clock_text(moment, zone)} hrs"
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return text
    return f"{text} ({'después' if local.fold else 'antes'} del cambio de horario)"


def moment_text(moment: datetime, zone: tzinfo) -> str:
    """Return "24/01/2024 15:53:49" (Bitácora guide, step 7)."""
    return f"{date_text(moment, zone)} {clock_text(moment, zone)}"


def listed_hours(slot: Slot, zone: tzinfo) -> str:
    """Return "13:30 hrs-13:45 hrs" (Bitácora guide, step 7)."""
    start, end = slot.start.astimezone(zone), slot.end.astimezone(zone)
    return f"{start:%H:%M} hrs-{end:%H:%M} hrs"


def offered_hours(slot: Slot, zone: tzinfo) -> str:
    """Return "13:30-13:45 hrs" (Cancelación guide, steps 7 and 8)."""
    start, end = slot.start.astimezone(zone), slot.end.astimezone(zone)
    return f"{start:%H:%M}-{end:%H:%M} hrs"
