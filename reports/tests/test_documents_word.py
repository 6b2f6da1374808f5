"""What a guide is like in Word: styles, lists, fields, pictures; and its template."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reports.documents.document import Document
from reports.documents.formats.word import word_file
from reports.documents.formats.word_file import STYLES, open_template
from reports.documents.templating import TEMPLATES
from reports.documents.word_template import make_template
from reports.errors import ReportsError
from reports.tests.document_samples import plain_document

TEMPLATE = TEMPLATES / "documento.docx"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return plain_document(tmp_path_factory.mktemp("muestra"))


@pytest.fixture(scope="module")
def data(document: Document) -> bytes:
    return word_file(document)


@pytest.fixture
def word(data: bytes) -> WordDocument:
    return docx.Document(BytesIO(data))


def xml(paragraph: Paragraph) -> Any:
    return paragraph._p  # noqa: SLF001 - python-docx knows neither fields nor grounds


def style(paragraph: Paragraph) -> str:
    return (paragraph.style and paragraph.style.name) or ""


def test_every_paragraph_has_the_style_of_its_place(word: WordDocument) -> None:
    told = [(style(one), one.text) for one in word.paragraphs]
    assert told[:16] == [
        ("Sistema", "Sistema de Constancias"),
        ("Title", "Pedir una constancia"),
        ("Subtitle", "En ocho pasos"),
        ("Dato", "Sustituye a\tLa guía publicada"),
        ("Dato", "Versión\t2026.11"),
        ("Heading 1", "Objetivo"),
        ("Normal", "Obtener su constancia."),
        ("List Bullet", "Sin salir de casa."),
        ("Heading 1", "Aviso"),
        ("Aviso", "Tarda dos días. Informes: 55\N{NO-BREAK SPACE}0000\N{NO-BREAK SPACE}1234."),
        ("Aviso con viñetas", "Es gratuita."),
        ("Heading 1", "Pasos"),
        ("List Number", "Elija Uno*, dos o tres en este vínculo. Fin1"),
        ("Nota", "Una nota."),
        ("Nota con viñetas", "Con viñeta."),
        ("Nota", "Otra nota."),
    ]
    assert ("List Continue", "Segundo párrafo del mismo paso. Fin3") in told
    assert ("List Bullet 2", "y otra. Fin2") in told
    assert ("List Bullet 3", "Y otra dentro. Fin4") in told
    assert told[-1] == ("Colofón", "Las imágenes son de muestra.")
    assert not word.tables


def test_no_paragraph_is_empty(word: WordDocument) -> None:
    for one in word.paragraphs:
        assert one.text.strip() or list(xml(one).iter(qn("w:drawing"))), style(one)


def test_every_step_is_numbered_once_and_by_word_itself(
    word: WordDocument, document: Document
) -> None:
    steps = [one for one in word.paragraphs if style(one) == "List Number"]
    assert len(steps) == len(document.steps)
    assert "Empieza con viñeta." in [one.text for one in steps]
    for name, kind in (("List Number", "decimal"), ("List Bullet 2", "bullet")):
        level = numbering(word, name)
        assert level.find(qn("w:numFmt")).get(qn("w:val")) == kind


def numbering(word: WordDocument, name: str) -> Any:
    """Return the level of the list that a style's paragraphs belong to."""
    lists = word.part.numbering_part.element
    own = word.styles[name].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    number = own.find(qn("w:numId")).get(qn("w:val"))
    level = own.find(qn("w:ilvl")).get(qn("w:val"))
    found = next(one for one in lists.iter(qn("w:num")) if one.get(qn("w:numId")) == number)
    abstract = found.find(qn("w:abstractNumId")).get(qn("w:val"))
    kind = qn("w:abstractNumId")
    definition = next(one for one in lists.iter(qn("w:abstractNum")) if one.get(kind) == abstract)
    return next(one for one in definition if one.get(qn("w:ilvl")) == level)


def test_a_step_stays_with_its_figure(word: WordDocument) -> None:
    for before, one in pairwise(word.paragraphs):
        if style(one) == "Imagen":
            assert before.paragraph_format.keep_with_next or style(before) == "Caption"
    assert word.styles["Imagen"].element.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_the_end_is_not_alone_on_a_page(word: WordDocument) -> None:
    last, end = word.paragraphs[-2:]
    assert style(end) == "Colofón"
    assert last.paragraph_format.keep_with_next


