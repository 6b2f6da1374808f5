"""What a printed guide is like: tags, bookmarks, pages."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from reports.documents.formats.pdf_tags import elements
from reports.tests.document_writing import Written

LETTER = (612, 792)  # points
EDGES = (50, 48)  # how near anything may come to the sheet's sides, and to its top and bottom


@pytest.fixture(scope="module")
def pdf(plain_formats: Written) -> PdfReader:
    return PdfReader(BytesIO(plain_formats.pdf))


def bookmarks(found: list[Any]) -> Iterator[str]:
    for one in found:
        if isinstance(one, list):
            yield from bookmarks(one)
        else:
            yield one.title


def tags(pdf: PdfReader) -> list[Any]:
    return list(elements(pdf.root_object["/StructTreeRoot"]))


def test_it_is_tagged_in_mexican_spanish(pdf: PdfReader) -> None:
    catalog: Any = pdf.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "es-MX"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = [tag["/S"] for tag in tags(pdf)]
    assert [kinds.count(kind) for kind in ("/H1", "/H2", "/H3")] == [1, 3, 8]
    assert kinds.count("/BlockQuote") == 2
    assert kinds.count("/Figure") == kinds.count("/Caption") == 10


def test_what_is_heard_of_a_heading_is_all_of_it(pdf: PdfReader) -> None:
    headings = [tag for tag in tags(pdf) if tag["/S"] in {"/H1", "/H2", "/H3"}]
    opening = ["Pedir una constancia", "Objetivo", "Aviso", "Pasos"]
    assert [one["/ActualText"] for one in headings] == [
        *opening,
        *(f"Paso {number}" for number in range(1, 9)),
    ]


def test_an_item_of_a_list_has_its_body_and_stays_in_its_place(pdf: PdfReader) -> None:
    items = [tag for tag in tags(pdf) if tag["/S"] == "/LI"]
    assert len(items) == 8 + 7
    for item in items:
        kids = [kid.get_object() for kid in item["/K"]]
        assert [kid["/S"] for kid in kids if kid["/S"] != "/Lbl"] == ["/LBody"]
        assert all(kid["/P"].get_object() is item for kid in kids)
        assert all(kid.get_object()["/P"].get_object() is kids[-1] for kid in kids[-1]["/K"])


def test_bookmarks_lead_to_every_section_and_step(pdf: PdfReader) -> None:
    told = list(bookmarks(pdf.outline))
    assert told[:4] == ["Pedir una constancia", "Objetivo", "Aviso", "Pasos"]
    assert told[4] == "Paso 1. Elija Uno*, dos o tres en este vínculo. Fin1"
    assert [one.partition(".")[0] for one in told[4:]] == [f"Paso {n}" for n in range(1, 9)]


def test_it_says_what_it_is_and_no_date(pdf: PdfReader) -> None:
    about: dict[str, Any] = dict(pdf.metadata or {})
    assert about.pop("/Title") == "Pedir una constancia · Sistema de Constancias"
    assert about.pop("/Creator") == "Guía Viva"
    assert set(about) == {"/Producer"}


def test_every_typeface_is_inside(pdf: PdfReader) -> None:
    fonts = [
        font.get_object()
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert {font["/Subtype"] for font in fonts} == {"/Type0"}, "drawn, not written"
    own = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert all({"/FontFile2", "/FontFile3"} & set(one) for one in own)
    faces = ("Regular", "It", "Semibold", "Bold", "BoldIt")
    names = {one["/FontName"].partition("+")[2] for one in own}
    assert names == {f"SourceSansPro-{face}" for face in faces}


def test_pages_are_few_and_all_of_one_size(pdf: PdfReader) -> None:
    assert 6 <= len(pdf.pages) <= 8
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages} == {
        LETTER
    }


def test_cover_and_steps_begin_pages_of_their_own(pdf: PdfReader) -> None:
    first, second = (page.extract_text() for page in pdf.pages[:2])
    assert "Tarda dos días." in first
    assert "Pasos" not in first
    assert second.index("Pasos") < second.index("Fin1")


def test_a_figure_is_on_the_page_of_its_steps_last_words(pdf: PdfReader) -> None:
    pages = [page.extract_text() for page in pdf.pages]
    first_figures = dict(zip(range(1, 9), (1, 3, 4, 5, 6, 7, 8, 9), strict=True))
    for step, figure in first_figures.items():
        page = next(text for text in pages if f"Fin{step}" in text)
        assert f"Figura {figure}." in page, f"step {step} is parted from its figure"
        assert f"\n{step} " in page, f"step {step} is parted from its number"


def test_the_end_is_not_alone_on_a_page(pdf: PdfReader) -> None:
    *_, before, last = (page.extract_text() for page in pdf.pages)
    assert "Figura 9." in before
    assert "Figura 10." in last
    assert "Las imágenes son de muestra." in last


def test_no_picture_is_cut_or_leaves_the_page(pdf: PdfReader, plain_formats: Written) -> None:
    drawn = [box for page in pdf.pages for box in pictures(page)]
    told = [picture for step in plain_formats.document.steps for picture in step.pictures]
    side, end = EDGES
    for (left, bottom, right, top), picture in zip(drawn, told, strict=True):
        assert side <= left < right <= LETTER[0] - side
        assert end <= bottom < top <= LETTER[1] - end
        shape = (right - left) / (top - bottom)
        assert shape == pytest.approx(picture.width / picture.height, rel=0.03)


def pictures(page: PageObject) -> list[tuple[float, float, float, float]]:
    """Return where each picture of a page is drawn: left, bottom, right, top, in points."""
    found = []
    resources: Any = page["/Resources"]

    def see(operator: bytes, operands: list[Any], matrix: list[float], _: list[float]) -> None:
        names = resources.get("/XObject", {})
        if operator == b"Do" and names[operands[0]].get("/Subtype") == "/Image":
            width, _skew, _slant, height, x, y = matrix
            ends = sorted((y, y + height))
            found.append((x, ends[0], x + width, ends[1]))

    page.extract_text(visitor_operand_before=see)
    return found
