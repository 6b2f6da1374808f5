"""Pictures for who cannot see them, and words that leave all to a picture."""

import re
from collections.abc import Iterator

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.telling import Kind, Step
from reports.lint.words import plain

NO_ALT = Fault(
    "una imagen sin texto alternativo",
    matters="Quien no ve la imagen no sabe qué muestra.",
    do="Descríbala: en Word, clic derecho y «Ver texto alternativo».",
)
UNTAGGED = Fault(
    "un PDF sin etiquetas",
    matters="Un lector de pantalla no distingue títulos, pasos ni imágenes.",
    do="Expórtelo como PDF etiquetado o accesible (PDF/UA).",
)
LEFT_TO_PICTURE = Fault(
    "lo que falta se deja a la imagen",
    matters="Quien no ve la imagen se queda sin el paso.",
    do="Diga con palabras qué pantalla es y qué hay en ella.",
)
UNSAID_NOTICE = Fault(
    "un aviso que no se cita",
    matters="No se distingue el aviso bueno de un error.",
    do="Escriba qué debe leerse en él.",
)
_FILE = re.compile(r"(?:.*\.(?:png|jpe?g|gif|bmp)|(?:imagen|image|picture|captura)[ _-]?\d*)")
_POINTS = re.compile(
    r"\b(?:siguiente|presente) "
    r"(pantalla|ventana|imagen|figura|aviso|mensaje|cuadro|recuadro)\b(?! [«“])"
    r"|\bcomo se (?:muestra|observa|ve) (?:a continuacion|en la (?:imagen|pantalla|figura))\b"
)
_NOTICES = {"aviso", "mensaje"}
_SHOWN = {Kind.LABEL, Kind.FIELD, Kind.HEADER, Kind.ROW}


def check_alt(case: Case) -> Iterator[Finding]:
    """Find pictures without words, and PDFs that can hold none."""
    for guide in case.guides:
        if guide.untagged:
            yield UNTAGGED.at(guide.start, "no lleva la estructura que se lee en voz alta")
        for number, picture in enumerate(guide.pictures, start=1):
            if not picture.alt or _FILE.fullmatch(plain(picture.alt)):
                told = f"la imagen {number}" + (f" dice «{picture.alt}»" if picture.alt else "")
                yield NO_ALT.at(picture.place, told)


def check_pointing(case: Case) -> Iterator[Finding]:
    """Find sentences that point at a picture instead of saying what is there."""
    for guide in case.guides:
        for step in guide.steps:
            yield from _pointing(step)


def _pointing(step: Step) -> Iterator[Finding]:
    shows = any(line.kind in _SHOWN for line in step.lines)
    for line in step.spoken:
        found = _POINTS.search(plain(line.text))
        if not found:
            continue
        notice = found[1] in _NOTICES
        if not shows:
            yield LEFT_TO_PICTURE.at(line.place, quoted(found[0]))
        if notice and not shows and not step.quotes:
            yield UNSAID_NOTICE.at(line.place, quoted(line.text))
