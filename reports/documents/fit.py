"""What every format does alike with a document before it is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.documents.document import Document, DocumentStep, Picture
from reports.guides.content import Block, Bullets, Content, Note, Paragraph, Run, as_shown

# What no XML or HTML may hold: controls, halves of characters, and what is no character at all.
_NO_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_BLANKS = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")  # not the no-break ones: they are meant
_TELEPHONE = re.compile(r"\b\d{2,3} \d{3,4} \d{4}\b")  # not to be parted at the end of a line
_ADDRESSES = ("https://", "http://", "mailto:", "tel:")


def fit_to_write(document: Document) -> Document:
    """Return a document that says the same in any format.

    Without control characters, blanks in a row and paragraphs that say nothing; what is no
    address of another page or a telephone (`javascript:…`) is no link.
    """
    return replace(
        document,
        title=_clean(document.title),
        subtitle=_clean(document.subtitle),
        system=_clean(document.system),
        facts=tuple((_clean(name), _clean(value)) for name, value in document.facts),
        draft=_clean(document.draft),
        objective=_content(document.objective),
        notice=_content(document.notice),
        steps=tuple(_step(step) for step in document.steps),
        colophon=_clean(document.colophon),
    )


def _step(step: DocumentStep) -> DocumentStep:
    pictures = tuple(_picture(picture) for picture in step.pictures)
    return replace(step, content=_content(step.content), pictures=pictures)


def _picture(picture: Picture) -> Picture:
    return replace(
        picture,
        caption=_clean(picture.caption),
        legend=tuple(_clean(name) for name in picture.legend),
        alt=_clean(picture.alt),
    )


def _content(content: Sequence[Block]) -> Content:
    return tuple(block for block in map(_block, content) if _says_something(block))


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(tuple(_runs(block.runs)), block.line)
    if isinstance(block, Note):
        return Note(_content(block.blocks))
    return Bullets(tuple(item for item in map(_content, block.items) if item))


def _says_something(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.runs)
    return bool(block.blocks if isinstance(block, Note) else block.items)


def _runs(runs: Sequence[Run]) -> Iterator[Run]:
    shown = as_shown([replace(run, link=_address(run.link)) for run in runs])
    told = ""
    whole = _clean("".join(run.text for run in shown))
    for run in shown:
        text = _BLANKS.sub(" ", _NO_TEXT.sub("", run.text))
        if not told or told.endswith(" "):
            text = text.removeprefix(" ")
        text = text[: len(whole) - len(told)]  # the last blank of a paragraph is none
        told += text
        if text:
            yield replace(run, text=_TELEPHONE.sub(_unparted, text))


def _unparted(telephone: re.Match[str]) -> str:
    return telephone[0].replace(" ", "\N{NO-BREAK SPACE}")


def _address(link: str) -> str:
    return link if link.startswith(_ADDRESSES) and not _BLANKS.search(link) else ""


def _clean(text: str) -> str:
    return _BLANKS.sub(" ", _NO_TEXT.sub("", text)).strip(" ")
