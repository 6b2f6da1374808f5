"""A guide in plain text or Markdown."""

import codecs
import re
from pathlib import Path

from reports.lint.reading.marks import pictures_in
from reports.lint.reading.shape import shape
from reports.lint.reading.unreadable import UnreadableError, check_lines
from reports.lint.reading.written import Written, made_whole, read_line
from reports.lint.telling import Picture, Place, Telling

_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text_file(path: Path, data: bytes, name: str) -> Telling:
    """Read a guide's text, in UTF-8 or in what Notepad calls ANSI or Unicode."""
    lines = _decoded(path, data).splitlines()
    check_lines(path, lines)
    places = [Place(name, "línea", number) for number in range(1, len(lines) + 1)]
    written: list[Written] = []
    pictures: list[Picture] = []
    for line, place in zip(lines, places, strict=True):
        one = read_line(line, place)
        step = one.number or (pictures and pictures[-1].place.step) or _last_step(written)
        pictures += [Picture(Place(name, "línea", place.number, step), alt)
                     for alt in pictures_in(line)]  # fmt: skip
        written.append(one)
    return shape(name, made_whole(written), pictures)


def _last_step(written: list[Written]) -> int:
    return next((line.number for line in reversed(written) if line.number), 0)


def _decoded(path: Path, data: bytes) -> str:
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16")
        if _BINARY.search(data.decode("latin-1")):
            raise UnreadableError(
                path, "no es un archivo de texto", "si es de Word o PDF, póngale .docx o .pdf."
            )
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252")  # Notepad's ANSI, in a Windows in Spanish
    except UnicodeDecodeError as error:
        advice = "ábralo, elija «Guardar como» y, en «Codificación», UTF-8."
        raise UnreadableError(path, "el archivo no está en UTF-8", advice) from error
