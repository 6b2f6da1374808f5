"""Source Sans Pro, carried along so that pictures do not hang on the machine's fonts."""

from pathlib import Path

import font_source_sans_pro
from flask import Blueprint, Response, abort, send_from_directory

blueprint = Blueprint("fonts", __name__, url_prefix="/fuentes")

_FOLDER = Path(font_source_sans_pro.__file__).parent / "files"
_FILES = frozenset(f"SourceSansPro-{style}.ttf" for style in ("Regular", "Semibold", "Bold"))
_A_YEAR = 365 * 24 * 3600


@blueprint.get("/<name>")
def font(name: str) -> Response:
    """Send one of the three styles that the pages use."""
    if name not in _FILES:
        abort(404)
    return send_from_directory(_FOLDER, name, mimetype="font/ttf", max_age=_A_YEAR)
