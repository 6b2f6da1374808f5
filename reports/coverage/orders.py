"""The orders that a sentence gives: what is to be done, and with what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from reports.coverage.verbs import BY_INFINITIVE, BY_ORDER, Kind, Verb
from reports.coverage.words import (
    BROWSERS,
    DENIES,
    DETERMINES,
    LEADS,
    NO_ORDERS,
    STATES,
    SUBORDINATES,
    content_words,
    plain,
)
from reports.guides.sentences import GuideSentence

_TOKEN = re.compile(r"(?P<said>«[^»]*»)|(?P<word>[^\W\d_]+)|(?P<stop>[^\w\s])")
_PRONOUN = re.compile("l[aoe]s?$")
_REFLEXIVE = re.compile("(?:se|me|nos)$")
_INFINITIVE = re.compile("[a-z]+[aei]r(?:l[aoe]s?)?")
_LOOKS_LIKE_ORDER = re.compile(r"\w+(?:[ae]|[ae]l[ao]s?)", re.IGNORECASE)
# What an infinitive stands behind when it is an order («debe oprimir») or an offer («puede…»);
# «se puede» and «no puede» only say how things are.
_MODAL = re.compile(
    r"(?:(?P<duty>\b(?:deben?|debera|(?:hay|tiene|tendra) que|vuelva a))"
    r"|(?<!\bse )(?<!\bno )(?<!\bnadie )\b(?:puede|podra)n?)(?: volver a)?$"
)
_AND = {"y", "o", "e", "u", ","}
_PARTS = {":", ";", "."}  # what comes after these says more, and is not what the order names


@dataclass(frozen=True)
class Order:
    """Something that a sentence orders.

    `objects` are the texts in bold that it is to be done with, `texts` all those that its clause
    names, and `words` what else it names (see `content_words`).
    """

    verb: Verb
    words: frozenset[str]
    objects: tuple[str, ...]
    texts: tuple[str, ...]
    denied: bool
    told: str


@dataclass(frozen=True)
class _Token:
    kind: str  # "text" in bold, "said" between « and », "word" or "stop"
    text: str

    @property
    def plain(self) -> str:
        return plain(self.text) if self.kind in {"word", "stop"} else ""


def orders(sentence: GuideSentence) -> tuple[Order, ...]:
    """Return the orders of a sentence, offers («puede escribir») and duties among them."""
    tokens = list(_tokens(sentence))
    found = list(_verbs(tokens))
    starts = [0, *(place for place, _, _ in found[1:]), len(tokens)]
    clauses = [tokens[start:end] for start, end in pairwise(starts)]
    return tuple(
        _order(sentence, clause, place - start, verb, denied=denied)
        for (place, verb, denied), clause, start in zip(found, clauses, starts, strict=False)
    )


def _order(
    sentence: GuideSentence, clause: Sequence[_Token], place: int, verb: Verb, *, denied: bool
) -> Order:
    rest = clause[place + 1 :]
    objects = tuple(_objects(rest))
    texts = tuple(token.text for token in clause if token.kind == "text")
    after = [token.text for token in takewhile(lambda token: token.text not in _PARTS, rest)]
    words = content_words(" ".join((*_clause_before(clause[:place]), *after)))
    words |= content_words(" ".join(texts)) if words else words
    if not objects and _points_back(clause[place].plain):
        words |= content_words(sentence.before)
    if verb.kind is Kind.ACTS and words and words <= BROWSERS:
        verb = Verb(verb.order, Kind.MINDS)
    told = " ".join((clause[place].text, *after)).replace(" ,", ",")
    return Order(verb, words, objects, texts, denied, told)


def _tokens(sentence: GuideSentence) -> Iterator[_Token]:
    for strong, runs in groupby(sentence.runs, key=lambda run: run.strong):
        text = "".join(run.text for run in runs)
        if strong:
            yield _Token("text", " ".join(text.split()))
        else:
            yield from (_Token(str(it.lastgroup), it[0]) for it in _TOKEN.finditer(text))


def _verbs(tokens: Sequence[_Token]) -> Iterator[tuple[int, Verb, bool]]:
    """Yield the place of each order's verb, the verb, and whether it is an order not to do it."""
    for place, token in enumerate(tokens):
        before = _clause_before(tokens[:place])
        if token.kind == "word":
            verb = _imperative(token.plain, before) or _infinitive(token.plain, before)
            if not verb and all(one.plain in LEADS or one.kind == "stop" for one in tokens[:place]):
                verb = _unknown(token)
            if verb and verb is not BY_ORDER["vuelva"]:
                yield place, verb, any(word in DENIES for word in before)


def _clause_before(tokens: Sequence[_Token]) -> list[str]:
    """Return the words since the last stop or conjunction."""
    before: list[str] = []
    for token in reversed(tokens):
        if token.kind == "stop" or token.plain in _AND:
            break
        before.insert(0, token.plain)
    return before


def _imperative(word: str, before: Sequence[str]) -> Verb | None:
    denied = any(earlier in DENIES for earlier in before)
    other = before and before[-1] in DETERMINES and not denied
    if other or any(earlier in SUBORDINATES for earlier in before):
        return None
    return _known(word, BY_ORDER)


def _infinitive(word: str, before: Sequence[str]) -> Verb | None:
    phrase = " ".join(earlier for earlier in before if earlier not in LEADS)
    modal = _MODAL.search(phrase)
    if not modal or any(one in SUBORDINATES for one in phrase[: modal.start()].split()):
        return None
    if word in STATES or word.endswith("se"):  # «debe leerse la dirección»
        return None
    verb = _known(word, BY_INFINITIVE)
    if not modal["duty"]:
        return verb if verb and verb.kind is not Kind.UNTAKEN else None
    return verb or (Verb(word, Kind.UNTAKEN) if _INFINITIVE.fullmatch(word) else None)


def _unknown(token: _Token) -> Verb | None:
    """Take a first word that looks like an order («arrastre») for one that nobody takes."""
    looks_so = _LOOKS_LIKE_ORDER.fullmatch(token.text) and token.plain not in NO_ORDERS | LEADS
    return Verb(token.plain, Kind.UNTAKEN) if looks_so else None


def _known(word: str, verbs: Mapping[str, Verb]) -> Verb | None:
    alone = _PRONOUN.sub("", word)
    stems = (word, alone, _REFLEXIVE.sub("", alone))
    return next((verbs[stem] for stem in stems if stem in verbs), None)


def _points_back(word: str) -> bool:
    """Tell whether a verb ends in a pronoun, for something that was named before."""
    return word not in BY_ORDER and bool(_PRONOUN.search(word))


def _objects(rest: Sequence[_Token]) -> Iterator[str]:
    """Yield the first text in bold and those that are joined to it: «**A**, **B** y **C**»."""
    reached = False
    for token in rest:
        if token.kind == "text":
            reached = True
            yield token.text
        elif reached and token.plain not in _AND:
            return
