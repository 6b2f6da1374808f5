"""How long beforehand something must be done."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.telling import Line, Telling
from reports.lint.words import as_written, content_words, plain, same_family

TWO_LIMITS = Fault(
    "el mismo plazo, dicho de otro modo",
    matters="Quien hace caso a una de las dos puede llegar tarde.",
    do="Diga en todas lo mismo y de una sola forma: «con 36 horas de anticipación o más».",
)
AT_MOST = Fault(
    "un plazo que a la letra pide lo contrario",
    matters="«Máximo» con tanta anticipación prohíbe hacerlo antes, que es lo que se quiere.",
    do="Escriba «con tantas horas de anticipación o más», o «cuando menos».",
)
NO_END = Fault(
    "un plazo sin qué pasa después",
    matters="Quien llega tarde no sabe si todavía puede, ni a quién acudir.",
    do="Diga qué ocurre si falta menos tiempo y qué hacer entonces.",
)
WHICH_HOURS = Fault(
    "un plazo que se puede contar de dos maneras",
    matters="Con un fin de semana de por medio, la cuenta cambia.",
    do="Diga si son horas o días corridos o hábiles, y hasta qué momento se cuentan.",
)
TOO_LATE = Fault(
    "el plazo se dice cuando ya no sirve",
    matters="Quien sigue los pasos en orden lo lee cuando ya terminó, o cuando ya no pudo.",
    do="Dígalo antes del primer paso.",
)
_LIMIT = re.compile(
    r"(?:(?:a lo mas|no mas de|maximo|minimo|al menos|cuando menos|por lo menos) )?"
    r"(?:con )?(?:un )?"
    r"(?:(?:maximo|minimo) de |al menos |cuando menos |por lo menos )?"
    r"(\d+) (hora|dia|minuto|semana|mes)(?:e?s)?(?: habiles| corrid[ao]s| naturales)?"
    r"(?: de anticipacion| de antelacion| antes)(?: o mas| cuando menos| como (?:minimo|maximo))?"
)
_MOST = re.compile(r"\b(?:maximo|a lo mas|no mas de)\b")
_LEAST = re.compile(r"\b(?:minimo|menos|o mas)\b")
_OTHERWISE = re.compile(
    r"\b(?:menos de|ya no (?:se |le |podra|es)|no alcanz|fuera de(?:l)? plazo)\b"
)
_AHEAD = re.compile("anticipa|antela")
_ACT = re.compile(r"(?:cion|[aei]r|e|en|ulta)$")  # words that may name what is done
_FACT = re.compile(r"(\d+) (hora|dia|minuto|semana|mes)(?:e?s)?")


_HOURS = {"hora": 1, "dia": 24, "semana": 168}


@dataclass(frozen=True)
class _Limit:
    line: Line
    told: str
    count: int
    unit: str
    topics: tuple[str, ...]

    @property
    def length(self) -> tuple[int, str]:
        """How long it is: what is counted in days is counted in hours, too."""
        hours = _HOURS.get(self.unit)
        return (self.count * hours, "hora") if hours else (self.count, self.unit)


def check_contrary(case: Case) -> Iterator[Finding]:
    """Find limits that say at most where at least is meant."""
    for guide in case.guides:
        for limit in _limits(guide.lines):
            if _MOST.search(plain(limit.told)):
                yield AT_MOST.at(limit.line.place, f"«{limit.told}»")


def check_limits(case: Case) -> Iterator[Finding]:
    """Find limits on one thing that differ, also from ours and from the shared fact."""
    ours = [*_facts(case), *(it for guide in case.beside for it in _limits(guide.lines))]
    told = [limit for guide in case.guides for limit in _limits(guide.lines)]
    for place, limit in enumerate(told):
        others = [it for it in told[place + 1 :] if _contradict(limit, it)]
        others += [it for it in ours if _contradict(limit, it)][:1]
        if others:
            against = ((other.line.place, f"«{other.told}»") for other in others)
            yield TWO_LIMITS.at(limit.line.place, f"«{limit.told}»", *against)


def check_consequence(case: Case) -> Iterator[Finding]:
    """Find a limit of which no guide says what comes after it, or how it is counted."""
    limits = [limit for guide in case.guides for limit in _limits(guide.spoken)]
    if not limits:
        return
    text = plain(" ".join(line.text for guide in case.guides for line in guide.spoken))
    first = limits[0]
    others = tuple((it.line.place, f"«{it.told}»") for it in limits[1:])
    if not _OTHERWISE.search(text):
        yield NO_END.at(first.line.place, f"«{first.told}»", *others)
    counted = re.search(r"\b(?:habiles|corrid[ao]s|naturales)\b", text)
    if not counted and not any(limit.line.claimed for limit in limits):
        yield WHICH_HOURS.at(first.line.place, f"«{first.told}»", *others)


def check_place(case: Case) -> Iterator[Finding]:
    """Find the limit of what the guide itself is about told only where it ends."""
    for guide in case.guides:
        own = [it for it in _limits(guide.spoken) if _is_own(it, guide)]
        last = guide.steps[-1].lines if guide.steps else ()
        if own and all(limit.line in last for limit in own):
            yield TOO_LATE.at(own[0].line.place, f"«{own[0].told}»")


def _limits(lines: Iterable[Line]) -> Iterator[_Limit]:
    for line in lines:
        for sentence in line.sentences:
            for found in _LIMIT.finditer(plain(sentence)):
                told = as_written(sentence, found)
                yield _Limit(line, told, int(found[1]), found[2], content_words(sentence))


def _facts(case: Case) -> Iterator[_Limit]:
    """Yield the shared facts that are limits: a count, a unit and nothing else."""
    for line in case.project.facts.lines if case.beside else ():
        if found := _FACT.fullmatch(plain(line.text)):
            yield _Limit(line, line.text, int(found[1]), found[2], ())


def _is_own(limit: _Limit, guide: Telling) -> bool:
    about = [word for line in guide.headings for word in content_words(line.text)]
    acts = [it for it in about if _ACT.search(it)]
    return any(same_family(act, word) for act in acts for word in limit.topics)


def _contradict(one: _Limit, other: _Limit) -> bool:
    if one.length[1] != other.length[1]:
        return False
    if not other.topics:  # a fact: it bounds nothing by itself
        return one.length != other.length
    acts = [word for word in one.topics if _ACT.search(word) and not _AHEAD.match(word)]
    if not any(same_family(act, word) for act in acts for word in other.topics):
        return False
    return (one.length, _bound(one)) != (other.length, _bound(other))


def _bound(limit: _Limit) -> str:
    text = plain(limit.told)
    if _MOST.search(text):
        return "at most"
    return "at least" if _LEAST.search(text) else ""
