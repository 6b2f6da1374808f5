"""A guide as PDF: its page of one file, printed by a browser and then finished."""

from hashlib import sha256
from io import BytesIO
from textwrap import shorten
from typing import Any

from playwright.sync_api import Browser
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, NameObject, NumberObject, TextStringObject

from reports.documents.formats.pdf_tags import headings, mend_tags

_BOOKMARK = 72  # characters
_PLENTY = 1_000_000
# Every heading: its words, and those of what follows it.
_HEADINGS = """Array.from(
    document.querySelectorAll("h1, h2, h3"),
    (heading) => [heading.textContent, heading.nextElementSibling?.textContent ?? ""],
)"""


def print_pdf(html: str, browser: Browser) -> bytes:
    """Print a page that needs nothing beside it: tagged, with bookmarks, and without dates.

    The same page in the same browser gives the same bytes.
    """
    context = browser.new_context(locale="es-MX", offline=True)
    try:
        page = context.new_page()
        page.set_content(html)
        told: list[tuple[str, str]] = page.evaluate(_HEADINGS)
        printed = page.pdf(tagged=True, outline=True, prefer_css_page_size=True)
    finally:
        context.close()
    return _finished(printed, told, sha256(html.encode()).digest()[:16])


def _finished(printed: bytes, told: list[tuple[str, str]], identity: bytes) -> bytes:
    reader = PdfReader(BytesIO(printed))
    # The copy numbers a few objects more than the print did, which pypdf would warn of.
    reader.trailer[NameObject("/Size")] = NumberObject(_PLENTY)
    writer = PdfWriter(clone_from=reader)
    root = writer.root_object
    mend_tags(root["/StructTreeRoot"])
    words = [" ".join(text.split()) for text, _ in told]
    for heading, text in zip(headings(root["/StructTreeRoot"]), words, strict=True):
        # What is heard is «Paso 4», where what is seen is a number in a circle.
        heading[NameObject("/ActualText")] = TextStringObject(text)
    for bookmark, text, (_, next_words) in zip(_bookmarks(root), words, told, strict=True):
        bookmark[NameObject("/Title")] = TextStringObject(_bookmark(text, next_words))
    title = reader.metadata.title if reader.metadata else None
    producer = reader.metadata.producer if reader.metadata else None
    writer.metadata = {
        "/Title": title or words[0],
        "/Creator": "Guía Viva",
        "/Producer": producer or "",
    }
    writer._ID = ArrayObject([ByteStringObject(identity)] * 2)  # noqa: SLF001 - it has no other door
    finished = BytesIO()
    writer.write(finished)
    return finished.getvalue()


def _bookmark(heading: str, next_words: str) -> str:
    if not heading.startswith("Paso "):
        return heading
    return shorten(f"{heading}. {next_words}", _BOOKMARK, placeholder="…")


def _bookmarks(item: Any) -> list[Any]:
    """Return the bookmarks under one, in the order of reading."""
    found: list[Any] = []
    child = item.get("/Outlines", item).get("/First")
    while child is not None:
        child = child.get_object()
        found += [child, *_bookmarks(child)]
        child = child.get("/Next")
    return found
