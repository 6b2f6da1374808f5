"""A guide in Word (.docx)."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reports.lint.reading.numbering import Numbering
from reports.lint.reading.shape import shape
from reports.lint.reading.unreadable import UnreadableError, check_lines
from reports.lint.reading.written import Written, made_whole, read_line
from reports.lint.telling import Picture, Place, Telling

if TYPE_CHECKING:
    from docx.styles.style import CharacterStyle

# What a broken document raises: python-docx, the archive it is in, or its XML.
_DAMAGED = (
    *(OpcError, BadZipFile, zlib.error, EOFError, SyntaxError),
    *(KeyError, ValueError, AttributeError, OSError, RuntimeError),
)
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # how .doc files, and .docx with a password, begin
_LONGEST_CELL = 80  # letters: what is longer is no table's
_TITLES, _CAPTION = ("Title", "Heading"), ("Caption",)


def read_word(path: Path, data: bytes, name: str) -> Telling:
    """Read a document's paragraphs, tables, list numbers and pictures, as Word counts them."""
    if data.startswith(_OLD_OR_LOCKED):
        advice = "ábralo en Word, quítele la contraseña y guárdelo como .docx."
        raise UnreadableError(path, "tiene contraseña o es de un Word antiguo", advice)
    try:
        document = Document(BytesIO(data))
        check_lines(path, (paragraph.text for paragraph in document.paragraphs))
        numbering = Numbering(document)
        written: list[Written] = []
        pictures: list[Picture] = []
        for count, block in enumerate(document.iter_inner_content(), start=1):
            place = Place(name, "párrafo", count)
            written += _written(block, place, numbering)
            step = next((line.number for line in reversed(written) if line.number), 0)
            pictures += [Picture(Place(*_at(place), step), alt) for alt in _alts(block)]
    except _DAMAGED as error:
        advice = "ábralo en Word y guárdelo de nuevo como «Documento de Word (.docx)»."
        raise UnreadableError(path, "está dañado o no es un .docx", advice) from error
    return shape(name, made_whole(written), pictures)


def _at(place: Place) -> tuple[str, str, int]:
    return place.file, place.unit, place.number


def _written(block: Paragraph | Table, place: Place, numbering: Numbering) -> Iterator[Written]:
    if isinstance(block, Table):
        for row in block.rows:
            yield from _row(row, place)
        return
    if _style(block).startswith(_CAPTION):
        return  # it speaks of its picture
    lines = _text(block).split("\n")
    if _style(block).startswith(_TITLES):
        yield from (Written(line, place, heading=True) for line in lines)
        return
    first, *others = (read_line(line, place) for line in lines)
    number, listed = numbering.of(block)
    if number or listed:
        first = Written(first.text, place, number=number or first.number, item=not number)
    yield from (first, *others, Written("", place))


def _row(row: _Row, place: Place) -> Iterator[Written]:
    merged: dict[Any, str] = {cell._tc: cell.text.strip() for cell in row.cells}  # noqa: SLF001
    cells = tuple(merged.values())
    if len(cells) > 1 and all(len(cell) <= _LONGEST_CELL and "\n" not in cell for cell in cells):
        yield Written(" ".join(cells), place, cells=cells)
        return
    for cell in cells:  # a table that only puts text beside pictures
        yield from (read_line(line, place) for line in cell.splitlines())
        yield Written("", place)


def _text(paragraph: Paragraph) -> str:
    """Return a paragraph with its bold words between ** marks."""
    element: Any = paragraph._p  # noqa: SLF001 (links, fields and boxes have runs of their own)
    every = (Run(run, paragraph) for run in element.iter(qn("w:r")) if not _is_hidden(run))
    runs = [(run.text, _is_bold(run)) for run in every if run.text]
    whole = "".join(text for text, _ in runs)
    if all(bold for _, bold in runs) or "**" in whole:
        return whole
    return "".join(f"**{text}**" if bold and text.strip() else text for text, bold in runs)


def _is_bold(run: Run) -> bool:
    """Tell whether a run is bold, by itself or by the style of its letters."""
    # Not every program writes a style for plain letters, whatever python-docx promises.
    style: CharacterStyle | None = run.style
    own = run.bold
    return bool(own) if own is not None else bool(style and style.font.bold)


def _is_hidden(run: Any) -> bool:
    """Tell whether a run was deleted, or only stands in for another one in old versions of Word."""
    above = (it.tag.rpartition("}")[2] for it in run.iterancestors())
    return any(name in {"del", "Fallback"} for name in above)


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style and paragraph.style.name) or ""


def _alts(block: Paragraph | Table) -> Iterator[str]:
    element: Any = block._element  # noqa: SLF001 (python-docx gives no other way to what is drawn)
    for drawn in element.iter(qn("wp:docPr")):
        yield str(drawn.get("descr") or "").strip()
