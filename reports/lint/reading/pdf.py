"""A guide in PDF."""

import logging
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from reports.lint.reading.shape import shape
from reports.lint.reading.unreadable import UnreadableError, check_lines
from reports.lint.reading.written import Written, is_page_number, made_whole, read_line
from reports.lint.telling import Picture, Place, Telling

# What pypdf raises when a file is not what it should be; it has no one error for that.
_DAMAGED = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError,
    NotImplementedError, RecursionError, OSError,
)  # fmt: skip
_DEEPEST = 60  # levels of a document's structure


def read_pdf(path: Path, data: bytes, name: str) -> Telling:
    """Read a PDF's text, and the alternative texts of its pictures where it is tagged."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are in English
    try:
        reader = PdfReader(BytesIO(data))
        _check_open(path, reader)
        pages = [_lines(page) for page in reader.pages]
        root: Any = reader.trailer["/Root"]
        tags = root.get("/StructTreeRoot")
        pictures = _figures(name, tags.get_object(), 0) if tags else []
    except _DAMAGED as error:
        advice = "ábralo en un lector de PDF y guárdelo de nuevo; si tampoco abre, pida otra copia."
        raise UnreadableError(path, "el PDF está dañado o no es un PDF", advice) from error
    _check_text(path, pages)
    check_lines(path, chain.from_iterable(pages))
    return shape(name, made_whole(_written(pages, name)), pictures, untagged=not tags)


def _check_open(path: Path, reader: PdfReader) -> None:
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:  # a newer kind of lock, of which pypdf has no key
        locked = True
    if locked:
        advice = "pida una copia sin contraseña, o ábralo y guárdelo sin ella."
        raise UnreadableError(path, "el PDF está protegido con contraseña", advice)


def _check_text(path: Path, pages: list[list[str]]) -> None:
    if not any(line.strip() for lines in pages for line in lines):
        advice = "es de puras imágenes: pida el archivo de Word, o pásele reconocimiento de texto."
        raise UnreadableError(path, "el PDF no tiene texto", advice)


def _written(pages: list[list[str]], name: str) -> Iterator[Written]:
    for number, lines in enumerate(pages, start=1):
        place = Place(name, "página", number)
        yield from (read_line(line, place) for line in lines if not is_page_number(line))


def _lines(page: PageObject) -> list[str]:
    """Return a page's lines, columns kept apart by blanks."""
    try:
        return page.extract_text(extraction_mode="layout").splitlines()
    except _DAMAGED:  # a layout that pypdf cannot work out still has its words
        return page.extract_text().splitlines()


def _figures(name: str, tag: Any, depth: int) -> list[Picture]:
    """Return the pictures among a tag's own, however deep."""
    children = tag.get("/K") if hasattr(tag, "get") and depth < _DEEPEST else None
    if children is None:
        return []
    found: list[Picture] = []
    for child in children if isinstance(children, list) else [children]:
        inner = child.get_object()
        if hasattr(inner, "get"):
            if inner.get("/S") == "/Figure":
                found.append(Picture(Place(name), str(inner.get("/Alt") or "").strip()))
            found += _figures(name, inner, depth + 1)
    return found
