"""What has happened to a person's appointments, and how the Bitácora should show it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from steps.control import HistoryEvent
from steps.dates import moment_of

_SLOT = timedelta(minutes=15)


def long_history(appointments: int) -> list[HistoryEvent]:
    """Return that many appointments, each booked and a minute later cancelled, oldest first."""
    return [event for number in range(appointments) for event in _booked_and_cancelled(number)]


def rows_of(history: Sequence[HistoryEvent]) -> list[list[str]]:
    """Return the rows of "Listado de citas", without their header, for events oldest first."""
    return [_row(*event) for event in reversed(history)]


def _booked_and_cancelled(number: int) -> tuple[HistoryEvent, HistoryEvent]:
    key = f"C{number:05}"
    start = moment_of("06/01/2020", "09:00") + timedelta(days=number)
    booked = moment_of("02/01/2020", "08:07:06") + timedelta(hours=number)
    cancelled = booked + timedelta(minutes=1)
    return ("AGENDADA", key, start, booked), ("CANCELADA", key, start, cancelled)


def _row(status: str, key: str, start: datetime, registered_at: datetime) -> list[str]:
    hours = f"{start:%H:%M} hrs-{start + _SLOT:%H:%M} hrs"
    return [f"{start:%d/%m/%Y}", hours, "NO", f"{registered_at:%d/%m/%Y %H:%M:%S}", status, key]
