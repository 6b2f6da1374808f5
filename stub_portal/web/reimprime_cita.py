"""Reimprime cita: the sheet of an appointment again, by its key and the CURP or the RFC."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from stub_portal.domain.people import Person, nfc
from stub_portal.domain.refusals import Refusal
from stub_portal.web.current import current_portal
from stub_portal.web.forms import FieldError
from stub_portal.web.guessing import Guess
from stub_portal.web.reprint_form import (
    NO_SUCH_APPOINTMENT,
    ReprintForm,
    read_reprint,
    reprint_errors,
)
from stub_portal.web.sessions import current_visit
from stub_portal.web.sheet_file import send_sheet

blueprint = Blueprint("reimprime_cita", __name__, url_prefix="/citas/reimprime")

# What the visit remembers the appointment under.
_NAME = "reimprime"


@blueprint.get("")
def form() -> str:
    """Show the form, empty."""
    return _form(ReprintForm(), [], "")


@blueprint.post("")
def search() -> ResponseReturnValue:
    """Look the appointment up and go on, or show the form again with all that is wrong.

    A person nobody has, a key never given out and somebody else's key are answered alike.
    """
    typed = read_reprint(request.form)
    portal = current_portal()
    guess = Guess(portal.failed_searches)
    person = portal.find_holder(typed.identity, typed.key)
    if person is None:
        errors = reprint_errors(typed)
        return _form(typed, errors, "" if errors else NO_SUCH_APPOINTMENT), 422
    guess.was_right()
    visit = current_visit()
    visit.renew()
    visit[_NAME] = {"person": person.id, "key": nfc(typed.key)}
    return redirect(url_for("reimprime_cita.found"), 303)


@blueprint.get("/cita")
def found() -> ResponseReturnValue:
    """Show the appointment whose sheet can be had, or why there is none any more."""
    person, key = _remembered()
    if person is None:
        return _back_to_form()
    try:
        sheet = current_portal().sheet(person, key)
    except Refusal:
        return _refused(person, key)
    return render_template("citas/reprint_found.html", sheet=sheet)


@blueprint.get("/hoja.pdf")
def sheet() -> ResponseReturnValue:
    """Hand the sheet over as a file."""
    person, key = _remembered()
    if person is None:
        return _back_to_form()
    try:
        return send_sheet(person, key)
    except Refusal:
        return _refused(person, key)


def _remembered() -> tuple[Person | None, str]:
    remembered = current_visit().get(_NAME)
    if not remembered:
        return None, ""
    return current_portal().person(remembered["person"]), remembered["key"]


def _form(typed: ReprintForm, errors: list[FieldError], nothing: str) -> str:
    return render_template("citas/reprint.html", typed=typed, errors=errors, nothing=nothing)


def _refused(person: Person, key: str) -> ResponseReturnValue:
    appointment = current_portal().appointment(person, key)
    return render_template("citas/reprint_refused.html", appointment=appointment), 409


def _back_to_form() -> ResponseReturnValue:
    return redirect(url_for("reimprime_cita.form"), 303)
