"""Source Sans Pro, carried along so that pictures do not hang on the machine's fonts."""

from flask import Blueprint, Response, abort, send_file

from stub_portal.typeface import font_file

blueprint = Blueprint("fonts", __name__, url_prefix="/fuentes")

_FILES = {file.name: file for file in map(font_file, ("Regular", "Semibold", "Bold"))}
_A_YEAR = 365 * 24 * 3600


@blueprint.get("/<name>")
def font(name: str) -> Response:
    """Send one of the three styles that the pages use."""
    if name not in _FILES:
        abort(404)
    return send_file(_FILES[name], mimetype="font/ttf", max_age=_A_YEAR)
