"""Bitácora: the history of a person's appointments (its guide, steps 5 to 7)."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from stub_portal.web.current import current_portal
from stub_portal.web.person_search import SearchScreen

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
    return render_template("citas/bitacora.html", rows=current_portal().bitacora(person))
