"""What a guide says, as paragraphs of a Word document."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from reports.guides.content import Block, Note, Paragraph, Run


@dataclass(frozen=True)
class Place:
    """The styles that content takes where it stands: the first one, the others, and bullets."""

    first: str
    others: str
    bullets: tuple[str, ...]


OPENING = Place("Normal", "Normal", ("List Bullet", "List Bullet 2", "List Bullet 3"))
NOTICE = Place("Aviso", "Aviso", ("Aviso con viñetas",))
STEP = Place("List Number", "List Continue", ("List Bullet 2", "List Bullet 3"))
_COLOR = re.compile("[0-9A-Fa-f]{6}")
_NOTE = Place("Nota", "Nota", ("Nota con viñetas",))


@dataclass(frozen=True)
class _Styled:
    """A paragraph and its style; `note` counts the notes, from 1, and is 0 outside of them."""

    style: str
    paragraph: Paragraph
    note: int = 0


def add_content(word: WordDocument, content: Sequence[Block], place: Place) -> list[WordParagraph]:
    """Add the paragraphs of a content, each in the style of its place, and return them."""
    styled = list(_styled(content, place))
    if styled:
        styled[0] = replace(styled[0], style=place.first)  # a step's number stands here
    return [_add(word, one) for one in styled]


def _styled(content: Sequence[Block], place: Place) -> Iterator[_Styled]:
    notes = 0
    for block in content:
        if isinstance(block, Paragraph):
            yield _Styled(place.others, block)
        elif isinstance(block, Note):
            notes += 1
            yield from (replace(one, note=notes) for one in _styled(block.blocks, _NOTE))
        else:
            for item in block.items:
                yield from _item(item, place)


def _item(item: Sequence[Block], place: Place) -> Iterator[_Styled]:
    deeper = replace(place, bullets=place.bullets[1:] or place.bullets)
    for number, one in enumerate(_styled(item, deeper)):
        yield replace(one, style=place.bullets[0]) if number == 0 else one


def _add(word: WordDocument, styled: _Styled) -> WordParagraph:
    paragraph = word.add_paragraph(style=styled.style)
    if styled.note and styled.note % 2 == 0:
        _set_apart(paragraph)
    for run in styled.paragraph.runs:
        _add_run(paragraph, run)
    return paragraph


def _set_apart(paragraph: WordParagraph) -> None:
    """Have a note drawn as a box of its own: neighbours that look alike are drawn as one.

    Its ground is another by what no eye can see, and so is where it ends on the right.
    """
    style = paragraph.style
    indent = style.paragraph_format.right_indent if style else None
    paragraph.paragraph_format.right_indent = (indent or 0) + Twips(1)
    while style is not None:
        ground = style.element.find(f"{qn('w:pPr')}/{qn('w:shd')}")
        if ground is not None and _COLOR.fullmatch(fill := ground.get(qn("w:fill"), "")):
            other = deepcopy(ground)
            other.set(qn("w:fill"), f"{int(fill, 16) ^ 1:06X}")
            paragraph._p.get_or_add_pPr().insert_element_before(other, "w:ind")  # noqa: SLF001
            return
        style = style.base_style


def _add_run(paragraph: WordParagraph, run: Run) -> None:
    added = paragraph.add_run(run.text)
    if run.link:
        _link(paragraph, added, run.link)
        added.style = "Hyperlink"
        added.bold, added.italic = run.strong or None, run.emphasis or None
    elif run.strong:
        added.style = "Strong"
        added.italic = run.emphasis or None
    elif run.emphasis:
        added.style = "Emphasis"


def _link(paragraph: WordParagraph, run: WordRun, address: str) -> None:
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    run._r.addprevious(link)  # noqa: SLF001 - python-docx only reads links
    link.append(run._r)  # noqa: SLF001
