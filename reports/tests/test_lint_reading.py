"""Published guides are read from text, PDF and Word, and what cannot be read says what to do."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader, PdfWriter

from reports.lint.reading.files import read_published
from reports.lint.reading.unreadable import UnreadableError
from reports.lint.telling import Kind, Telling
from reports.tests.lint_samples import telling


def read(path: Path) -> Telling:
    return read_published(path, path.name)


def steps(guide: Telling) -> list[tuple[int, str]]:
    """Return the number and the first line of each step."""
    return [(step.number, step.lines[0].text) for step in guide.steps]


def picture() -> BytesIO:
    """Return a small PNG."""
    data = BytesIO()
    Image.new("RGB", (4, 4), "red").save(data, "PNG")
    data.seek(0)
    return data


def word(path: Path) -> Path:
    """Write a guide in Word, with Word's own numbers."""
    document = Document()
    document.add_heading("Alta de socios", 0)
    document.add_paragraph("Abra la página.", style="List Number")
    document.add_paragraph("En el menú.", style="List Bullet")
    step = document.add_paragraph("Elija ", style="List Number")
    step.add_run("Altas").bold = True
    document.add_paragraph("La sala, vista desde la entrada.", style="Caption")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Folio", "Activo", "AB12", "SI"), strict=True):  # noqa: SLF001
        cell.text = text
    document.add_picture(picture())
    document.inline_shapes[0]._inline.find(qn("wp:docPr")).set("descr", "La puerta")  # noqa: SLF001
    document.add_picture(picture())
    document.save(str(path))
    return path


def pdf(path: Path, *lines: str, tagged: bool = False) -> Path:
    """Write a guide in PDF, with a picture that has an alternative text when it is tagged."""
    document = FPDF()
    document.set_compression(compress=False)
    document.add_page()
    document.set_font("Helvetica", size=12)
    for line in lines:
        document.multi_cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    if tagged:
        document.image(picture(), w=20, alt_text="La puerta")
    document.output(str(path))
    return path


def test_plain_text_is_told_apart() -> None:
    guide = telling(
        "# Alta de socios\n\nObjetivo: darse\nde alta.\n\n- 1. Abra “Altas”\nen el menú:\n\n"
        " - a) Nueva\n\nNombre(s)\\*:\n\nFolio: AB12      Sala: 02\n\n"
        "> Nota de **dos**\n> renglones.\n\n"
        "Paso 2. Espere.\n"
    )
    assert guide.title == "Alta de socios"
    assert steps(guide) == [(1, "Abra “Altas” en el menú:"), (2, "Espere.")]
    assert [(line.kind, line.text) for line in guide.steps[0].lines[1:]] == [
        (Kind.ITEM, "Nueva"),
        (Kind.LABEL, "Nombre(s)*:"),
        (Kind.FIELD, "Folio: AB12"),
        (Kind.FIELD, "Sala: 02"),
        (Kind.NOTE, "Nota de dos renglones."),
    ]
    assert guide.steps[0].lines[0].quotes == ("Altas",)
    assert str(guide.steps[0].lines[0].place) == "guia.txt:6, paso 1"


def test_a_name_in_bold_is_a_quote_and_emphasis_is_none() -> None:
    step = telling("1. **Elija** la opción **Altas** (**SALA**) con **mucho cuidado**.").steps[0]
    assert step.quotes == ("Altas",)
    assert step.lines[0].unquoted == "elija la opcion … (sala) con mucho cuidado."


