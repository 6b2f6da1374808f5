"""A Word document as a file: its template, its fields, and the same bytes every time."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from reports.errors import ReportsError

STYLES = (
    *("Sistema", "Title", "Subtitle", "Dato", "Borrador", "Heading 1", "Normal", "List Bullet"),
    *("Aviso", "Aviso con viñetas", "List Number", "List Continue", "List Bullet 2"),
    *("List Bullet 3", "Nota", "Nota con viñetas", "Imagen", "Caption", "Colofón"),
    *("Strong", "Emphasis", "Hyperlink", "Marca"),
)
_FIRST = "[Content_Types].xml"  # whoever reads a package reads this first
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can hold


def open_template(path: Path) -> WordDocument:
    """Open the template and leave its styles, header and footer. ReportsError if it cannot be."""
    try:
        word = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise ReportsError(
            f"{path}: no se puede leer la plantilla de Word.\n"
            "  Qué hacer: ciérrela en Word; si sigue igual, recupérela con git."
        ) from error
    missing = [name for name in STYLES if name not in word.styles]
    if missing:
        raise ReportsError(
            f"{path}: a la plantilla de Word le falta el estilo «{missing[0]}».\n"
            "  Qué hacer: vuelva a crearlo en Word con ese nombre, o recupere el archivo con git."
        )
    body = word.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return word


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a field that Word works out by itself, with what it shows until then."""
    field = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} ">'
        f"<w:r><w:t>{shown}</w:t></w:r></w:fldSimple>"
    )
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields of its own


def repeatable(package: bytes) -> bytes:
    """Return a zip file without its dates, its parts in a fixed order."""
    packed = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            new.writestr(entry, old.read(name))
    return packed.getvalue()
