"""The first screen of the Sistema de Citas Administrativas (both guides, step 4)."""

from flask import Blueprint, render_template

blueprint = Blueprint("citas", __name__, url_prefix="/citas")


@blueprint.get("/")
def start() -> str:
    """Show where the menu is and what to have at hand."""
    return render_template("citas/start.html")
