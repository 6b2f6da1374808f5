"""Whether something checks each sentence of a guide, and what.

A sentence has every ground that is true of it:

- `instrucción`: it gives orders, and Gherkin sentences take each of them. They are those of its
  step, and those of the rules that it claims. A verb is taken by the verbs of the table in
  verbs.py. What an order acts on, in bold, must be quoted by such a sentence or have been touched
  in the step; any other text in bold must have been seen or be quoted there. An order that names
  nothing in bold must share a word with the sentence that takes it.
- `cita`: it quotes texts, in bold, and every one was seen in its step.
- `afirmación`: it claims rules, and every one was decided and held. Every figure in the words that
  claim a rule, shared facts filled in, must stand in that rule's feature (see figures.py).
- `dato`: it states a shared fact. One that a screen shows, or a Gherkin sentence quotes, is but a
  name, and naming something states nothing.
- `informativa`: its author marked it so, because there is nothing to check.

An order is not a description: only `instrucción` grounds it, or a mark. So one that nobody takes is
unverified whatever else its sentence quotes, claims or states, and an order not to do something
always is. Orders to oneself («revise») count neither way; away from the screen («llame»), what can
be checked is the shared fact. A ground that failed is none, but its verdict has told so already.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reports.coverage.figures import unsaid
from reports.coverage.orders import Order, orders
from reports.coverage.takers import Taker, is_taken, quotes, taker
from reports.coverage.verbs import Kind
from reports.guides.guide import Guide
from reports.guides.sentences import GuideSentence
from reports.record import ScenarioRecord, StepRecord


class Ground(StrEnum):
    """What makes a sentence verified."""

    INSTRUCTION = "instrucción"
    QUOTE = "cita"
    CLAIM = "afirmación"
    FACT = "dato"
    INFORMATIVE = "informativa"


@dataclass(frozen=True)
class Evidence:
    """What one sentence of a guide's step (0 before the steps) is held against.

    `steps` are the Gherkin steps that take the guide's; `takers`, those that held, and those of
    the rules that the sentence claims. `seen` are the texts that the step showed, and `touched` is
    how the Reader calls what it touched in it. `claimed` tells of each rule that the sentence
    claims whether it was decided, held and has its figures. `names` are the texts of all screens.
    """

    step: int
    steps: tuple[StepRecord, ...]
    takers: tuple[Taker, ...]
    seen: frozenset[str]
    touched: frozenset[str]
    claimed: tuple[bool, ...]
    names: frozenset[str]


def screen_texts(scenarios: Sequence[ScenarioRecord]) -> frozenset[str]:
    """Return every text that a run saw on a screen, or that one of its sentences quotes."""
    sights = (sight for one in scenarios for sight in one.sights)
    seen = (text for sight in sights for text in sight.texts)
    quoted = (text for one in scenarios for step in one.steps for text in quotes(step.sentence))
    return frozenset((*seen, *quoted))


def evidence(
    guide: Guide,
    step: int,
    sentence: GuideSentence,
    scenarios: Sequence[ScenarioRecord],
    *,
    names: frozenset[str],
) -> Evidence:
    """Gather what a run says about a sentence."""
    own = [one for one in scenarios if one.guide == guide.name]
    sights = [sight for one in own if one.main for sight in one.sights]
    here = [sight for sight in sights if sight.guide_step == step]
    deciding = [one for one in scenarios if set(one.rules) & set(sentence.rules)]
    taking = [(one, taken) for one in own for taken in one.steps if taken.guide_step == step]
    found = taking + [(one, decided) for one in deciding for decided in one.steps]
    return Evidence(
        step=step,
        steps=tuple(taken for _, taken in taking),
        takers=tuple(taker(*pair) for pair in found if _counts(pair[1])),
        seen=frozenset(text for sight in here for text in sight.texts),
        touched=frozenset(touch.name for sight in here for touch in sight.touches),
        claimed=tuple(_held(sentence, rule, deciding) for rule in sentence.rules),
        names=names,
    )


def _counts(step: StepRecord) -> bool:
    return step.status == "passed" and step.type != "given"


def _held(sentence: GuideSentence, rule: str, deciding: Sequence[ScenarioRecord]) -> bool:
    tagged = [one for one in deciding if rule in one.rules]
    held = bool(tagged) and all(one.passed for one in tagged)
    return held and not any(unsaid(sentence.runs, rule, tagged))


def grounds(sentence: GuideSentence, found: Evidence) -> tuple[Ground, ...]:
    """Return every ground that a sentence has."""
    real = () if untaken(sentence, found) else tuple(_grounds(sentence, found))
    return (*real, Ground.INFORMATIVE) if sentence.informative else real


def untaken(sentence: GuideSentence, found: Evidence) -> tuple[Order, ...]:
    """Return the orders of a sentence that nobody takes."""
    return tuple(one for one in _counted(sentence) if not _is_done(one, sentence, found))


def is_told(sentence: GuideSentence, found: Evidence) -> bool:
    """Tell whether the step's verdict says already why nothing checks a sentence."""
    if not all(found.claimed):
        return True
    if not found.step:
        return False
    followed = found.steps and all(taken.status == "passed" for taken in found.steps)
    return not followed or not found.seen.issuperset(sentence.texts)


def _counted(sentence: GuideSentence) -> list[Order]:
    return [one for one in orders(sentence) if one.verb.kind is not Kind.MINDS]


def _is_done(order: Order, sentence: GuideSentence, found: Evidence) -> bool:
    if order.verb.kind is Kind.AWAY:
        return not order.denied and _states_a_fact(sentence, found)
    return is_taken(order, found.takers, seen=found.seen, touched=found.touched)


def _grounds(sentence: GuideSentence, found: Evidence) -> Iterator[Ground]:
    if any(one.verb.kind is not Kind.AWAY for one in _counted(sentence)):
        yield Ground.INSTRUCTION
    if sentence.texts and found.seen.issuperset(sentence.texts):
        yield Ground.QUOTE
    if found.claimed and all(found.claimed):
        yield Ground.CLAIM
    if _states_a_fact(sentence, found):
        yield Ground.FACT


def _states_a_fact(sentence: GuideSentence, found: Evidence) -> bool:
    stated = (run for run in sentence.runs if run.fact and not run.strong)
    return any(run.text not in found.names for run in stated)
