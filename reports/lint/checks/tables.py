"""What a guide shows of a screen and never explains."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.samples import Sample, rows
from reports.lint.telling import Kind, Step
from reports.lint.vocabulary import BUTTON, CHOOSE, KEEP
from reports.lint.words import content_words, plain

WHICH_ROW = Fault(
    "no dice cuál renglón",
    matters="Se puede tomar el dato de un renglón que no es.",
    do="Diga qué renglón buscar, y por qué se reconoce.",
)
TWICE = Fault(
    "un dato que aparece dos veces sin explicación",
    matters="Parece que hay dos cosas donde hay una.",
    do="Explique por qué se repite.",
)
NO_MEANING = Fault(
    "una columna que nadie explica",
    matters="Se teme que falte algo.",
    do="Diga qué significa, o que no hay que hacer nada.",
)
UNNAMED_BUTTON = Fault(
    "un botón que el texto no nombra",
    matters="No se sabe cuándo oprimirlo, ni cómo salir de la pantalla.",
    do="Nómbrelo en el paso y diga para qué sirve.",
)
CUT = Fault(
    "una etiqueta cortada",
    matters="No se puede leer qué dato es.",
    do="Escriba la etiqueta completa.",
)
_WHICH = re.compile(r"\b(?:renglon|fila|primer[ao]?|ultim[ao]|reciente|cuy[ao]s?|estatus [«“])")
_AGAIN = re.compile(
    r"\b(?:dos veces|dos renglones|rep[ei]t\w+|mas de una vez|ambos|un renglon por)\b"
)
_CUT = re.compile(r"\w(?:\.\.\.|…)$")
_KEY = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z\d-]{4,}")
_YES_OR_NO = {"si", "no", "s", "n", "n/a", "na"}
_LONGEST = 40


def check_rows(case: Case) -> Iterator[Finding]:
    """Find tables of which the step does not say which row it means, or why one comes twice."""
    for guide in case.published:
        for step in guide.steps:
            for _, found in groupby(rows(step), key=lambda row: tuple(row.cells)):
                table = list(found)
                if len(table) > 1:
                    yield from _which(step, table)
                    yield from _twice(step, table)
                    yield from _meaning(step, table)


def check_buttons(case: Case) -> Iterator[Finding]:
    """Find buttons that stand on the screen and not in the words of the step."""
    for guide in case.published:
        for step in guide.steps:
            for line in step.lines:
                name = plain(line.text)
                is_button = line.kind is Kind.LABEL and BUTTON.match(name) and " " not in name
                if is_button and name not in plain(step.text):
                    yield UNNAMED_BUTTON.on(line)


def check_cut(case: Case) -> Iterator[Finding]:
    """Find labels that end in dots."""
    for guide in case.guides:
        seen: set[str] = set()
        for line in guide.lines:
            labels = () if line.kind is Kind.ROW else (*line.quotes, *line.cells)
            if line.kind is Kind.LABEL:
                labels = (*labels, line.text)
            for label in labels:
                if _CUT.search(label) and len(label) <= _LONGEST and label not in seen:
                    seen.add(label)
                    yield CUT.at(line.place, f"«{label}»")


def _which(step: Step, table: list[Sample]) -> Iterator[Finding]:
    asked = plain(step.instruction)
    order = KEEP.search(asked) or CHOOSE.search(asked)
    if not order or _WHICH.search(plain(step.text)):
        return
    wanted = " ".join(content_words(asked[order.end() :]))
    for name in table[0].cells:
        values = tuple(dict.fromkeys(row.cells[name] for row in table))
        if len(values) > 1 and wanted.startswith(" ".join(content_words(name))):
            told = f"pide «{name}» y muestra {len(table)} renglones: {', '.join(values)}"
            yield WHICH_ROW.at(step.place, told)
            return


def _twice(step: Step, table: list[Sample]) -> Iterator[Finding]:
    for name in table[0].cells:
        counts = Counter(row.cells[name] for row in table if _KEY.fullmatch(row.cells[name]))
        again = next((value for value, count in counts.items() if count > 1), "")
        if again and not _AGAIN.search(plain(step.text)):
            line = next(row.line for row in table if row.cells[name] == again)
            yield TWICE.at(line.place, f"«{again}» en {counts[again]} renglones de «{name}»")


def _meaning(step: Step, table: list[Sample]) -> Iterator[Finding]:
    for name in table[0].cells:
        values = {plain(row.cells[name]) for row in table}
        if values <= _YES_OR_NO and plain(name) not in plain(step.text):
            said = ", ".join(dict.fromkeys(row.cells[name] for row in table))
            yield NO_MEANING.at(table[0].line.place, f"la columna «{name}» dice «{said}»")
