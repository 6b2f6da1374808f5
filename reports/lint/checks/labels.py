"""One field or button with two names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.telling import Kind, Line, Telling
from reports.lint.vocabulary import names_an_errand
from reports.lint.words import content_words, plain, words

TWO_NAMES = Fault(
    "la misma etiqueta, dicha de otro modo",
    matters="Se duda si son datos distintos, y quien busca una en la pantalla no halla la otra.",
    do="Escríbala siempre como la muestra la pantalla, letra por letra.",
)
CAPITALS = Fault(
    "la etiqueta no va como en la pantalla",
    matters="Quien busca el texto tal cual puede tomar por él a otro que se le parece.",
    do="Cópiela con las mismas mayúsculas.",
)
_CUT = re.compile(r"(?:\.\.\.|…)$|https?:")
_MOST_WORDS, _ALIKE, _LONG, _ROOT, _ENDING = 7, 0.93, 8, 4, 3


@dataclass(frozen=True)
class _Label:
    text: str
    line: Line
    known: bool  # it is known to stand on a screen, to the letter
    ours: bool
    spoken: bool  # the guide says it; else it shows it, as it stands on the screen


def check_names(case: Case) -> Iterator[Finding]:
    """Find labels that differ in a way that makes no other field of them."""
    groups: list[list[_Label]] = []
    topics = {
        word.rstrip("s") for guide in case.guides for line in guide.headings
        for word in words(line.text)
    }  # fmt: skip
    for label in _labels(case):
        near = next((g for g in groups if any(_same(label, it, topics) for it in g)), None)
        if near is None:
            groups.append([label])
        else:
            near.append(label)
    for first, *others in groups:
        if others and case.is_checked(first.line.place):
            told = f"«{first.text}»"
            against = ((other.line.place, f"«{other.text}»") for other in others)
            yield TWO_NAMES.at(first.line.place, told, *against)


def check_capitals(case: Case) -> Iterator[Finding]:
    """Find texts quoted with other capitals than those of the screen that the guide shows."""
    for guide in case.published:
        shown = [line for line in guide.lines if line.kind is Kind.LABEL and not line.cells]
        for quote, line in _quotes(guide):
            holding = [it for it in shown if plain(quote) in plain(it.text) != plain(quote)]
            if holding and not any(quote in it.text for it in shown):
                best = min(holding, key=lambda it: len(it.text))
                yield CAPITALS.at(line.place, f"«{quote}»", (best.place, f"«{best.text}»"))


def _quotes(guide: Telling) -> Iterator[tuple[str, Line]]:
    seen: set[str] = set()
    for line in guide.spoken:
        for quote in line.quotes:
            if quote not in seen and 1 < len(quote.split()) <= _MOST_WORDS:
                seen.add(quote)
                yield quote, line


def _labels(case: Case) -> Iterator[_Label]:
    """Yield each label once, in the order of reading; those beside come last."""
    seen: set[str] = set()
    titles = {plain(it.title) for it in (*case.guides, *case.project.guides)}
    for guide in (*case.guides, *case.beside):
        for line in guide.lines:
            for text in _texts(line, guide):
                if text not in seen and plain(text) not in titles:
                    seen.add(text)
                    yield _Label(text, line, _known(case, guide, text), guide.ours, line.spoken)


def _known(case: Case, guide: Telling, text: str) -> bool:
    if guide.ours:
        return case.project.knows(text, guide.name)
    return text in case.project.quoted


def _texts(line: Line, guide: Telling) -> Iterator[str]:
    found: tuple[str, ...] = ()
    if guide.ours:
        found = line.strong
    elif line.kind is Kind.HEADER:
        found = line.cells
    elif line.kind is Kind.FIELD:
        found = line.cells[:1]
    elif line.kind is Kind.LABEL:
        found = (line.text,)
    elif line.spoken:
        found = line.quotes
    for text in found:
        name = text.strip(" *:")
        if name and len(name.split()) <= _MOST_WORDS and not _CUT.search(name):
            yield name


def _same(one: _Label, other: _Label, topics: set[str]) -> bool:
    if one.ours and other.ours and one.known and other.known:
        return False  # both stand on our screens
    if one.ours != other.ours:
        others = other if one.ours else one
        if others.known or not others.spoken:
            return False  # it stands on a screen that we know, or that they show
    mine, theirs = content_words(one.text), content_words(other.text)
    if plain(one.text) == plain(other.text) or (mine == theirs and mine):
        return True
    return _by_topic(mine, theirs, topics) or _by_ending(mine, theirs) or _by_letter(one, other)


def _by_topic(mine: tuple[str, ...], theirs: tuple[str, ...], topics: set[str]) -> bool:
    """Tell whether one only leaves out what all of it is about: "Fecha", "Fecha de la cita"."""
    short, long = sorted((mine, theirs), key=len)
    if not short or short[0] != long[0] or names_an_errand(long[0]):
        return False
    rest = {word.rstrip("s") for word in long} - {word.rstrip("s") for word in short}
    return bool(rest) and rest <= topics and set(short) <= set(long)


def _by_ending(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether they are one word with two endings: "Hora", "Horario"."""
    if len(mine) != 1 or len(theirs) != 1:
        return False
    short, long = sorted((mine[0], theirs[0]), key=len)
    return len(short) >= _ROOT and long.startswith(short) and len(long) - len(short) <= _ENDING


def _by_letter(one: _Label, other: _Label) -> bool:
    mine, theirs = plain(one.text), plain(other.text)
    if min(len(mine), len(theirs)) < _LONG or re.findall(r"\d", mine) != re.findall(r"\d", theirs):
        return False
    return SequenceMatcher(None, mine, theirs).ratio() >= _ALIKE
