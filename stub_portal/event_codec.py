"""Events as rows of the log and back: (type, payload) beside the moment of registration."""

from datetime import datetime
from typing import Any

from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Event, Reason
from stub_portal.domain.slots import Slot


def encode(event: Event) -> dict[str, Any]:
    """Return the columns type, payload and recorded_at of an event."""
    return {
        "type": type(event).__name__,
        "payload": _payload(event),
        "recorded_at": event.registered_at,
    }


def decode(name: str, payload: dict[str, Any], recorded_at: datetime) -> Event:
    """Return the event that `encode` took apart; ValueError for a type it never wrote."""
    if name == AppointmentBooked.__name__:
        slot = Slot(
            office=payload["office"],
            window=payload["window"],
            start=datetime.fromisoformat(payload["start"]),
        )
        return AppointmentBooked(key=payload["key"], slot=slot, registered_at=recorded_at)
    if name == AppointmentCancelled.__name__:
        return AppointmentCancelled(
            key=payload["key"],
            requester=payload["requester"],
            reason=Reason(payload["reason"]),
            registered_at=recorded_at,
        )
    raise ValueError(f"The log holds an event of unknown type {name!r}.")


def _payload(event: Event) -> dict[str, str]:
    if isinstance(event, AppointmentBooked):
        return {
            "key": event.key,
            "office": event.slot.office,
            "window": event.slot.window,
            "start": event.slot.start.isoformat(),
        }
    return {"key": event.key, "requester": event.requester, "reason": event.reason.value}
