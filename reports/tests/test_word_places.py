"""The places for title, system and draft mark in headers and footers are filled in."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from reports.documents.formats.word_places import fill_places
from reports.errors import ReportsError

TOLD = {"{titulo}": "Pedir {una} constancia", "{sistema}": "Citas", "{borrador}": ""}
TEMPLATE = Path("documento.docx")
_FIELD = f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin"/></w:r>'


@pytest.fixture
def word() -> WordDocument:
    word: WordDocument = docx.Document()
    word.settings.odd_and_even_pages_header_footer = True
    word.sections[0].different_first_page_header_footer = True
    return word


def say(word: WordDocument, part: str, pieces: Sequence[str]) -> None:
    """Write pieces into a header or footer, each as a run of its own, as Word does."""
    paragraph = getattr(word.sections[0], part).paragraphs[0]
    for piece in pieces:
        paragraph.add_run(piece)


def said(word: WordDocument, part: str) -> str:
    element = getattr(word.sections[0], part)._element  # noqa: SLF001 - it has tables, too
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


@pytest.mark.parametrize(
    ("pieces", "filled"),
    [
        (["{titulo}"], "Pedir {una} constancia"),
        (["{", "titulo", "}"], "Pedir {una} constancia"),
        (["Guía: {tit", "ulo", "} de {sis", "tema}."], "Guía: Pedir {una} constancia de Citas."),
        (["{sistema} y {sistema}{borrador}", "{borrad", "or} "], "Citas y Citas "),
        (["Página ", "1"], "Página 1"),
    ],
)
@pytest.mark.parametrize("kind", ["", "first_page_", "even_page_"])
@pytest.mark.parametrize("part", ["header", "footer"])
def test_places_are_filled_however_word_cut_them(
    word: WordDocument, kind: str, part: str, pieces: list[str], filled: str
) -> None:
    say(word, f"{kind}{part}", pieces)
    fill_places(word, TOLD, TEMPLATE)
    assert said(word, f"{kind}{part}") == filled


def test_places_in_a_table_are_filled(word: WordDocument) -> None:
    table = word.sections[0].header.add_table(1, 2, Cm(10))
    table.cell(0, 1).paragraphs[0].add_run("{sis")
    table.cell(0, 1).paragraphs[0].add_run("tema}")
    fill_places(word, TOLD, TEMPLATE)
    assert said(word, "header") == "Citas"


def test_what_is_no_text_stays(word: WordDocument) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.add_run("{sis")
    paragraph._p.append(parse_xml(_FIELD))  # noqa: SLF001 - python-docx has no fields
    paragraph.add_run("tema}\tfin")
    fill_places(word, TOLD, TEMPLATE)
    assert paragraph.text == "Citas\tfin"
    assert len(list(paragraph._p.iter(qn("w:fldChar")))) == 1  # noqa: SLF001


@pytest.mark.parametrize("pieces", [["{título}"], ["{Ti", "tulo}"], ["{titulo"], ["{ sistema }"]])
def test_other_words_between_braces_are_told(word: WordDocument, pieces: list[str]) -> None:
    say(word, "first_page_header", pieces)
    with pytest.raises(ReportsError, match="no se sabe qué poner ahí") as caught:
        fill_places(word, TOLD, TEMPLATE)
    assert f"dice «{''.join(pieces)}»" in str(caught.value)
    assert "Qué hacer: entre llaves solo van {titulo}, {sistema} y {borrador}" in str(caught.value)
