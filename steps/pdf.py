"""A downloaded PDF, read back as whoever opens it would."""

import re
from dataclasses import dataclass
from io import BytesIO

from steps.sight import NotAsTheGuideSaysError


@dataclass(frozen=True)
class Pdf:
    """What a PDF says, and what it tells a program that reads it aloud.

    `text` has its blanks collapsed; `language` is a tag such as "es-MX", or ""; `headings` and
    `alternatives` (of its pictures) come from its structure, which an untagged one does not have.
    """

    text: str
    language: str
    is_tagged: bool
    headings: int
    alternatives: tuple[str, ...]

    def says(self, text: str) -> None:
        """Check that the text is there, whole words and to the letter."""
        if not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", self.text):
            message = f"en la hoja no se lee «{text}»; dice: «{self.text}»"
            raise NotAsTheGuideSaysError(message, expected=(text,))

    def can_be_read_aloud(self, language: str) -> None:
        """Check that it has a language, and tags that tell its headings from the rest."""
        if not (self.is_tagged and self.headings and self.language == language):
            seen = f"idioma «{self.language}», etiquetas: {self.is_tagged}"
            message = f"la hoja no se puede leer bien en voz alta ({seen})"
            raise NotAsTheGuideSaysError(message, expected=(language,))

    def describes_its_picture(self, text: str) -> None:
        """Check the text that stands for the only picture."""
        if self.alternatives != (text,):
            seen = " · ".join(self.alternatives)
            message = f"la imagen de la hoja se describe como «{seen}», y no como «{text}»"
            raise NotAsTheGuideSaysError(message, expected=(text,))


def read_pdf(content: bytes) -> Pdf:
    """Read a PDF."""
    # The main job follows guides that open no PDF, and pypdf takes a tenth of a second to import.
    from pypdf import PdfReader  # noqa: PLC0415

    reader = PdfReader(BytesIO(content), strict=True)
    catalog = reader.root_object
    root = catalog.get("/StructTreeRoot", {})
    document = root["/K"][0]["/K"] if root else []
    elements = [reference.get_object() for reference in document]
    return Pdf(
        text=" ".join(" ".join(page.extract_text() for page in reader.pages).split()),
        language=str(catalog.get("/Lang", "")),
        is_tagged=bool(catalog.get("/MarkInfo", {}).get("/Marked", False)),
        headings=sum(str(element["/S"]) == "/H1" for element in elements),
        alternatives=tuple(str(element["/Alt"]) for element in elements if "/Alt" in element),
    )
