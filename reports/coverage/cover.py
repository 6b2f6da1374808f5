"""How much of a guide something checks, sentence by sentence; grounds.py says what counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.coverage.grounds import (
    Evidence,
    Ground,
    evidence,
    grounds,
    is_told,
    screen_texts,
    untaken,
)
from reports.coverage.orders import Order
from reports.guides.guide import Guide
from reports.guides.sentences import GuideSentence, sentences
from reports.record import ScenarioRecord
from reports.texts import nearest

_MARK = "márquela con {informativo}"
# What a new guide's files say where its author has still to write (see reports/writing/skeleton).
_TO_WRITE = "Escriba aquí"
_UNFINISHED = f"Todavía dice «{_TO_WRITE}»: cámbielo por su texto."


@dataclass(frozen=True)
class CheckedSentence:
    """A sentence of a guide's step (0 before the steps), and its grounds.

    `told` is true when the verdict of the step tells already why there are none; `advice` says in
    Spanish what to do, "" when nothing has to be done.
    """

    step: int
    text: str
    where: str
    grounds: tuple[Ground, ...]
    told: bool = False
    advice: str = ""

    @property
    def trouble(self) -> str:
        """The Spanish sentences that say that nothing checks this one, and what to do."""
        return f"Nada comprueba «{self.text}» {self.advice}"


@dataclass(frozen=True)
class Coverage:
    """Every sentence of a guide."""

    guide: str
    sentences: tuple[CheckedSentence, ...]

    @property
    def by_ground(self) -> dict[Ground, int]:
        """How many sentences have each ground; one may have several."""
        counts = Counter(ground for one in self.sentences for ground in one.grounds)
        return {ground: counts[ground] for ground in Ground}

    @property
    def unverified(self) -> tuple[CheckedSentence, ...]:
        """The sentences that nothing checks."""
        return tuple(one for one in self.sentences if not one.grounds)

    @property
    def unneeded_marks(self) -> tuple[CheckedSentence, ...]:
        """The sentences that are marked {informativo} though something checks them."""
        marked = (one for one in self.sentences if Ground.INFORMATIVE in one.grounds)
        return tuple(one for one in marked if len(one.grounds) > 1)

    @property
    def percent(self) -> int:
        """How much of the guide is verified, rounded down: 100 is all of it."""
        count = len(self.sentences)
        return 100 * (count - len(self.unverified)) // count if count else 100


def cover(guide: Guide, scenarios: Sequence[ScenarioRecord]) -> Coverage:
    """Tell what checks each sentence of a guide, in the scenarios of a run."""
    passages = [(0, guide.opening), *((step.number, step) for step in guide.steps)]
    names = screen_texts(scenarios)
    found = [
        _checked(guide, sentence, evidence(guide, number, sentence, scenarios, names=names))
        for number, passage in passages
        for sentence in sentences(passage.content)
    ]
    return Coverage(guide.name, (*_unfinished_titles(guide), *found))


def unchecked(coverage: Coverage) -> dict[int, tuple[CheckedSentence, ...]]:
    """Return, by step, the sentences that nothing checks and no other finding speaks of."""
    untold = [one for one in coverage.unverified if not one.told]
    steps = dict.fromkeys(one.step for one in untold)
    return {step: tuple(one for one in untold if one.step == step) for step in steps}


def _unfinished_titles(guide: Guide) -> Iterator[CheckedSentence]:
    where = f"features/guias/{guide.name}.md:1"
    for text in (guide.title, guide.subtitle):
        if _TO_WRITE in text:
            yield CheckedSentence(0, text, where, (), advice=_UNFINISHED)


def _is_unfinished(sentence: GuideSentence) -> bool:
    """Tell whether nobody has written a sentence yet; in bold, the screen says so itself."""
    return any(_TO_WRITE in run.text for run in sentence.runs if not run.strong)


def _checked(guide: Guide, sentence: GuideSentence, found: Evidence) -> CheckedSentence:
    where = f"features/guias/{guide.name}.md:{sentence.line}"
    if _is_unfinished(sentence):  # even if it is marked: nobody may publish it
        return CheckedSentence(found.step, sentence.text, where, (), advice=_UNFINISHED)
    has = grounds(sentence, found)
    return CheckedSentence(
        step=found.step,
        text=sentence.text,
        where=where,
        grounds=has,
        told=not has and is_told(sentence, found),
        advice="" if has else _advice(guide, sentence, found),
    )


def _advice(guide: Guide, sentence: GuideSentence, found: Evidence) -> str:
    missed = untaken(sentence, found)
    if not missed:
        return f"Afirme una regla con […](regla:…), cite un texto de la pantalla, o {_MARK}."
    order = next((one for one in missed if not one.denied), None)
    if order is None:
        return f"Es una prohibición, y nadie puede comprobar que no se hizo: {_MARK}."
    if not found.step:
        return f"Antes de los pasos no hay quien tome «{order.told}»: {_MARK}."
    taker = f"Ninguna frase de {guide.name}.feature toma «{order.told}» en el paso {found.step}"
    return f"{taker}{_nearest(order, found)}. Agregue una que lo haga, o {_MARK}."


def _nearest(order: Order, found: Evidence) -> str:
    able = [one for one in found.takers if one.verbs & order.verb.takers]
    places = {one.sentence: one.where for one in reversed(able or found.takers)}
    alike = nearest(order.told, places) or (able[0].sentence if able else None)
    return f"; la más parecida es «{alike}» ({places[alike]})" if alike else ""