def test_captions_count_by_themselves(word: WordDocument) -> None:
    captions = [one for one in word.paragraphs if style(one) == "Caption"]
    fields = [xml(one).find(qn("w:fldSimple")) for one in captions]
    assert [one.get(qn("w:instr")) for one in fields] == [" SEQ Figura \\* ARABIC "] * 10
    shown = ["".join(text.text for text in one.iter(qn("w:t"))) for one in fields]
    assert shown == [str(number) for number in range(1, 11)]


def test_pictures_fit_the_column_and_keep_their_shape(
    word: WordDocument, document: Document
) -> None:
    told = [picture for step in document.steps for picture in step.pictures]
    section = word.sections[0]
    column = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert len(word.inline_shapes) == len(told)
    for shape, picture in zip(word.inline_shapes, told, strict=True):
        assert shape.width < column
        assert shape.height.cm < 10
        assert shape.width / shape.height == pytest.approx(picture.width / picture.height, rel=0.03)


def test_words_keep_their_looks_and_links_lead_there(word: WordDocument) -> None:
    step = next(one for one in word.paragraphs if style(one) == "List Number")
    looks = {run.text: run.style.name for run in step.runs if run.style}
    assert looks["Uno*"] == looks["tres"] == "Strong"
    assert looks["dos"] == "Emphasis"
    assert [run.italic for run in step.runs if run.text == "tres"] == [True]
    assert [(link.text, link.address) for link in step.hyperlinks] == [
        ("este vínculo", "https://example.com/a_b")
    ]


def test_two_notes_in_a_row_are_two_boxes(word: WordDocument) -> None:
    first, second = (one for one in word.paragraphs if style(one) == "Nota")
    assert xml(first).find(f".//{qn('w:shd')}") is None
    assert xml(second).find(f".//{qn('w:shd')}").get(qn("w:fill")) == "F3EAD9"


def test_header_and_footer_are_filled(word: WordDocument) -> None:
    section = word.sections[0]
    assert section.header.paragraphs[0].text == "Pedir una constancia\t"
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith("Sistema de Constancias\tPágina ")
    for part in (section.footer, section.first_page_footer):
        fields = xml(part.paragraphs[0]).iter(qn("w:fldSimple"))
        assert [one.get(qn("w:instr")).strip() for one in fields] == ["PAGE", "NUMPAGES"]
    assert section.different_first_page_header_footer


def test_it_is_mexican_spanish_and_says_what_it_is(word: WordDocument, data: bytes) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == "es-MX"
    about = word.core_properties
    assert (about.title, about.subject) == ("Pedir una constancia", "Sistema de Constancias")
    assert (about.language, about.author) == ("es-MX", "Guía Viva")
    with ZipFile(BytesIO(data)) as package:
        assert b"</dcterms:" not in package.read("docProps/core.xml")
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_a_draft_says_so_on_every_page(document: Document) -> None:
    draft = Document(**{**document.__dict__, "draft": "Borrador: falta aprobar."})
    word = docx.Document(BytesIO(word_file(draft)))
    assert ("Borrador", "Borrador: falta aprobar.") in [
        (style(one), one.text) for one in word.paragraphs
    ]
    assert word.sections[0].header.paragraphs[0].text == "Pedir una constancia\tBorrador"


def test_the_template_begins_with_every_style(tmp_path: Path) -> None:
    made = tmp_path / "documento.docx"
    make_template(made)
    assert open_template(made).paragraphs == []
    samples = {style(one) for one in docx.Document(str(made)).paragraphs}
    assert samples >= {name for name in STYLES if name not in {"Strong", "Emphasis"}} - {
        "Hyperlink",
        "Marca",
    }


def test_a_template_that_lacks_a_style_is_an_error_with_advice(tmp_path: Path) -> None:
    word = docx.Document(str(TEMPLATE))
    word.styles["Nota"].name = "Notita"
    word.save(str(tmp_path / "sin_nota.docx"))
    with pytest.raises(ReportsError, match=r"(?s)sin_nota.*falta el estilo «Nota».*Qué hacer: "):
        open_template(tmp_path / "sin_nota.docx")


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 nada"])
def test_a_template_that_cannot_be_read_is_an_error_with_advice(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "rota.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReportsError, match=r"(?s)rota.*no se puede leer.*Qué hacer: "):
        open_template(path)
