"""Telephones, and the options to press on them, told differently."""

import re
from collections.abc import Iterator
from itertools import combinations

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.telling import Line
from reports.lint.words import plain

TWO_NUMBERS = Fault(
    "el mismo teléfono con otras cifras",
    matters="Uno de los dos no contesta, o contesta alguien ajeno.",
    do="Llame, compruebe cuál es y deje solo ese, escrito siempre igual.",
)
TWO_MENUS = Fault(
    "otras opciones en el mismo teléfono",
    matters="Quien solo lee una de las guías no sabe qué oprimir para que le atiendan.",
    do="Llame, compruebe el camino completo y escríbalo igual en todas.",
)
NO_HOURS = Fault(
    "un teléfono sin horario",
    matters="Quien tiene prisa no sabe si a esa hora le van a contestar.",
    do="Diga qué días y a qué horas atienden, o que es a toda hora.",
)
_NUMBER = re.compile(  # 55 4000 1000, (55) 4000 1000, 55-40-00-10-00
    r"(?<![\d/:.-])(?:(?:\d{2,3}|\(\d{2,3}\))[ .-]?\d{3,4}[ .-]?\d{4}|\d\d(?:[ .-]\d\d){4})"
    r"(?![\d/:-])"
)
_OPTION = re.compile(r"\b(?:opcion|submenu|menu|tecla|extension|ext\.?|numero) (\d{1,5})\b")
_OPTIONS_ONLY = re.compile(r"(?:\s*,?\s*(?:opcion|submenu|menu|tecla|extension) \d+)+\s*")
_HOURS = re.compile(
    r"\b(?:lunes|sabado|24 horas del dia|todos los dias|a toda hora|de \d{1,2}(?::\d\d)? a \d)"
)
_NAME = re.compile(
    r"\b(?:l[ií]nea|tel[eé]fono de|centro de atenci[óo]n)\s+([A-ZÁÉÍÓÚ]\w+)", re.IGNORECASE
)
_FEW = 2  # digits that differ in what is meant to be one number


def check_numbers(case: Case) -> Iterator[Finding]:
    """Find one line told with two numbers, or one number written in two ways."""
    first: dict[str, Line] = {}
    for line in case.lines():
        for number in _NUMBER.findall(line.text):
            first.setdefault(number, line)
    for (number, line), (other, where) in combinations(first.items(), 2):
        if case.is_checked(line.place) and _one_line(number, line, other, where):
            yield TWO_NUMBERS.at(line.place, number, (where.place, other))


def check_menus(case: Case) -> Iterator[Finding]:
    """Find a number with other options to press in another place."""
    first: dict[tuple[str, tuple[str, ...]], Line] = {}
    for line in case.lines():
        for number in _numbers_of(line, case):
            if options := tuple(_OPTION.findall(plain(line.text))):
                first.setdefault((number, options), line)
    for ((number, _), line), ((same, _), other) in combinations(first.items(), 2):
        if number == same and case.is_checked(line.place):
            against = (other.place, quoted(_menu(other)))
            yield TWO_MENUS.at(line.place, quoted(_menu(line)), against)


def check_hours(case: Case) -> Iterator[Finding]:
    """Find published guides with a telephone and no hours; ours await an answer (HALLAZGOS 6)."""
    for guide in case.published:
        calls = [line for line in guide.spoken if _NUMBER.search(line.text)]
        if calls and not any(_HOURS.search(plain(line.text)) for line in guide.lines):
            line = calls[-1]
            yield NO_HOURS.at(line.place, " ".join(_NUMBER.findall(line.text)[:1]))


def _numbers_of(line: Line, case: Case) -> list[str]:
    """Return the numbers whose options a line tells; a shared fact has the facts' only number."""
    numbers = [_digits(it) for it in _NUMBER.findall(line.text)]
    if not numbers and _OPTIONS_ONLY.fullmatch(plain(line.text)):
        told = " ".join(fact.text for fact in case.project.facts.lines)
        numbers = [_digits(it) for it in _NUMBER.findall(told)]
    return numbers


def _menu(line: Line) -> str:
    found = list(_OPTION.finditer(plain(line.text)))
    return (
        ", ".join(it[0] for it in found).replace("opcion", "opción").replace("submenu", "submenú")
    )


def _one_line(number: str, line: Line, other: str, where: Line) -> bool:
    mine, theirs = _digits(number), _digits(other)
    if mine == theirs:
        return True
    names = {plain(it) for it in _NAME.findall(line.text)}
    if names & {plain(it) for it in _NAME.findall(where.text)}:
        return True
    differing = sum(one != two for one, two in zip(mine, theirs, strict=False))
    return len(mine) == len(theirs) and differing <= _FEW


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
