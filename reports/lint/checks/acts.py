"""Steps that leave out what has to be done."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding, quoted
from reports.lint.telling import Kind, Step, Telling
from reports.lint.vocabulary import ACT, CHOOSE, FILL, GENERAL_DATA, GO_ON, LOOK, PRESS
from reports.lint.words import plain

UNSENT = Fault(
    "se llena y no se envía",
    matters="Se llenan los campos, se cierra la página y nada quedó hecho.",
    do="Nombre el botón que lo envía.",
)
UNOPENED = Fault(
    "un resultado que no se abre",
    matters="Falta el paso que lleva de los resultados a la página.",
    do="Diga qué resultado elegir.",
)
ONLY_LOOKED_AT = Fault(
    "se mira y no se elige",
    matters="Quien obedece se queda mirando la pantalla.",
    do="Diga qué hacer con ello: elija, oprima.",
)
WHICH_FIELDS = Fault(
    "se piden datos sin decir cuáles",
    matters="No se puede preparar lo necesario.",
    do="Nombre cada campo, y diga cuáles son obligatorios.",
)
REFUSED_CODE = Fault(
    "un código sin qué hacer si se rechaza",
    matters="Quien falla una vez no sabe si puede seguir.",
    do="Diga qué se copia, de dónde, y que si se rechaza hay otro.",
)
_RESULTS = re.compile(
    r"\b(?:busqueda|buscador|resultados?)\b.*\b(?:mostrara|muestra|apareceran?)\b"
)
_LOOKED_AT = re.compile(r"\b(?:boton|opcion|pestana|menu|icono|enlace|liga|vinculo)\b")
_CODE = re.compile(r"\b(?:captcha|codigo de (?:seguridad|verificacion))\b")
_REFUSED = re.compile(r"\bsi\b.*\b(?:rechaz\w+|incorrect\w+|falla|error|equivoc\w+|no coincide)\b")
_SHOWN = {Kind.LABEL, Kind.FIELD, Kind.HEADER}


def check_sent(case: Case) -> Iterator[Finding]:
    """Find forms that are filled in and never sent: neither their step nor the next goes on."""
    for guide in case.guides:
        for step, after in zip_longest(guide.steps, guide.steps[1:]):
            asked = plain(step.instruction)
            fills = FILL.search(asked) and not PRESS.search(asked)
            goes_on = after and (
                GO_ON.search(text := plain(after.instruction)) or FILL.search(text)
            )
            searches = re.search(r"\bbus(?:que|car)\b", asked)
            if fills and not goes_on and not searches:
                yield UNSENT.at(step.place, quoted(step.lines[0].text))


def check_results(case: Case) -> Iterator[Finding]:
    """Find results of a search that are shown and never opened."""
    for guide in case.guides:
        for step in guide.steps:
            lines = step.spoken
            for place, line in enumerate(lines):
                if _RESULTS.search(plain(line.text)) and not _opened(step, place):
                    yield UNOPENED.on(line)


def check_looking(case: Case) -> Iterator[Finding]:
    """Find steps that only ask to look at something that is there to be chosen."""
    for guide in case.guides:
        for step in guide.steps:
            asked = " ".join(line.unquoted for line in step.spoken if line.kind is not Kind.NOTE)
            only_looks = LOOK.search(asked) and not ACT.search(asked)
            if only_looks and _LOOKED_AT.search(asked):
                yield ONLY_LOOKED_AT.at(step.place, quoted(step.lines[0].text))


def check_fields(case: Case) -> Iterator[Finding]:
    """Find steps that ask for data of which the step shows and names none."""
    for guide in case.guides:
        before: Step | None = None
        for step in guide.steps:
            yield from _unnamed(step, before)
            before = step


def check_code(case: Case) -> Iterator[Finding]:
    """Find codes to be copied from a picture, in guides that do not say what if they are wrong."""
    for guide in case.guides:
        asked = [
            line for line in guide.spoken if line.place.step and _CODE.search(plain(line.text))
        ]
        if asked and not any(_REFUSED.search(plain(it)) for it in _sentences(guide)):
            yield REFUSED_CODE.on(asked[0])


def _unnamed(step: Step, before: Step | None) -> Iterator[Finding]:
    line = step.lines[0]
    text = line.unquoted
    asked = FILL.search(text)
    lines = (*step.lines, *(before.lines if before and FILL.search(plain(before.text)) else ()))
    named = any(it.kind in _SHOWN for it in lines) or re.search(r"\b(?:curp|rfc|nombre)\b", text)
    pressed = 1 if PRESS.search(text) else 0
    if asked and GENERAL_DATA.search(text) and not named and len(line.quotes) <= pressed:
        yield WHICH_FIELDS.on(line)


def _opened(step: Step, place: int) -> bool:
    """Tell whether a line after that one opens a result; "or go to the page" is another way."""
    after = [plain(line.text) for line in step.spoken[place:]]
    ways = (text for text in after if not re.match(r"(?:o|tambien) ", text))
    return any(CHOOSE.search(text) or PRESS.search(text) or "abr" in text for text in ways)


def _sentences(guide: Telling) -> Iterator[str]:
    for line in guide.spoken:
        yield from line.sentences
