"""Words of our guides for which the glossary has a better one."""

import re
from collections.abc import Iterator
from functools import cache

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.vocabulary import begins_with_a_verb
from reports.lint.words import plain

AVOIDED = Fault(
    "una palabra que el glosario evita",
    matters="Quien lee podría entender otra cosa, o creer que se habla de algo más.",
    do="Use la palabra del glosario (features/GLOSARIO.md).",
)
_LIGHT = re.compile(r"(?:dar|hacer) ")  # «dar clic», «haga clic», «con un clic»: the noun counts
_SPELLING = (("c", "qu"), ("g", "gu"), ("z", "c"))  # «clicar», «clique»


def check_avoided(case: Case) -> Iterator[Finding]:
    """Find words that the glossary avoids, in our guides' own words: not in what they quote."""
    for guide in case.guides:
        for line in guide.lines if guide.ours else ():
            for word, better in case.project.avoided.items():
                if found := _pattern(word).search(line.unquoted):
                    yield AVOIDED.at(line.place, f"«{found[0]}»; el glosario dice «{better}»")


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word of the glossary: a noun's plural too, or what a verb orders."""
    name = _LIGHT.sub("", plain(word))
    if begins_with_a_verb(name):
        return re.compile(rf"\b(?:{_forms(name)})\b")
    return re.compile(rf"\b{re.escape(name)}(?:e?s)?\b")


def _forms(verb: str) -> str:
    """Return a verb's infinitive, what it orders of usted, and its gerund, with or without "lo"."""
    stem, regular = verb[:-2], verb.endswith("ar")
    changed = next((stem[:-1] + new for old, new in _SPELLING if stem.endswith(old)), stem)
    order = f"{changed}e" if regular else f"{stem}a"
    gerund = f"{stem}ando" if regular else f"{stem}iendo"
    return "|".join(rf"{form}(?:l[aeo]s?|se|n)?" for form in (verb, order, gerund))
