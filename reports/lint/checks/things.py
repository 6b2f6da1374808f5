"""One person, place or thing with several names; another thing with the same."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.telling import Kind, Line, Telling
from reports.lint.vocabulary import SAME_THING
from reports.lint.words import as_written, plain, words

TWO_WORDS = Fault(
    "lo mismo con varios nombres",
    matters="Se duda si se habla de la misma persona o de la misma cosa.",
    do="Elija un nombre y úselo siempre; el glosario dice cuál.",
)
ANOTHER_THING = Fault(
    "habla de otra cosa",
    matters="Parece otro trámite o el sitio de alguien más.",
    do="Quite lo que no es de este trámite.",
)
_SHORT = 3  # letters of a word that names nothing
_KINDS = re.compile(r"(?:ic|iv|ari|ori|al)(?:a|o|as|os)?$|(?:al|ales)$")


def check_words(case: Case) -> Iterator[Finding]:
    """Find guides that call one thing by several names."""
    for guide in case.guides:
        alike = () if guide.ours else case.project.alike  # ours are told of each word to avoid
        for names in (*SAME_THING, *alike):
            found = _uses(guide, names)
            if len(found) > 1:
                (first, line), *others = found.items()
                against = ((other.place, f"«{name}»") for name, other in others)
                yield TWO_WORDS.at(line.place, f"«{first}»", *against)


def check_kinds(case: Case) -> Iterator[Finding]:
    """Find the thing of the title with another adjective: an appointment of another kind."""
    for guide in case.guides:
        for noun, adjective in _described(guide.headings):
            for line in guide.spoken:
                for other in re.finditer(rf"\b{noun}s? (\w+)", plain(line.text)):
                    if _KINDS.search(other[1]) and _bare(other[1]) != _bare(adjective):
                        found = as_written(line.text, other)
                        told = f"«{found}», en una guía de «{noun} {adjective}»"
                        yield ANOTHER_THING.at(line.place, told)


def _uses(guide: Telling, names: tuple[str, ...]) -> dict[str, Line]:
    """Return the names that a guide uses, as it writes them, each with its first line."""
    found: dict[str, Line] = {}
    lines = guide.spoken if guide.ours else guide.lines
    for name in names:
        pattern = re.compile(rf"\b{name}\b")
        for line in lines:
            if line.kind is Kind.HEADING:
                continue
            if match := pattern.search(line.unquoted):
                found[_as_written(line, match)] = line
                break
    return found


def _as_written(line: Line, match: re.Match[str]) -> str:
    whole = re.search(rf"\b{re.escape(match[0])}\b", plain(line.text))
    return as_written(line.text, whole) if whole else match[0]


def _described(headings: Iterable[Line]) -> set[tuple[str, str]]:
    """Return the nouns of the titles with their adjectives ("cita", "administrativa")."""
    pairs = chain.from_iterable(pairwise(words(heading.text)) for heading in headings)
    return {
        (noun.rstrip("s"), _bare(kind))
        for noun, kind in pairs
        if _KINDS.search(kind) and len(noun) > _SHORT
    }


def _bare(adjective: str) -> str:
    return adjective.removesuffix("s")
