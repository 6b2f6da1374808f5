"""The Bitácora: a person's event log as rows, newest registration first (its guide, step 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from stub_portal.domain.events import AppointmentBooked, Event
from stub_portal.domain.slots import Slot


@dataclass(frozen=True, kw_only=True)
class BitacoraRow:
    """One line of "Listado de citas".

    `file` is the column "Expediente"; the guide shows "NO" in every row and says no more.
    """

    slot: Slot
    registered_at: datetime
    status: Literal["AGENDADA", "CANCELADA"]
    key: str
    file: str = "NO"


def bitacora_of(events: Sequence[Event]) -> tuple[BitacoraRow, ...]:
    """Return a row for every event, so that a cancelled appointment stands there twice."""
    slots = {event.key: event.slot for event in events if isinstance(event, AppointmentBooked)}
    rows = [_row(event, slots[event.key]) for event in events]
    rows.reverse()  # of two rows of one moment, the later in the log is the newer
    return tuple(sorted(rows, key=lambda row: row.registered_at, reverse=True))


def _row(event: Event, slot: Slot) -> BitacoraRow:
    return BitacoraRow(
        slot=slot,
        registered_at=event.registered_at,
        status="AGENDADA" if isinstance(event, AppointmentBooked) else "CANCELADA",
        key=event.key,
    )
