"""A document written in every format."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from reports.documents.document import Document
from reports.documents.formats.page import render_one_file, write_page, write_static
from reports.documents.formats.pdf import print_pdf
from reports.documents.formats.wiki import write_wiki
from reports.documents.formats.word import word_file


@dataclass(frozen=True)
class Written:
    """A document in every format, and in what it was written."""

    document: Document
    folder: Path
    page: str
    one_file: str
    word: bytes
    wiki: str
    pdf: bytes


def write(document: Document, folder: Path, browser: Browser) -> Written:
    """Write a document in every format into a folder that is made here."""
    folder.mkdir()
    write_static(folder)
    one_file = render_one_file(document)
    return Written(
        document=document,
        folder=folder,
        page=write_page(document, folder).read_text("utf-8"),
        one_file=one_file,
        word=word_file(document),
        wiki=write_wiki(document, folder).read_text("utf-8"),
        pdf=print_pdf(one_file, browser),
    )
