"""What a document says, and what each format of it says, as one line of text."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

import docx
import html5lib  # type: ignore[import-untyped]
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports.documents.document import Document
from reports.guides.content import Block, paragraphs

_INLINE = {"strong", "em", "a", "span", "b"}


def said(document: Document) -> str:
    """Return all that a document says, in the order in which its formats ought to."""
    parts: list[str] = [document.system, document.title, document.subtitle]
    parts += [text for fact in document.facts for text in fact]
    parts += [document.draft, "Objetivo", *_texts(document.objective)]
    parts += ["Aviso", *_texts(document.notice), "Pasos"]
    figure = 0
    for step in document.steps:
        parts += [str(step.number), *_texts(step.content)]
        for one in step.pictures:
            figure += 1
            parts += [f"Figura {figure}. {one.caption}{':' * bool(one.legend)}"]
            parts += [f"{number} {name}" for number, name in enumerate(one.legend, start=1)]
    return in_one_line([*parts, document.colophon])


def _texts(content: Sequence[Block]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(content)]


def in_one_line(parts: Iterable[str]) -> str:
    """Return texts as one line, without what is no text."""
    text = " ".join(" ".join(parts).split())
    text = "".join(one for one in text if unicodedata.category(one) not in {"Cc", "Cs", "Cn"})
    return " ".join(text.split())


def html_says(html: str) -> str:
    """Return what a page says, but for where it leads and what is only heard."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return in_one_line([_spoken(tree.find("body"))])


def _spoken(element: Any) -> str:
    if element.tag == "nav" or element.get("class") == "unseen":
        return ""
    text = element.text or ""
    for child in element:
        text += _spoken(child) + (child.tail or "")
    return text if element.tag in _INLINE else f"\n{text}\n"


def word_says(data: bytes) -> str:
    """Return what a Word document says, with the numbers of its steps."""
    word = docx.Document(BytesIO(data))
    parts = []
    steps = 0
    for paragraph in word.paragraphs:
        style = paragraph.style
        if style is not None and style.name == "List Number":
            steps += 1
            parts.append(str(steps))
        found = paragraph._p.iter(qn("w:t"), qn("w:tab"))  # noqa: SLF001 - also within fields
        parts.append("".join(one.text or " " for one in found))
    return in_one_line(parts)


def wiki_says(text: str, *more: str) -> str:
    """Return what Markdown says; `more` are rules that wikis add to CommonMark."""
    return in_one_line(["".join(_shown(MarkdownIt("commonmark").enable(list(more)).parse(text)))])


def _shown(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "list_item_open":
            yield f"{token.info}\n"
        for child in token.children or ():
            if child.type == "text":
                yield child.content
        if token.type == "inline":
            yield "\n"


def alternatives_in_wiki(text: str) -> list[str]:
    """Return the alternative texts of the pictures."""
    tokens = MarkdownIt("commonmark").parse(text)
    images = [one for token in tokens for one in token.children or () if one.type == "image"]
    return [one.content and "".join(part.content for part in one.children or ()) for one in images]
