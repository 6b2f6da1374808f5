"""The pages of Nueva cita after the search, and when which of them is due."""

from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue

from stub_portal.domain import formats
from stub_portal.domain.appointments import Appointment
from stub_portal.domain.people import Person
from stub_portal.domain.slots import Slot
from stub_portal.web.captcha_field import new_captcha
from stub_portal.web.current import current_portal
from stub_portal.web.forms import FieldError
from stub_portal.web.shown import shown_field
from stub_portal.web.slot_address import address_of, day_of


def live_appointment(person: Person) -> Appointment | None:
    """Return the appointment that the person has now."""
    portal = current_portal()
    return portal.live_appointment(person, portal.now())


def in_the_way(person: Person, slot: Slot) -> ResponseReturnValue | None:
    """Return the page that says why the slot cannot be booked; None if it can."""
    refused = already_booked(person)
    if refused:
        return refused
    free = current_portal().free_slots(day_of(slot))
    return None if slot in free else gone(person, slot)


def already_booked(person: Person) -> ResponseReturnValue | None:
    """Return the page for whoever has a live appointment; None for the others."""
    appointment = live_appointment(person)
    if appointment is None:
        return None
    portal = current_portal()
    page = render_template(
        "citas/booking_refused.html",
        appointment=appointment,
        notice=portal.notice,
        now=portal.now(),
    )
    return page, 409


def gone(person: Person, slot: Slot) -> ResponseReturnValue:
    """Let the person choose again, because the slot is not free any more."""
    portal = current_portal()
    hours = formats.offered_hours(slot, portal.settings.zone)
    why = "ya lo apartó otra persona" if portal.offers(slot) else "ya no se ofrece"
    message = f"El lugar de {hours} en la ventanilla {slot.window} {why}. Elige otro."
    return choose_slot(person, day_of(slot), message)


def choose_day(person: Person, message: str = "") -> ResponseReturnValue:
    """Show the bookable days, with what went wrong before, if anything did."""
    page = render_template(
        "citas/booking_days.html",
        person=person,
        days=current_portal().days(),
        message=message,
    )
    return (page, 409) if message else page


def choose_slot(person: Person, day: date, message: str = "") -> ResponseReturnValue:
    """Show the free slots of a day; the other days if it has none."""
    free = current_portal().free_slots(day)
    if not free:
        full = f"El {formats.day_text(day)} no tiene lugares. Elige otro día."
        return choose_day(person, message or full)
    page = render_template(
        "citas/booking_slots.html",
        person=person,
        day=day,
        slots=free,
        address_of=address_of,
        message=message,
    )
    return (page, 409) if message else page


def confirm_slot(person: Person, slot: Slot, errors: list[FieldError]) -> str:
    """Show whose appointment it would be and which, and a new captcha."""
    portal = current_portal()
    return render_template(
        "citas/booking_confirm.html",
        person=person,
        slot=slot,
        day=address_of(slot)["day"],
        errors=errors,
        shown_field=shown_field(person, request.path),
        captcha_id=new_captcha(),
        notice=portal.notice,
        now=portal.now(),
    )
