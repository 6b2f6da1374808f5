"""A guide as a page: beside its pictures, or as one file that carries everything in it."""

import shutil
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

from reports.documents.document import Document, Picture
from reports.documents.fit import fit_to_write
from reports.documents.fonts import FACES, font_file, with_fonts_inside
from reports.documents.templating import environment

_STATIC = Path(__file__).resolve().parents[2] / "static"


def write_static(folder: Path) -> None:
    """Write what all pages of a folder share, style sheet and typeface, into its `static/`."""
    shutil.copytree(_STATIC, folder / "static", dirs_exist_ok=True)
    for face in FACES:
        (folder / "static" / font_file(face).name).write_bytes(font_file(face).read_bytes())


def write_style(folder: Path) -> None:
    """Write the style sheet alone into `static/` of a folder: its pages do without typeface."""
    (folder / "static").mkdir(exist_ok=True)
    shutil.copyfile(_STATIC / "guia.css", folder / "static" / "guia.css")


def write_page(document: Document, folder: Path) -> Path:
    """Write NAME.html, and its pictures into `imagenes/`; return the page's path.

    The folder has its `static/` already: see write_static.
    """
    place_pictures(document, folder)
    page = folder / f"{document.name}.html"
    page.write_text(_render(document, lambda picture: f"imagenes/{picture.file}"), "utf-8")
    return page


def place_pictures(document: Document, folder: Path) -> None:
    """Copy the pictures of a document into `imagenes/` of a folder."""
    (folder / "imagenes").mkdir(exist_ok=True)
    for step in document.steps:
        for picture in step.pictures:
            shutil.copyfile(picture.path, folder / "imagenes" / picture.file)


def render_one_file(document: Document) -> str:
    """Return a page that needs nothing beside it: style, typeface and pictures are in it."""
    plain = _render(document, lambda picture: picture.file)
    css = with_fonts_inside((_STATIC / "guia.css").read_text("utf-8"), plain)
    return _render(document, _inside, css)


def _inside(picture: Picture) -> str:
    return f"data:image/png;base64,{b64encode(picture.path.read_bytes()).decode()}"


def _render(document: Document, source: Callable[[Picture], str], style: str = "") -> str:
    template = environment().get_template("guia.html")
    return template.render(document=fit_to_write(document), source=source, style=style)
