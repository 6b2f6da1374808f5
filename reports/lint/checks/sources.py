"""Quoted texts that nothing else knows."""

import re
from collections.abc import Iterator

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.telling import Kind, Telling
from reports.lint.words import plain

UNKNOWN_TEXT = Fault(
    "un texto que ninguna otra fuente conoce",
    matters="Si la pantalla dice otra cosa, quien lee no lo encuentra.",
    do="Compruébelo en la pantalla; si está bien, no hay nada que corregir.",
)
UNKNOWN_GUIDE = Fault(
    "una guía que no existe",
    matters="Se manda a quien lee a buscar lo que no hay.",
    do="Corrija el título, o escriba esa guía.",
)
_SCREEN = {Kind.LABEL, Kind.HEADER, Kind.FIELD}
_GUIDE = re.compile(r"\bgu[ií]a «([^»]+)»")


def check_texts(case: Case) -> Iterator[Finding]:
    """Find texts quoted in one guide alone: neither scenarios nor other guides have them."""
    for guide in case.guides:
        others = [it for it in (*case.guides, *case.beside) if it is not guide]
        if not guide.ours and not others:
            continue  # nothing to hold it against
        known = set() if guide.ours else _told(case, guide, others)
        seen: set[str] = set()
        for line in guide.spoken:
            for text in line.strong if guide.ours else line.quotes:
                name = _name(text)
                is_known = case.project.knows(text, guide.name) if guide.ours else name in known
                if name not in seen and not is_known:
                    yield UNKNOWN_TEXT.at(line.place, f"«{text}»")
                seen.add(name)


def check_guides(case: Case) -> Iterator[Finding]:
    """Find other guides that are named and do not exist."""
    titles = {guide.title for guide in (*case.guides, *case.project.guides)}
    for guide in case.guides:
        for line in guide.spoken:
            for title in _GUIDE.findall(line.text):
                if guide.ours and title not in titles:
                    yield UNKNOWN_GUIDE.at(line.place, f"«{title}»")


def _told(case: Case, guide: Telling, others: list[Telling]) -> set[str]:
    """Return what scenarios, other guides, and the screens that the guide shows know."""
    known = set(map(_name, case.project.quoted)) if case.beside else set()
    for other in others:
        known.add(_name(other.title))
        for line in other.lines:
            shown = line.kind in _SCREEN or not line.place.number  # a fact has no line
            known |= {_name(it) for it in (*line.quotes, *line.strong, *line.cells)}
            known |= {_name(line.text)} if shown else set()
    for line in guide.lines:
        known |= {_name(it) for it in (line.text, *line.cells) if line.kind in _SCREEN}
    return known


def _name(text: str) -> str:
    return plain(text).strip(" *:.")