def test_numbers_without_a_sign_count_where_no_others_are() -> None:
    text = "Alta de socios\n\n1 Entre.\n\n20 Personas caben.\n\n2 Salga.\n\nFigura 1. La sala.\n"
    guide = telling(text)
    assert steps(guide) == [(1, "Entre."), (2, "Salga.")]
    assert [line.text for line in guide.lines if "sala" in line.text] == []
    assert steps(telling("1. Entre.\n\n2 Personas caben.\n")) == [(1, "Entre.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_as_notepad_saves_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "guia.txt"
    path.write_bytes("1. Dé clic en “Añadir”.\r\n".encode(encoding))
    assert steps(read(path)) == [(1, "Dé clic en “Añadir”.")]


def test_word_is_read_with_its_numbers_tables_and_pictures(tmp_path: Path) -> None:
    guide = read(word(tmp_path / "guia.docx"))
    assert guide.title == "Alta de socios"
    assert steps(guide) == [(1, "Abra la página."), (2, "Elija Altas")]
    assert [line.text for line in guide.steps[0].lines if line.kind is Kind.ITEM] == ["En el menú."]
    assert guide.steps[1].quotes == ("Altas",)
    assert not [line for line in guide.lines if "entrada" in line.text]
    header, row = (line for line in guide.lines if line.cells)
    assert (header.kind, row.kind, row.cells) == (Kind.HEADER, Kind.ROW, ("AB12", "SI"))
    assert [(it.alt, it.place.step) for it in guide.pictures] == [("La puerta", 2), ("", 2)]
    assert str(guide.steps[1].place) == "guia.docx, párrafo 4, paso 2"


def test_a_number_within_a_numbered_item_is_no_step(tmp_path: Path) -> None:
    path = word(tmp_path / "guia.docx")
    document = Document(str(path))
    inner = document.paragraphs[2]
    inner.style = "List Number"
    numbering: Any = document.styles["List Number"].element
    properties: Any = inner._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_numId().val = numbering.pPr.numPr.numId.val
    properties.get_or_add_ilvl().val = 1
    document.save(str(path))
    assert steps(read(path)) == [(1, "Abra la página."), (2, "Elija Altas")]


def test_word_without_a_style_for_plain_letters_is_read_too(tmp_path: Path) -> None:
    path = word(tmp_path / "guia.docx")
    document = Document(str(path))
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "character" and style.get(qn("w:default")):
            styles.remove(style)
    document.save(str(path))
    assert steps(read(path)) == [(1, "Abra la página."), (2, "Elija Altas")]


def test_pdf_is_read_with_wrapped_lines_and_tags(tmp_path: Path) -> None:
    long = "1. Elija una de las salas que se muestran en la lista y, después, el horario que más le"
    guide = read(pdf(tmp_path / "a.pdf", f"{long} convenga.", "2. Espere.", tagged=True))
    assert steps(guide) == [(1, f"{long[3:]} convenga."), (2, "Espere.")]
    assert str(guide.steps[1].place) == "a.pdf, página 1, paso 2"
    assert not guide.untagged
    assert [it.alt for it in guide.pictures] == ["La puerta"]
    assert read(pdf(tmp_path / "b.pdf", "1. Espere.")).untagged


def locked(path: Path) -> Path:
    writer = PdfWriter(clone_from=PdfReader(pdf(path, "1. Espere.")))
    writer.encrypt("secreto", algorithm="RC4-128")
    writer.write(path)
    return path


def cut_short(path: Path) -> Path:
    path.write_bytes(pdf(path, "1. Espere.").read_bytes()[:300])
    return path


def only_a_picture(path: Path) -> Path:
    Image.open(picture()).save(path, "PDF")
    return path


def holding(data: bytes) -> Callable[[Path], Path]:
    """Return what writes those bytes."""

    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


def folder(path: Path) -> Path:
    path.mkdir()
    return path


UNREADABLE: dict[str, tuple[str, Callable[[Path], Path], str]] = {
    "missing": ("guia.txt", lambda path: path, "no existe ese archivo"),
    "a folder": ("guia.txt", folder, "no se puede abrir"),
    "empty": ("guia.txt", holding(b" \n\n"), "no tiene nada escrito"),
    "not a text": ("guia.txt", holding(b"\x00\x01\x02"), "no es un archivo de texto"),
    "no known encoding": ("guia.txt", holding(b"1. \x81\x8d\xff"), "no está en UTF-8"),
    "no writing": ("guia.txt", holding(b"x" * 5_001), "tiene un renglón de 5001 letras"),
    "another kind": ("guia.odt", holding(b"x"), "no se sabe leer un archivo «.odt»"),
    "no PDF": ("guia.pdf", holding(b"1. Espere."), "el PDF está dañado o no es un PDF"),
    "a damaged PDF": ("guia.pdf", cut_short, "el PDF está dañado o no es un PDF"),
    "a locked PDF": ("guia.pdf", locked, "el PDF está protegido con contraseña"),
    "a PDF of pictures": ("guia.pdf", only_a_picture, "el PDF no tiene texto"),
    "no DOCX": ("guia.docx", holding(b"1. Espere."), "está dañado o no es un .docx"),
    "a DOCX cut short": (
        "guia.docx",
        lambda path: holding(word(path).read_bytes()[:900])(path),
        "está dañado o no es un .docx",
    ),
    "a locked DOCX": (
        "guia.docx",
        holding(b"\xd0\xcf\x11\xe0\xa1\xb1"),
        "tiene contraseña o es de un Word antiguo",
    ),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, kind: str) -> None:
    name, write, problem = UNREADABLE[kind]
    path = write(tmp_path / name)
    with pytest.raises(UnreadableError) as caught:
        read(path)
    told = str(caught.value)
    assert told.startswith(f"{path}: ")
    assert problem in told
    assert "Qué hacer: " in told
