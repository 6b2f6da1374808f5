"""Who is spoken to, and how orders are given."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.telling import Kind, Line, Step, Telling
from reports.lint.vocabulary import FORMS, ORDER, TU, USTED, begins_with_a_verb
from reports.lint.words import plain, unquoted

TWO_FORMS = Fault(
    "cada paso ordena de otro modo",
    matters="Cuesta distinguir lo que hay que hacer de lo que se explica.",
    do="Use una sola forma en todos los pasos: «elija», «escriba», «oprima».",
)
TU_AND_USTED = Fault(
    "habla de tú y de usted",
    matters="Parece escrita por varias personas, o para varias.",
    do="Hable siempre de usted.",
)
MIXED_LIST = Fault(
    "una lista con verbo y sin verbo",
    matters="No se sabe qué hacer con lo que solo lleva el nombre.",
    do="Empiece cada punto con lo que hay que hacer: escriba, elija, copie.",
)
_SNIPPET = re.compile(r"\.\.\. \S")  # pieces of somebody else's text, as search engines show them


def check_forms(case: Case) -> Iterator[Finding]:
    """Find guides whose steps give orders in several forms."""
    for guide in case.guides:
        first: dict[str, tuple[Line, str]] = {}
        for step in guide.steps:
            for form, line, told in _forms(step):
                first.setdefault(form, (line, told))
        if len(first) > 1:
            (form, (line, told)), *others = first.items()
            against = ((it.place, f"{other}: «{said}»") for other, (it, said) in others)
            yield TWO_FORMS.at(line.place, f"{form}: «{told}»", *against)


def check_address(case: Case) -> Iterator[Finding]:
    """Find guides that say tú here and usted there; the screens that they show count too."""
    for guide in case.guides:
        tu, usted = _first(guide, TU), _first(guide, USTED)
        if tu and usted:
            yield TU_AND_USTED.on(tu, usted)


def check_lists(case: Case) -> Iterator[Finding]:
    """Find lists of things to do in which some have no verb."""
    for guide in case.guides:
        for step in guide.steps:
            items = _things_to_do(step)
            bare = [line for line in items if not _orders(line)]
            if bare and len(bare) < len(items):
                other = next(line for line in items if _orders(line))
                yield MIXED_LIST.on(bare[0], other)


def _forms(step: Step) -> Iterator[tuple[str, Line, str]]:
    for line in step.spoken:
        if line.kind is not Kind.PROSE:
            continue
        for sentence in () if _SNIPPET.search(line.text) else line.sentences:
            text = unquoted(plain(sentence), line.quotes)
            for form, pattern in FORMS.items():
                if found := pattern.search(text):
                    yield form, line, found[0].strip(" ;,")


def _things_to_do(step: Step) -> list[Line]:
    """Return the items of the list that an order opens; a list of what a screen shows is none."""
    items: list[Line] = []
    for before, line in pairwise(step.lines):
        follows = before in items or (before.spoken and ORDER.search(before.unquoted))
        if line.kind is Kind.ITEM and follows:
            items.append(line)
    return items


def _orders(line: Line) -> bool:
    first = line.sentences[0] if line.sentences else ""
    text = unquoted(plain(first), line.quotes)
    return bool(ORDER.search(text) or begins_with_a_verb(text))


def _first(guide: Telling, person: re.Pattern[str]) -> Line | None:
    lines = guide.spoken if guide.ours else guide.lines
    own = (line for line in lines if not _SNIPPET.search(line.text))
    return next((line for line in own if person.search(line.unquoted)), None)
