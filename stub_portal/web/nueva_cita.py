"""Nueva cita: choose a day and a slot, and confirm them with a captcha.

What is being chosen stands in the address, so that two windows do not mix their choices up.
"""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from stub_portal.domain.appointments import Appointment
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import Refusal
from stub_portal.domain.slots import Slot
from stub_portal.web.booking_pages import (
    already_booked,
    choose_day,
    choose_slot,
    confirm_slot,
    gone,
    in_the_way,
    live_appointment,
)
from stub_portal.web.captcha_field import captcha_errors
from stub_portal.web.current import current_portal
from stub_portal.web.person_search import SearchScreen
from stub_portal.web.sessions import current_visit
from stub_portal.web.sheet_file import sheet_or
from stub_portal.web.shown import another_window, is_shown
from stub_portal.web.slot_address import day_at, slot_at

blueprint = Blueprint("nueva_cita", __name__, url_prefix="/citas/nueva")

_screen = SearchScreen(
    title="Nueva cita", name="nueva", here="nueva_cita.form", found="nueva_cita.days"
)
_screen.serve_on(blueprint)


@blueprint.get("/dias")
def days() -> ResponseReturnValue:
    """Show the days on which there are slots left."""
    person = _screen.person()
    if person is None:
        return _back_to_form()
    return already_booked(person) or choose_day(person)


@blueprint.get("/dias/<day>")
def slots(day: str) -> ResponseReturnValue:
    """Show the free slots of a day."""
    person, chosen = _screen.person(), day_at(day)
    if person is None:
        return _back_to_form()
    return already_booked(person) or choose_slot(person, chosen)


@blueprint.get("/dias/<day>/<hour>/<window>")
def confirm(day: str, hour: str, window: str) -> ResponseReturnValue:
    """Show what would be booked, and the captcha."""
    person, slot = _screen.person(), slot_at(day, hour, window)
    if person is None:
        return _back_to_form()
    return in_the_way(person, slot) or confirm_slot(person, slot, [])


@blueprint.post("/dias/<day>/<hour>/<window>")
def book(day: str, hour: str, window: str) -> ResponseReturnValue:
    """Book the slot of this address for whom the form shows, or say what is in the way."""
    person, slot = _screen.person(), slot_at(day, hour, window)
    if person is None:
        return _back_to_form()
    if not is_shown(person, request.path):  # in which the slot stands
        return another_window("nueva_cita.form")
    return _book(person, slot)


@blueprint.get("/aviso")
def done() -> ResponseReturnValue:
    """Show the notice that the slot was booked, with its key."""
    person = _screen.person()
    key = current_visit()[_screen.name].get("key") if person else None
    portal = current_portal()
    appointment = portal.appointment(person, key) if person and key else None
    if appointment is None or appointment.cancelled_at:
        return _back_to_form()
    return render_template(
        "citas/booking_done.html", appointment=appointment, notice=portal.notice, now=portal.now()
    )


@blueprint.get("/hoja.pdf")
def sheet() -> ResponseReturnValue:
    """Hand over the sheet of what was booked; the notice again if it does not stand any more."""
    person = _screen.person()
    key = current_visit()[_screen.name].get("key") if person else None
    return sheet_or("nueva_cita.done", person, key)


def _book(person: Person, slot: Slot) -> ResponseReturnValue:
    another = "otro" in request.form
    errors = [] if another else captcha_errors(request.form)
    booked = live_appointment(person)
    if booked and booked.slot == slot:
        return _done(person, booked)  # sent twice: the first time, it was booked
    refused = in_the_way(person, slot)
    if refused or another:
        return refused or confirm_slot(person, slot, [])
    if errors:
        return confirm_slot(person, slot, errors), 422
    try:
        booked = current_portal().book(person, slot)
    except Refusal:
        return in_the_way(person, slot) or gone(person, slot)
    return _done(person, booked)


def _done(person: Person, booked: Appointment) -> ResponseReturnValue:
    current_visit()[_screen.name] = {"person": person.id, "key": booked.key}
    return redirect(url_for("nueva_cita.done"), 303)


def _back_to_form() -> ResponseReturnValue:
    return redirect(url_for("nueva_cita.form"), 303)
