"""Makes `reports/templates/documento.docx` anew, whose styles decide how Word documents look.

The file is kept, and restyled in Word. Whoever wants to begin again from the styles of the house:
`python -m reports.documents.word_template`.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from reports.documents.formats.word_file import add_field, repeatable
from reports.documents.formats.word_places import PLACES
from reports.documents.templating import TEMPLATES
from reports.documents.word_styles import numbering, styles

_UNWANTED = {"thumbnail", "customXml", "stylesWithEffects"}
_WELCOME = (
    "Los estilos de este archivo dan su forma a las guías en Word. Cámbielos con Inicio > Estilos "
    "> Modificar, y guarde. Lo que dicen estos renglones no se usa; lo que dicen el encabezado y "
    "el pie, sí: {titulo}, {sistema} y {borrador} se llenan con los de cada guía."
)
_SAMPLES = (
    ("Normal", _WELCOME),
    ("Sistema", "Nombre del sistema"),
    ("Title", "Título de la guía"),
    ("Subtitle", "Subtítulo de la guía"),
    ("Dato", "Nombre de un dato\tSu valor"),
    ("Borrador", "Por qué es solo un borrador."),
    ("Heading 1", "Encabezado de una sección"),
    ("List Bullet", "Una viñeta fuera de los pasos."),
    ("Aviso", "El aviso."),
    ("Aviso con viñetas", "Una viñeta dentro del aviso."),
    ("List Number", "Un paso."),
    ("List Continue", "Otro párrafo del mismo paso."),
    ("List Bullet 2", "Una viñeta dentro de un paso."),
    ("List Bullet 3", "Una viñeta dentro de otra."),
    ("Nota", "Una nota."),
    ("Nota con viñetas", "Una viñeta dentro de una nota."),
    ("Imagen", "Aquí va una imagen."),
    ("Caption", "El pie de una imagen."),
    ("Colofón", "El final de la guía."),
)


def make_template(path: Path) -> None:
    """Write the template: styles, lists, header and footer, and a sample of each style."""
    word = docx.Document()
    for owner in (word.part.package, word.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNWANTED:
                del owner.rels[key]
    _fill(word.styles.element, styles())
    _fill(word.part.numbering_part.element, numbering())
    _set_up(word)
    _set_pages_up(word)
    for style, sample in _SAMPLES:
        word.add_paragraph(sample, style)
    made = BytesIO()
    word.save(made)
    path.write_bytes(repeatable(made.getvalue()))


def _fill(element: Any, parts: Iterable[str]) -> None:
    for child in list(element):
        element.remove(child)
    for part in parts:
        element.append(parse_xml(part))


def _set_up(word: WordDocument) -> None:
    """Leave no trace of what the file began as."""
    settings = word.settings.element
    for mark in ("rsids", "proofState", "docId", "savePreviewPicture"):
        for found in settings.findall(f"{{*}}{mark}"):
            settings.remove(found)
    language = settings.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), "es-MX")
    settings.find(f".//{qn('w:compatSetting')}").set(qn("w:val"), "15")  # today's Word
    about = word.core_properties
    about.author, about.comments, about.language = "Guía Viva", "", "es-MX"
    for date in about._element.findall("{http://purl.org/dc/terms/}*"):  # noqa: SLF001
        about._element.remove(date)  # noqa: SLF001 - its own door only sets dates


def _set_pages_up(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True
    title, system, draft = PLACES
    _line(section.header.paragraphs[0], "Header", f"{title}\t{draft}")
    _line(section.footer.paragraphs[0], "Footer", f"{system}\t")
    _line(section.first_page_footer.paragraphs[0], "Footer", "\t")
    for footer in (section.footer, section.first_page_footer):
        _count_pages(footer.paragraphs[0])


def _line(paragraph: Paragraph, style: str, text: str) -> None:
    paragraph.style = style
    paragraph.add_run(text)


def _count_pages(paragraph: Paragraph) -> None:
    paragraph.add_run("Página ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" de ")
    add_field(paragraph, "NUMPAGES", "1")


if __name__ == "__main__":
    make_template(TEMPLATES / "documento.docx")
