"""The places that the Word template's headers and footers keep for what a guide says of itself."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reports.errors import ReportsError

# For the title, the system and the draft's mark.
PLACES = ("{titulo}", "{sistema}", "{borrador}")
_KINDS = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_places(word: WordDocument, told: dict[str, str], template: Path) -> None:
    """Put texts into their places, in headers and footers of every kind and in their tables.

    Raises ReportsError where something else stands between braces.
    """
    for paragraph in _paragraphs(word):
        texts = list(paragraph.iter(qn("w:t")))
        _check("".join(_said(text) for text in texts), told, template)
        for place, text in told.items():
            _fill(texts, place, text)


def _paragraphs(word: WordDocument) -> Iterator[BaseOxmlElement]:
    for related in word.part.rels.values():
        if related.reltype in _KINDS:
            yield from related.target_part.element.iter(qn("w:p"))


def _fill(texts: Sequence[BaseOxmlElement], place: str, filled: str) -> None:
    """Fill every place of a paragraph; Word may have cut one in several pieces."""
    said = "".join(_said(text) for text in texts)
    start = said.rfind(place)
    while start >= 0:
        _replace(texts, start, start + len(place), filled)
        start = said.rfind(place, 0, start)


def _replace(texts: Sequence[BaseOxmlElement], start: int, end: int, filled: str) -> None:
    """Put a text where the paragraph says something from `start` to `end`, in its first piece."""
    ends = list(accumulate(len(_said(text)) for text in texts))
    for piece, last in zip(texts, ends, strict=True):
        said = _said(piece)
        first = last - len(said)
        left, right = said[: max(start - first, 0)], said[max(end - first, 0) :]
        if first <= start < last:
            _say(piece, left + filled + right)
        elif start < last and first < end:
            _say(piece, right)


def _said(text: BaseOxmlElement) -> str:
    return text.text or ""


def _say(piece: BaseOxmlElement, text: str) -> None:
    piece.text = text
    piece.set(_SPACE, "preserve")


def _check(said: str, told: dict[str, str], template: Path) -> None:
    """Refuse braces around anything else: it would be printed as it is."""
    rest = said
    for place in told:
        rest = rest.replace(place, "")
    if "{" in rest or "}" in rest:
        known = f"{', '.join(PLACES[:-1])} y {PLACES[-1]}"
        raise ReportsError(
            f"{template}: en el encabezado o el pie de la plantilla de Word dice «{said.strip()}», "
            f"y no se sabe qué poner ahí.\n  Qué hacer: entre llaves solo van {known}, en "
            "minúsculas y sin acentos; corríjalo en Word, o recupere el archivo con git."
        )
