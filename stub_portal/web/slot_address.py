"""Slots in addresses: /2024-01-30/1330/02 says day, hour and window, and nothing of a person."""

from datetime import date

from flask import abort

from stub_portal.domain.slots import Slot
from stub_portal.web.current import current_portal


def address_of(slot: Slot) -> dict[str, str]:
    """Return the parts of a slot's address, by the names that the routes use."""
    local = slot.start.astimezone(current_portal().settings.zone)
    return {"day": local.date().isoformat(), "hour": f"{local:%H%M}", "window": slot.window}


def day_of(slot: Slot) -> date:
    """Return the day of a slot, by the office's clock."""
    return slot.start.astimezone(current_portal().settings.zone).date()


def day_at(day: str) -> date:
    """Return the day of an address; 404 if that is no date."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        abort(404)
    if found.isoformat() != day:  # one day, one address
        abort(404)
    return found


def slot_at(day: str, hour: str, window: str) -> Slot:
    """Return the slot of an address, free or not; 404 if the office has none like that."""
    settings = current_portal().settings
    asked = {"day": day, "hour": hour, "window": window}
    slots = settings.office.slots(day_at(day), settings.zone)
    found = next((slot for slot in slots if address_of(slot) == asked), None)
    return found or abort(404)
