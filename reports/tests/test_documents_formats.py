"""Every format says the same, shows the same, and comes out the same twice."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from reports.documents.formats.pdf_tags import elements
from reports.tests.document_texts import (
    alternatives_in_wiki,
    html_says,
    in_one_line,
    said,
    wiki_says,
    word_says,
)
from reports.tests.document_writing import Written, write
from reports.tests.html_page import HtmlPage, check_pictures


def test_every_format_says_what_the_document_says_in_its_order(written: Written) -> None:
    told = said(written.document)
    assert len(told) > 500
    assert html_says(written.page) == told
    assert html_says(written.one_file) == told
    assert word_says(written.word) == told
    assert wiki_says(written.wiki) == told
    assert wiki_says(written.wiki, "table", "strikethrough") == told
    assert pdf_says(written) == printable(told)


def printable(text: str) -> str:
    """Return what can be read back from a PDF: no blanks, and what the typeface has."""
    return "".join(one for one in text if " " < one < "\u0250" and not one.isspace())


def pdf_says(written: Written) -> str:
    document = written.document
    pages = PdfReader(BytesIO(written.pdf)).pages
    said = ""
    for number, page in enumerate(pages, start=1):
        text = printable(page.extract_text())
        margins = [f"Página {number} de {len(pages)}", "Borrador" if document.draft else ""]
        margins += [document.title, document.system] if number > 1 else []
        for margin in map(printable, map(in_one_line, ([one] for one in margins))):
            assert margin in text[:1500], f"page {number} lacks «{margin}»"
            text = text.replace(margin, "", 1)
        said += text
    return said


def test_every_format_has_the_words_of_every_picture(written: Written) -> None:
    told = [
        in_one_line([picture.alt]) for step in written.document.steps for picture in step.pictures
    ]
    assert told
    page = HtmlPage(written.folder / f"{written.document.name}.html")
    assert [picture["alt"] for picture in page.all("img")] == told
    properties = docx.Document(BytesIO(written.word)).element.iter(qn("wp:docPr"))
    assert [one.get("descr") for one in properties] == told
    assert alternatives_in_wiki(written.wiki) == told
    tree = PdfReader(BytesIO(written.pdf)).root_object["/StructTreeRoot"]
    figures = [one.get("/Alt") for one in elements(tree) if one["/S"] == "/Figure"]
    assert figures == told


def test_the_same_document_gives_the_same_bytes(
    plain_formats: Written, tmp_path: Path, browser: Browser
) -> None:
    again = write(plain_formats.document, tmp_path / "out", browser)
    for name in ("page", "one_file", "word", "wiki", "pdf"):
        assert getattr(again, name) == getattr(plain_formats, name), name


def test_pages_are_valid_and_need_nobody(
    written: Written, find_faults: Callable[[str], list[str]]
) -> None:
    assert find_faults(written.page) == []
    assert find_faults(written.one_file) == []
    name = written.document.name
    (written.folder / "index.html").touch()
    page = HtmlPage(written.folder / f"{name}.html")
    leads_to = [one for one in page.addresses if one != "https://example.com/a_b"]
    assert all(one == "data:," or (written.folder / one).exists() for one in leads_to), leads_to
    check_pictures(page)
    assert not page.all("script")
    one_file = written.folder / f"{name}-un-archivo.html"
    one_file.write_text(written.one_file, "utf-8")
    alone = HtmlPage(one_file)
    addresses = [one for one in alone.addresses if one != "https://example.com/a_b"]
    assert addresses
    assert all(one.startswith("data:") for one in addresses)
    assert not alone.all("script")
    css = written.one_file.partition("<style>")[2].partition("</style>")[0]
    assert css.count("url(") == css.count('url("data:font/woff;base64,') == 5


def test_pictures_lie_where_page_and_wiki_look_for_them(plain_formats: Written) -> None:
    names = [picture.file for step in plain_formats.document.steps for picture in step.pictures]
    assert [path.name for path in sorted((plain_formats.folder / "imagenes").iterdir())] == sorted(
        names
    )
    for name in names:
        assert f"](imagenes/{name})" in plain_formats.wiki
        assert f'src="imagenes/{name}"' in plain_formats.page


def test_a_guides_page_holds_no_barrier(
    plain_formats: Written, page: Page, find_barriers: Callable[[Page], list[str]]
) -> None:
    page.goto((plain_formats.folder / "muestra.html").as_uri())
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert find_barriers(page) == []
