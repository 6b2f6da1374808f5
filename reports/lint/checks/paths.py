"""The way to a screen told differently, or with a piece missing."""

import re
from collections.abc import Iterator

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.telling import Line
from reports.lint.words import plain

TWO_PLACES = Fault(
    "lo mismo en otro lugar de la pantalla",
    matters="Quien lee una de las dos busca donde no está.",
    do="Compruebe en la pantalla dónde está y dígalo igual.",
)
NEVER_OPENED = Fault(
    "algo de un lugar que no se ha abierto",
    matters="Falta el paso que lleva ahí.",
    do="Diga antes cómo se abre o cómo se llega.",
)
_Places = dict[tuple[str, ...], tuple[str, Line]]  # by what it is: where, and who says so first
_CORNER = re.compile(
    r"\b(?:superior|inferior)(?: (?:derecha|izquierda))?|\b(?:derecha|izquierda)\b"
)
_HOLDS = r"menu|submenu|pantalla|ventana|seccion|apartado|pestana"
_INSIDE = re.compile(rf"\b(?:en|de|dentro de|desde)(?:l| el| la) ({_HOLDS})(?: de)? «([^»]+)»")
_FROM = re.compile(rf"\b({_HOLDS})\b[^«.]{{0,20}}«([^»]+)»[^«.]*«([^»]+)»")
_OF = re.compile(rf"«([^»]+)»[^«.]{{0,12}}\b(?:en|de)(?:l| el| la) ({_HOLDS})(?: de)? «([^»]+)»")


def check_places(case: Case) -> Iterator[Finding]:
    """Find one thing told to be in two corners, or in two menus."""
    corners: _Places = {}
    holders: _Places = {}
    for line in case.lines():
        for sentence in _pointed(line):
            names = tuple(re.findall(r"«([^»]+)»", sentence))
            corner = _CORNER.search(sentence)
            if corner and names:
                yield from _differs(case, corners, names[:1], corner[0], line)
            for kind, holder, name in _held(sentence):
                yield from _differs(case, holders, (kind, name), holder, line)


def check_opened(case: Case) -> Iterator[Finding]:
    """Find menus and screens in which something is chosen before anything opens them."""
    for guide in case.guides:
        told = ""
        for line in guide.lines:
            for sentence in _pointed(line):
                for found in _INSIDE.finditer(sentence):
                    before = told + sentence[: found.start()]
                    if found[2] not in before and line.place.step:
                        yield NEVER_OPENED.at(line.place, f"«{found[2]}» ({_SHOWN[found[1]]})")
                told += f" {sentence}"


_SHOWN = {
    "menu": "un menú", "submenu": "un submenú", "pantalla": "una pantalla",
    "ventana": "una ventana", "seccion": "una sección", "apartado": "un apartado",
    "pestana": "una pestaña",
}  # fmt: skip


def _differs(
    case: Case, told: _Places, name: tuple[str, ...], where: str, line: Line
) -> Iterator[Finding]:
    first, other = told.setdefault(name, (where, line))
    if first != where and case.is_checked(other.place):
        against = (line.place, f"«{name[-1]}»: {where}")
        yield TWO_PLACES.at(other.place, f"«{name[-1]}»: {first}", against)


def _held(sentence: str) -> Iterator[tuple[str, str, str]]:
    """Yield what kind of thing holds another: its kind, its name and the other's."""
    found = [(it[2], it[3], it[1]) for it in _OF.finditer(sentence)]
    yield from found or ((it[1], it[2], it[3]) for it in _FROM.finditer(sentence))


def _pointed(line: Line) -> list[str]:
    """Return a line's sentences, plain, with each quoted text between « and »."""
    if not line.spoken:
        return [f"«{plain(line.text)}»"]
    pointed = []
    for sentence in line.sentences:
        text = re.sub(r"[“\"«]([^”\"»]*)[”\"»]", r"«\1»", plain(sentence))
        for quote in dict.fromkeys(map(plain, line.strong)):
            if f"«{quote}»" not in text:
                text = text.replace(quote, f"«{quote}»", 1)
        pointed.append(text)
    return pointed
