"""What a guide says that can be done, and nobody says where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.telling import Kind, Line, Telling
from reports.lint.vocabulary import FILL
from reports.lint.words import plain, same_family, speaks_of, words

NO_STEP = Fault(
    "una promesa sin su paso",
    matters="No se puede hacer lo que se promete: nadie dice dónde.",
    do="Agregue el paso, o nombre la guía que lo explica.",
)
OTHER_GUIDE = Fault(
    "otra guía lo explica y esta no la nombra",
    matters="Se busca aquí cómo hacerlo, y aquí no se hace.",
    do="Nombre la otra guía.",
)
NOT_ASKED = Fault(
    "se promete para algo que no se pide",
    matters="Se cree que sin eso no se puede.",
    do="Diga para qué sirve de verdad, o que no se necesita.",
)
TWO_PROMISES = Fault(
    "la misma promesa con otras palabras",
    matters="No se sabe si son dos trámites.",
    do="Diga siempre lo mismo, con las mismas palabras.",
)
# As in «la clave que le permitirá cancelar o reimprimir» and «la clave, con la que podrá pagar».
_PROMISE = re.compile(
    r"\b(?:la|el|los|las|esa?|una?) (\w{4,})(?: de (?:la |el )?\w+)? "
    r"(?:que (?:le |te |les )?permit\w+|(?:le )?podra|para poder|con (?:la|el) que podra) "
    r"(\w+[aei]r)\b(?: (?:o|y|u) (\w+[aei]r)\b)?"
)
_LIST = re.compile(r"\b(?:la|el) (\w{4,})(?: de (?:la |el )?\w+)? para (?:poder )?\w+[^:]*:$")
# What the reader does alone, for which no screen is needed.
_WITHOUT_SYSTEM = {"identificar", "saber", "conocer", "volver", "acudir", "elegir", "acreditar"}
_INFINITIVE = re.compile(r"(\w{3,}[aei]r)\b( nuevamente| otra vez| de nuevo)?")


@dataclass(frozen=True)
class _Promise:
    thing: str
    acts: tuple[str, ...]
    line: Line


def check_promises(case: Case) -> Iterator[Finding]:
    """Find what is promised and cannot be done by any of the guides, or by one not named."""
    for guide in case.published:
        told: set[str] = set()
        for promise in _promises(guide):
            for act in promise.acts:
                if act not in told | _WITHOUT_SYSTEM and not _does(guide, act):
                    told.add(act)
                    yield from _where(case, guide, promise, act)


def check_wording(case: Case) -> Iterator[Finding]:
    """Find one thing promised twice, for acts with other names."""
    for guide in case.published:
        for one, other in pairwise(_promises(guide)):
            mine, theirs = set(one.acts), set(other.acts)
            if one.thing == other.thing and mine != theirs and len(mine) == len(theirs) > 1:
                said = (one.line.place, f"«{one.thing}»: {', '.join(one.acts)}")
                yield TWO_PROMISES.at(
                    other.line.place, f"«{other.thing}»: {', '.join(other.acts)}", said
                )


def _where(case: Case, guide: Telling, promise: _Promise, act: str) -> Iterator[Finding]:
    told = f"«{act}», en {quoted(promise.line.text)}"
    others = [it for it in case.guides if it is not guide and _is_about(it, act)]
    if not others:
        yield NO_STEP.at(promise.line.place, told)
        return
    other = others[0]
    if plain(other.title) not in plain(" ".join(line.text for line in guide.spoken)):
        yield OTHER_GUIDE.at(promise.line.place, told, (other.start, f"«{other.title}»"))
    asked = [s.text for line in other.spoken for s in [line] if _asks(line, promise.thing)]
    if not asked and not re.search(rf"\bno necesita\b.*{promise.thing}", _all(other)):
        yield NOT_ASKED.at(
            promise.line.place,
            f"«{promise.thing}» para «{act}»",
            (other.start, f"no pide «{promise.thing}» en ningún paso"),
        )


def _promises(guide: Telling) -> list[_Promise]:
    found: list[_Promise] = []
    for line, after in zip_longest(guide.lines, guide.lines[1:]):
        if not line.spoken or line.claimed:
            continue
        text = plain(line.text)
        listed = _LIST.search(text)
        if listed and after and after.kind is Kind.ITEM:
            found.append(_Promise(listed[1], tuple(_listed(guide, after)), line))
            continue
        said = _PROMISE.finditer(text)
        found += [_Promise(it[1], tuple(filter(None, (it[2], it[3]))), line) for it in said]
    return found


def _listed(guide: Telling, first: Line) -> Iterator[str]:
    """Yield what each item of a list lets the reader do."""
    start = guide.lines.index(first)
    for line in guide.lines[start:]:
        if line.kind is not Kind.ITEM:
            return
        if act := _INFINITIVE.match(plain(line.text)):
            yield act[0]


def _does(guide: Telling, act: str) -> bool:
    """Tell whether the guide itself is about it, or has a step that does it."""
    verb = act.partition(" ")[0]
    if _is_about(guide, verb):
        return True
    return any(
        same_family(verb, word) for step in guide.steps for word in words(step.lines[0].text)[:3]
    )


def _is_about(guide: Telling, act: str) -> bool:
    return any(speaks_of(line.text, act.partition(" ")[0]) for line in guide.headings)


def _asks(line: Line, thing: str) -> bool:
    text = plain(line.text)
    return bool(line.place.step and FILL.search(text) and thing in words(text))


def _all(guide: Telling) -> str:
    return plain(" ".join(line.text for line in guide.spoken))
