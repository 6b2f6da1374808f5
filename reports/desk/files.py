"""The files that the pages show; each is looked up, and no address is ever part of a path."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, abort

from reports.desk.pages import open_desk

blueprint = Blueprint("files", __name__)
_FONTS = ("Regular", "Semibold", "Bold")


@blueprint.get("/archivos/<digest>.png")
def picture(digest: str) -> Response:
    """A picture that a page has shown."""
    content = open_desk().shelf.bytes_of(digest)
    if content is None:
        abort(404)
    return _for_ever(content, "image/png")


@blueprint.get("/diferencias/<old>/<new>.png")
def difference(old: str, new: str) -> Response:
    """What differs between two of them."""
    shelf = open_desk().shelf
    before, now = shelf.path_of(old), shelf.path_of(new)
    if before is None or now is None:
        abort(404)
    return _drawn(lambda target: open_desk().desk.difference(before, now, target))


@blueprint.get("/publicadas/<digest>/<touches>.png")
def published(digest: str, touches: str) -> Response:
    """One of them as it will be published: cropped, and with its marks drawn."""
    shelf = open_desk().shelf
    clean, marked = shelf.path_of(digest), shelf.touches_of(touches)
    if clean is None or marked is None:
        abort(404)
    return _drawn(lambda target: open_desk().desk.annotate(clean, marked, target))


@blueprint.get("/fuentes/<weight>.ttf")
def font(weight: str) -> Response:
    """A weight of the typeface that all our pages share."""
    if weight not in _FONTS:
        abort(404)
    name = f"SourceSansPro-{weight}.ttf"
    return _for_ever((files("font_source_sans_pro") / "files" / name).read_bytes(), "font/ttf")


def _drawn(draw: Callable[[Path], object]) -> Response:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "imagen.png"
        draw(target)
        return _for_ever(target.read_bytes(), "image/png")


def _for_ever(content: bytes, mimetype: str) -> Response:
    """Return what will never be anything else under its address."""
    response = Response(content, mimetype=mimetype)
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response
