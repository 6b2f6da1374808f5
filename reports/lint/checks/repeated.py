"""Steps told twice."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.telling import Step
from reports.lint.vocabulary import FILL, GENERAL_DATA, GO_ON
from reports.lint.words import content_words, likeness, plain

TOLD_TWICE = Fault(
    "el mismo paso dos veces",
    matters="Se busca en la pantalla algo que ya se hizo.",
    do="Deje uno solo y vuelva a numerar.",
)
FILLED_TWICE = Fault(
    "se pide dos veces lo mismo",
    matters="Parece que hay que llenar el formulario dos veces.",
    do="Júntelos en un paso: escribir, revisar y seguir.",
)
_ALIKE, _FEWEST = 0.7, 4


def check_steps(case: Case) -> Iterator[Finding]:
    """Find steps of a guide that say nearly the same, and forms to be filled in twice."""
    for guide in case.guides:
        for one, other in combinations(guide.steps, 2):
            if _same(one, other):
                yield TOLD_TWICE.at(other.place, _told(other), (one.place, _told(one)))
        for one, other in pairwise(guide.steps):
            if _fills(one) and _fills(other) and not GO_ON.search(plain(one.instruction)):
                yield FILLED_TWICE.at(other.place, _told(other), (one.place, _told(one)))


def _same(one: Step, other: Step) -> bool:
    mine, theirs = one.lines[0].text, other.lines[0].text
    if len(content_words(mine)) < _FEWEST:
        return plain(mine) == plain(theirs)
    return set(one.quotes) == set(other.quotes) and likeness(mine, theirs) >= _ALIKE


def _fills(step: Step) -> bool:
    text = plain(step.lines[0].text)
    return bool(FILL.search(text) and GENERAL_DATA.search(text))


def _told(step: Step) -> str:
    return quoted(step.lines[0].text)
