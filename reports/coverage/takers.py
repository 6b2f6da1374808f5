"""The Gherkin sentences that may take an order of a guide, and whether one does."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reports.coverage.orders import Order
from reports.coverage.verbs import Kind
from reports.coverage.words import content_words, plain
from reports.record import ScenarioRecord, StepRecord
from steps.sentence import without_guide_step

_QUOTED = re.compile(r'"([^"]*)"')
_VERB = re.compile(r"(?:^|\b[ye] )([^\W\d_]+)")


@dataclass(frozen=True)
class Taker:
    """A Gherkin sentence that held: what it does, quotes and speaks of."""

    sentence: str
    where: str
    verbs: frozenset[str]
    quotes: frozenset[str]
    words: frozenset[str]
    checks: bool


def quotes(sentence: str) -> frozenset[str]:
    """Return the texts that a Gherkin sentence quotes."""
    return frozenset(_QUOTED.findall(sentence))


def taker(scenario: ScenarioRecord, step: StepRecord) -> Taker:
    """Return a Gherkin sentence as one that may take an order."""
    sentence = without_guide_step(step.sentence)
    verbs = frozenset(plain(verb) for verb in _VERB.findall(_QUOTED.sub('""', sentence)))
    return Taker(
        sentence=sentence,
        where=f"{scenario.feature}:{step.line}",
        verbs=verbs,
        quotes=quotes(sentence),
        words=content_words(sentence) - verbs,
        checks=step.type == "then",
    )


def is_taken(
    order: Order, takers: Sequence[Taker], *, seen: AbstractSet[str], touched: AbstractSet[str]
) -> bool:
    """Tell whether Gherkin sentences do what an order says, with what it names.

    `seen` are the texts that the step showed, `touched` how the Reader calls what it touched.
    """
    kind = order.verb.kind
    able = [one for one in takers if _may_take(order, one)]
    known = frozenset(seen).union(*(one.quotes for one in takers))
    if order.denied or not able or not known.issuperset(order.texts):
        return False
    if order.objects and kind is not Kind.LOOKS:
        return all(_is_used(text, able, touched) for text in order.objects)
    named = bool(order.texts) and kind is Kind.LOOKS
    enough = named or not order.words or kind is Kind.SAYS_IT_ALL
    return enough or any(order.words & one.words for one in able)


def _may_take(order: Order, one: Taker) -> bool:
    looks = order.verb.kind is Kind.LOOKS
    return bool(order.verb.takers & one.verbs) or (looks and one.checks)


def _is_used(text: str, takers: Sequence[Taker], touched: AbstractSet[str]) -> bool:
    quoted = any(text in one.quotes for one in takers)
    return quoted or any(name == text or f"«{text}»" in name for name in touched)
