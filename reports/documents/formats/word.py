"""A guide as a Word document, with real styles, lists, captions and alternative texts."""

from io import BytesIO

import docx.shared
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from reports.documents.document import Document, DocumentStep, Picture
from reports.documents.fit import fit_to_write
from reports.documents.formats.word_content import NOTICE, OPENING, STEP, add_content
from reports.documents.formats.word_file import add_field, open_template, repeatable
from reports.documents.formats.word_places import PLACES, fill_places
from reports.documents.templating import TEMPLATES

_CM_A_PIXEL = 0.02
_HIGHEST = docx.shared.Cm(9.5)
_EDGE = f'<a:ln {nsdecls("a")} w="6350"><a:solidFill><a:srgbClr val="D8D3C9"/></a:solidFill></a:ln>'


def word_file(document: Document) -> bytes:
    """Return a DOCX in the styles of `templates/documento.docx`; the same bytes every time.

    Raises ReportsError when the template cannot be used.
    """
    document = fit_to_write(document)
    template = TEMPLATES / "documento.docx"
    word = open_template(template)
    told = (document.title, document.system, "Borrador" if document.draft else "")
    fill_places(word, dict(zip(PLACES, told, strict=True)), template)
    about = word.core_properties
    about.title, about.subject = document.title[:255], document.system[:255]  # the most it holds
    _add_cover(word, document)
    _add_opening(word, document)
    for step in document.steps:
        _add_step(word, document, step)
    word.paragraphs[-1].paragraph_format.keep_with_next = True  # or it could be alone on a page
    word.add_paragraph(document.colophon, "Colofón")
    made = BytesIO()
    word.save(made)
    return repeatable(made.getvalue())


def _add_cover(word: WordDocument, document: Document) -> None:
    word.add_paragraph(document.system, "Sistema")
    word.add_paragraph(document.title, "Title")
    word.add_paragraph(document.subtitle, "Subtitle")
    for name, value in document.facts:
        fact = word.add_paragraph(style="Dato")
        fact.add_run(name)
        fact.add_run(f"\t{value}", "Strong")
    if document.draft:
        word.add_paragraph(document.draft, "Borrador")


def _add_opening(word: WordDocument, document: Document) -> None:
    word.add_paragraph("Objetivo", "Heading 1")
    add_content(word, document.objective, OPENING)
    word.add_paragraph("Aviso", "Heading 1")
    add_content(word, document.notice, NOTICE)
    steps = word.add_paragraph("Pasos", "Heading 1")
    steps.paragraph_format.page_break_before = True


def _add_step(word: WordDocument, document: Document, step: DocumentStep) -> None:
    told = add_content(word, step.content, STEP)
    for paragraph in told if step.pictures else told[:-1]:
        paragraph.paragraph_format.keep_with_next = True
    for number, picture in document.figures(step):
        _add_picture(word, number, picture)
        _add_caption(word.add_paragraph(style="Caption"), number, picture)


def _add_picture(word: WordDocument, number: int, picture: Picture) -> None:
    paragraph = word.add_paragraph(style="Imagen")
    section = word.sections[0]
    margins = (section.left_margin, section.right_margin, _indent(paragraph))
    room = (section.page_width or 0) - sum(margin or 0 for margin in margins)
    natural = docx.shared.Cm(picture.width * _CM_A_PIXEL)
    width = min(room, natural, _HIGHEST * picture.width // picture.height)
    shape = paragraph.add_run().add_picture(str(picture.path), width)
    inline = shape._inline  # noqa: SLF001 - python-docx has no alternative texts of its own
    inline.docPr.set("name", f"Figura {number}")
    inline.docPr.set("descr", picture.alt)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.graphic.graphicData.pic.spPr.append(parse_xml(_EDGE))


def _indent(paragraph: Paragraph) -> int:
    return (paragraph.style and paragraph.style.paragraph_format.left_indent) or 0


def _add_caption(caption: Paragraph, number: int, picture: Picture) -> None:
    caption.add_run("Figura ")
    add_field(caption, "SEQ Figura \\* ARABIC", str(number))
    caption.add_run(f". {picture.caption}")
    if picture.legend:
        caption.add_run(":")
    for place, name in enumerate(picture.legend, start=1):
        caption.add_run(" ")
        caption.add_run(f"\N{NO-BREAK SPACE}{place}\N{NO-BREAK SPACE}", "Marca")
        caption.add_run(f"\N{NO-BREAK SPACE}{name}")
