"""Dates that are none, formats that change, and examples that do not agree."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.samples import Sample, samples
from reports.lint.telling import Line, Telling
from reports.lint.words import plain

NO_DATE = Fault(
    "una fecha que no existe",
    matters="Se duda si falta o sobra algo, y el ejemplo deja de servir.",
    do="Escríbala como la da el sistema.",
)
TWO_FORMATS = Fault(
    "el mismo dato con otro formato",
    matters="Parecen campos distintos.",
    do="Escriba siempre el formato de la pantalla.",
)
EXAMPLE_CHANGES = Fault(
    "el ejemplo cambia de un paso a otro",
    matters="Parece que el sistema cambió de registro a media guía.",
    do="Use un solo ejemplo de principio a fin.",
)
ONE_SLOT = Fault(
    "el mismo día y hora con dos claves",
    matters="Si fueran de la misma persona, el ejemplo sería imposible.",
    do="Dé a cada ejemplo su día y hora, o diga que son de dos personas.",
)
_DATE = re.compile(r"(?<![\w./-])(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})([/.-]?)(?![\w/-]|\.\d)")
_VERSION_OF = re.compile(r"\b(?:version|v|chrom\w+|edge|firefox|safari|windows|android)[.:]? $")
_WORDY = re.compile(r"\b(\d{1,2}) de (\w+) (?:de|del) (\d{4})\b")
_RANGE = re.compile(
    r"\d{1,2}:\d{2}(?: ?(?:hrs?|h|horas)\b\.?)? ?(?:-|–|a) ?"
    r"\d{1,2}:\d{2}(?: ?(?:hrs?|h|horas)\b\.?)?"
)
_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
_YEAR_DIGITS = 4


def check_dates(case: Case) -> Iterator[Finding]:
    """Find dates that no calendar has, or with a stray sign behind them."""
    for guide in case.guides:
        for line in guide.lines:
            wrong = [it[0] for it in _dates(line.text) if it[5].strip(".") or not _is(it)]
            wrong += [it[0] for it in _WORDY.finditer(plain(line.text)) if not _is_wordy(it)]
            for text in wrong:
                yield NO_DATE.at(line.place, quoted(text.rstrip(".")))


def check_formats(case: Case) -> Iterator[Finding]:
    """Find hours, or days, written in several ways."""
    for find in (_RANGE.finditer, _dates):
        first: dict[str, tuple[str, Line]] = {}
        for guide in case.guides:
            for line in guide.lines:
                for found in find(line.text):
                    text = found[0].rstrip("/.-")
                    first.setdefault(re.sub(r"\d+", _figure, text), (text, line))
        if len(first) > 1:
            (text, line), *others = first.values()
            against = ((other.place, f"«{it}»") for it, other in others)
            yield TWO_FORMATS.at(line.place, f"«{text}»", *against)


def check_examples(case: Case) -> Iterator[Finding]:
    """Find an example whose day or hour is another in the next step that shows it."""
    for guide in case.published:
        shown = [(step.place, _only(guide, step.number)) for step in guide.steps]
        found = [(place, sample) for place, sample in shown if sample]
        for (_, before), (place, after) in pairwise(found):
            changed = [
                (mine, theirs)
                for mine, theirs in ((before.day, after.day), (before.hours, after.hours))
                if mine and theirs and _bare(mine) != _bare(theirs)
            ]
            if changed:
                told = ", ".join(f"«{theirs}»" for _, theirs in changed)
                said = ", ".join(f"«{mine}»" for mine, _ in changed)
                yield EXAMPLE_CHANGES.at(after.line.place or place, told, (before.line.place, said))


def check_keys(case: Case) -> Iterator[Finding]:
    """Find one day and hour with two keys."""
    told: dict[tuple[str, str], list[Sample]] = {}
    for guide in case.published:
        for sample in samples(guide):
            if sample.day and sample.hours and sample.key:
                told.setdefault((_bare(sample.day), _starts(sample.hours)), []).append(sample)
    for several in told.values():
        keys = {sample.key: sample for sample in several}
        for one, other in combinations(keys.values(), 2):
            against = (other.line.place, f"«{other.key}»")
            yield ONE_SLOT.at(one.line.place, f"{one.day}, {one.hours}: «{one.key}»", against)


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like a date; the number of a version does too: "Chromium 12.0.2024"."""
    for found in _DATE.finditer(text):
        named = _VERSION_OF.search(plain(text[: found.start()]) + " ")
        if found[2] != "." or not named:
            yield found


def _only(guide: Telling, step: int) -> Sample | None:
    """Return what a step shows, when it shows one thing only."""
    found = [it for it in samples(guide) if it.line.place.step == step and (it.day or it.hours)]
    return found[0] if len(found) == 1 else None


def _figure(found: re.Match[str]) -> str:
    return "9999" if len(found[0]) == _YEAR_DIGITS else "9"


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\d+", text))


def _starts(hours: str) -> str:
    return _bare(hours.partition("-")[0])


def _is(found: re.Match[str]) -> bool:
    first, middle, last = int(found[1]), int(found[3]), int(found[4])
    year_first = len(found[1]) == _YEAR_DIGITS
    if not year_first and len(found[4]) != _YEAR_DIGITS:
        return True  # without a year of four figures it may be something else
    return _exists(first, middle, last) if year_first else _exists(last, middle, first)


def _is_wordy(found: re.Match[str]) -> bool:
    if found[2] not in _MONTHS:
        return True
    return _exists(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
