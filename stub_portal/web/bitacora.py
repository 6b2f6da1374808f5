"""Bitácora: the history of a person's appointments (its guide, steps 5 to 7)."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from stub_portal.web.current import current_portal
from stub_portal.web.person_search import SearchScreen
from stub_portal.web.sheet_file import sheet_or

blueprint = Blueprint("bitacora", __name__, url_prefix="/citas/bitacora")

_screen = SearchScreen(
    title="Bitácora", name="bitacora", here="bitacora.form", found="bitacora.listing"
)
_screen.serve_on(blueprint)


@blueprint.get("/listado")
def listing() -> ResponseReturnValue:
    """Show what happened to the person's appointments."""
    person = _screen.person()
    if person is None:
        return redirect(url_for("bitacora.form"), 303)
    portal = current_portal()
    return render_template(
        "citas/bitacora.html",
        rows=portal.bitacora(person),
        live=portal.live_appointment(person, portal.now()),
    )


@blueprint.get("/hoja.pdf")
def sheet() -> ResponseReturnValue:
    """Hand over the sheet of the live appointment; without one, show what there is."""
    person, portal = _screen.person(), current_portal()
    live = portal.live_appointment(person, portal.now()) if person else None
    return sheet_or("bitacora.listing", person, live.key if live else None)
