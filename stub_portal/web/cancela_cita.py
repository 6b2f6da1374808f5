"""Cancela cita: give an appointment back (Cancelación guide, steps 5 to 9)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from stub_portal.domain.appointments import Appointment, Cancel
from stub_portal.domain.events import Reason
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import (
    AlreadyCancelledError,
    AlreadyOverError,
    Refusal,
    ShortNoticeError,
)
from stub_portal.web.cancel_form import REASONS, CancelForm, form_errors, read_cancellation
from stub_portal.web.captcha_field import captcha_errors, new_captcha
from stub_portal.web.current import current_portal
from stub_portal.web.forms import FieldError
from stub_portal.web.person_search import SearchScreen
from stub_portal.web.sessions import current_visit
from stub_portal.web.shown import another_window, is_shown, shown_field

blueprint = Blueprint("cancela_cita", __name__, url_prefix="/citas/cancela")

_screen = SearchScreen(
    title="Cancela cita", name="cancela", here="cancela_cita.form", found="cancela_cita.found"
)
_screen.serve_on(blueprint)


@blueprint.get("/cita")
def found() -> ResponseReturnValue:
    """Show the person and the live appointment, if there is one (step 7)."""
    person = _screen.person()
    if person is None:
        return _back_to_form()
    portal = current_portal()
    appointment = portal.live_appointment(person, portal.now())
    return render_template("citas/cancel_found.html", person=person, appointment=appointment)


@blueprint.get("/detalle")
def detail() -> ResponseReturnValue:
    """Show the appointment and the form that cancels it (step 8)."""
    person = _screen.person()
    if person is None:
        return _back_to_form()
    portal = current_portal()
    appointment = portal.live_appointment(person, portal.now()) or _chosen(person)
    if appointment is None:
        return redirect(url_for("cancela_cita.found"), 303)
    refused = _in_the_way(appointment)
    if refused:
        return refused
    # What the form cancels is remembered here: the form itself cannot choose it.
    current_visit()[_screen.name] = {"person": person.id, "key": appointment.key}
    return _detail(person, appointment, CancelForm(), [])


@blueprint.post("/detalle")
def cancel() -> ResponseReturnValue:
    """Cancel the appointment that the form shows, or say what is in the way."""
    person = _screen.person()
    if person is None:
        return _back_to_form()
    appointment = _chosen(person)
    if appointment is None or not is_shown(person, appointment.key):
        return another_window("cancela_cita.form")
    if appointment.cancelled_at and _remembered().get("sent") == _form_id():
        return _done()  # sent twice: the first time, it was cancelled
    return _in_the_way(appointment) or _cancel(person, appointment)


@blueprint.get("/aviso")
def done() -> ResponseReturnValue:
    """Show the notice that the cancellation was processed (step 9)."""
    person = _screen.person()
    appointment = _chosen(person) if person else None
    if appointment is None or appointment.cancelled_at is None:
        return _back_to_form()
    notice = current_portal().notice
    in_time = notice.is_met(appointment.slot.start, appointment.cancelled_at)
    return render_template(
        "citas/cancel_done.html", appointment=appointment, in_time=in_time, notice=notice
    )


def _cancel(person: Person, appointment: Appointment) -> ResponseReturnValue:
    typed = read_cancellation(request.form)
    if "otro" in request.form:
        return _detail(person, appointment, typed, [])
    # The code is used up whatever else is wrong: it serves for one attempt.
    errors = form_errors(typed) + captcha_errors(request.form)
    if errors:
        return _detail(person, appointment, typed, errors), 422
    command = Cancel(key=appointment.key, requester=typed.requester, reason=Reason(typed.reason))
    try:
        current_portal().cancel(person, command)
    except Refusal as refusal:
        return _refused(refusal, _chosen(person) or appointment)
    current_visit()[_screen.name] = _remembered() | {"sent": _form_id()}
    return _done()


def _in_the_way(appointment: Appointment) -> ResponseReturnValue | None:
    """Return the page that says why the appointment is past cancelling; None if it is not."""
    if appointment.cancelled_at:
        return _refused(AlreadyCancelledError(), appointment)
    if appointment.slot.start <= current_portal().now():
        return _refused(AlreadyOverError(), appointment)
    return None


def _chosen(person: Person) -> Appointment | None:
    key = _remembered().get("key")
    return current_portal().appointment(person, key) if key else None


def _remembered() -> dict[str, str]:
    remembered: dict[str, str] = current_visit()[_screen.name]
    return remembered


def _form_id() -> str:
    return request.form.get("captcha_id", "")


def _done() -> ResponseReturnValue:
    return redirect(url_for("cancela_cita.done"), 303)


def _detail(
    person: Person, appointment: Appointment, typed: CancelForm, errors: list[FieldError]
) -> str:
    return render_template(
        "citas/cancel_detail.html",
        person=person,
        appointment=appointment,
        typed=typed,
        errors=errors,
        reasons=REASONS,
        shown_field=shown_field(person, appointment.key),
        captcha_id=new_captcha(),
        notice=current_portal().notice,
        now=current_portal().now(),
    )


def _refused(refusal: Refusal, appointment: Appointment) -> ResponseReturnValue:
    kinds = {
        AlreadyCancelledError: "cancelled",
        AlreadyOverError: "over",
        ShortNoticeError: "short_notice",
    }
    page = render_template(
        "citas/cancel_refused.html",
        kind=kinds[type(refusal)],
        appointment=appointment,
        notice=current_portal().notice,
    )
    return page, 409


def _back_to_form() -> ResponseReturnValue:
    return redirect(url_for("cancela_cita.form"), 303)
