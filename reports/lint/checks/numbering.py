"""Numbers of steps that do not agree."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.telling import Kind, Step, Telling
from reports.lint.words import plain

JUMPS = Fault(
    "la numeración no sigue",
    matters="Parece que falta un paso, o no se sabe a cuál se refiere un número.",
    do="Numere los pasos del 1 en adelante, sin saltos ni repeticiones.",
)
NO_SUCH_STEP = Fault(
    "un paso que no existe",
    matters="Se busca un paso que nadie escribió.",
    do="Corrija el número, o quite la referencia.",
)
NO_STEPS = Fault(
    "no se hallaron pasos numerados",
    matters="Sin pasos no se puede revisar casi nada, y quien lee no sabe por dónde empezar.",
    do="Numere los pasos: 1., 2., 3.; si el archivo los tiene, guárdelo como texto o .docx.",
)
INNER_STEP = Fault(
    "un paso dentro de otro",
    matters="Se confunde con los pasos de la guía, que llevan otra numeración.",
    do="Quítelo, o dígalo sin número.",
)
_MENTION = re.compile(r"\bpasos? (\d{1,2})(?:(?:,| y| a| al) (\d{1,2}))*\b(?! de la guia)")
_OF_ANOTHER = re.compile(r"\bguia «[^»]*»[^.;«]{0,12}\bpasos? \d{1,2}(?:(?:,| y| a| al) \d{1,2})*")
_INNER = re.compile(r"(?<=\S)\s+paso (\d{1,2})(?:[):]|\.-)")


def check_numbers(case: Case) -> Iterator[Finding]:
    """Find numbers that jump or come twice, and steps of steps."""
    for guide in case.guides:
        if not guide.steps:
            yield NO_STEPS.at(guide.start, f"{len(guide.lines)} renglones, ningún paso")
        if guide.steps and guide.steps[0].number != 1:
            yield JUMPS.at(guide.steps[0].place, f"empieza en el {guide.steps[0].number}")
        for before, step in pairwise(guide.steps):
            if step.number != before.number + 1 and not _begins_anew(guide, before, step):
                told = f"después del {before.number} va el {step.number}"
                yield JUMPS.at(step.place, told, (before.place, f"paso {before.number}"))
        for line in guide.lines:
            for found in _INNER.finditer(plain(line.text)):
                yield INNER_STEP.at(line.place, f"«Paso {found[1]}» dentro de {quoted(line.text)}")


def check_mentions(case: Case) -> Iterator[Finding]:
    """Find steps that are referred to and do not exist, also by the guide's own scenarios."""
    for guide in case.guides:
        numbers = {step.number for step in guide.steps}
        if not numbers:
            continue
        for line in guide.spoken:
            for found in _MENTION.finditer(_OF_ANOTHER.sub("", plain(line.text))):
                asked = {int(it) for it in re.findall(r"\d+", found[0])}
                if asked - numbers:
                    yield NO_SUCH_STEP.at(line.place, f"«{found[0]}»; {_has(guide)}")
        for number, place in case.project.taken.get(guide.name, {}).items():
            if guide.ours and number not in numbers:
                yield NO_SUCH_STEP.at(guide.start, _has(guide), (place, f"«en el paso {number}»"))


def _begins_anew(guide: Telling, before: Step, step: Step) -> bool:
    """Tell whether a heading of its own stands before a step 1; one on every page is none."""
    told = [line.text for line in guide.lines if line.kind is Kind.HEADING]
    own = (line for line in before.lines if line.kind is Kind.HEADING)
    return step.number == 1 and any(told.count(line.text) == 1 for line in own)


def _has(guide: Telling) -> str:
    return f"la guía llega al paso {max(step.number for step in guide.steps)}"
