"""Portal ASISSSTE: three tabs, and what loans offer (both guides, steps 2 and 3)."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from stub_portal.web.loan_options import OPTIONS

blueprint = Blueprint("asisste", __name__, url_prefix="/asisste")


@blueprint.get("/")
def health() -> str:
    """Show the tab SALUD, which comes first."""
    return render_template("asisste/health.html")


@blueprint.get("/prestamos-personales")
def loans() -> str:
    """Show the tab PRÉSTAMOS PERSONALES with its options."""
    return render_template("asisste/loans.html", options=OPTIONS)


@blueprint.get("/pensiones")
def pensions() -> str:
    """Show the tab PENSIONES."""
    return render_template("asisste/pensions.html")


@blueprint.get("/prestamos-personales/agendar-cita")
def make_appointment() -> Response:
    """Go on to the Sistema de Citas Administrativas (both guides, note of step 3)."""
    return redirect(url_for("citas.start"))


@blueprint.get("/prestamos-personales/<slug>")
def loan_option(slug: str) -> str:
    """Say what an option is for; the reference implementation stops there."""
    option = next((one for one in OPTIONS if one.slug == slug), None)
    if option is None:
        abort(404)
    return render_template("asisste/loan_option.html", option=option)
