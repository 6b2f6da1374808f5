"""What a guide is called, what else it names, and whether it is dated."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.reading.shape import about
from reports.lint.telling import Step, Telling
from reports.lint.vocabulary import EVERYBODY_KNOWS, FILL, names_an_errand, only_forbids
from reports.lint.words import content_words, plain, speaks_of

TWO_TITLES = Fault(
    "el mismo trámite con dos títulos",
    matters="Se duda si son dos trámites.",
    do="Deje un solo título.",
)
OTHER_ERRAND = Fault(
    "una opción que nombra otro trámite",
    matters="Se teme hacer otra cosa sin querer.",
    do="Explique por qué se elige esa opción y no otra.",
)
TOO_LATE = Fault(
    "algo que había que saber antes",
    matters="Se empieza sin tener lo que ahí se pide.",
    do="Dígalo antes del primer paso, y explique qué es.",
)
UNDATED = Fault(
    "una guía sin fecha ni versión",
    matters="No se sabe si sigue siendo cierta.",
    do="Diga cuándo se comprobó y con qué versión del sistema.",
)
ONE_SIDED = Fault(
    "una advertencia que solo da una de las guías",
    matters="Quien lee la otra tropieza con lo que aquí se advierte.",
    do="Dé la misma advertencia, con las mismas palabras, en las dos.",
)
_EXPLAINED = re.compile(r"\b(?:tambien|sirve|aunque|porque|desde (?:ahi|esta))\b")
_DATED = re.compile(
    r"\b(?:version|vigente (?:desde|a partir)|actualizad[ao]|ultima (?:actualizacion|revision)"
    r"|fecha de (?:elaboracion|publicacion))\b"
)
_ACRONYM = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{4,}\b")


def check_titles(case: Case) -> Iterator[Finding]:
    """Find guides with two titles that mean one thing."""
    for guide in case.published:
        before = (line for line in guide.headings if not line.place.step)
        named = [(line, about(line.text)) for line in before if about(line.text)]
        for (line, one), (other, two) in pairwise(named):
            mine, theirs = set(content_words(one)), set(content_words(two))
            if mine & theirs and mine != theirs:
                yield TWO_TITLES.at(other.place, quoted(two), (line.place, quoted(one)))


def check_errands(case: Case) -> Iterator[Finding]:
    """Find options that name another errand than the guide's, without a word of why."""
    for guide in case.guides:
        titles = " ".join(line.text for line in guide.headings)
        told: set[str] = set()
        for step in guide.steps:
            for quote in step.lines[0].quotes:
                name = plain(quote)
                foreign = names_an_errand(name) and not speaks_of(titles, name.split()[0])
                if only_forbids(plain(step.lines[0].text), name):
                    continue  # what is not to be done needs no reason
                if foreign and name not in told and not _EXPLAINED.search(plain(step.text)):
                    told.add(name)
                    yield OTHER_ERRAND.at(step.place, f"«{quote}», en «{guide.title}»")


def check_terms(case: Case) -> Iterator[Finding]:
    """Find names of many capital letters that come up first where data are to be written."""
    for guide in case.guides:
        before = " ".join(line.text for line in guide.opening)
        known = EVERYBODY_KNOWS | set(_ACRONYM.findall(before.upper()))
        for step in guide.steps:
            if FILL.search(plain(step.lines[0].text)) and step.number > 1:
                for term in _terms(step) - known:
                    yield TOO_LATE.at(step.place, f"«{term}» aparece por primera vez")
            known |= _terms(step)


def check_date(case: Case) -> Iterator[Finding]:
    """Find published guides without a date or a version; ours get theirs when they are built."""
    for guide in case.published:
        if not any(_DATED.search(plain(line.text)) for line in guide.lines):
            yield UNDATED.at(guide.start, "ni fecha ni versión")


def check_warnings(case: Case) -> Iterator[Finding]:
    """Find the same form in two guides, with a note in one of them alone."""
    for guide in case.published:
        for other in case.published:
            for step in guide.steps:
                twin = _twin(step, other) if other is not guide else None
                note = _note(twin) if twin else ""
                if twin and note and not _note(step):
                    told = quoted(step.lines[0].text)
                    yield ONE_SIDED.at(step.place, told, (twin.place, quoted(note)))


def _terms(step: Step) -> set[str]:
    quoted_texts = " ".join(quote for quote in step.quotes if " " in quote)
    return {it for it in _ACRONYM.findall(step.lines[0].text) if it not in quoted_texts}


def _twin(step: Step, other: Telling) -> Step | None:
    """Return the other guide's step that fills in and presses the same."""
    if not FILL.search(plain(step.lines[0].text)):
        return None
    pressed = set(step.lines[0].quotes)
    alike = (
        it for it in other.steps
        if FILL.search(plain(it.lines[0].text)) and pressed and pressed <= set(it.lines[0].quotes)
    )  # fmt: skip
    return next(alike, None)


def _note(step: Step) -> str:
    return next((line.text for line in step.spoken if line.kind.name == "NOTE"), "")
