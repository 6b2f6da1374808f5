"""The errors of Gherkin's parser, told to whoever writes guides."""

import re
from pathlib import Path

from gherkin.errors import ParserError

from reports.errors import GuideError

KEYWORDS = (
    "empiece el renglón con Escenario:, Dado, Cuando, Entonces, Y o Pero; en una tabla, con |."
)
# What the parser says, and what it means: the problem and the advice.
_MEANINGS = (
    (
        r"inconsistent cell count",
        "los renglones de la tabla no tienen las mismas celdas",
        "ponga en todos los renglones el mismo número de |.",
    ),
    (
        r"A tag may not contain whitespace",
        "una etiqueta lleva un espacio",
        "escríbala sin espacios, como @guia:nombre.",
    ),
    (
        r"unexpected end of file",
        "el archivo termina antes de tiempo",
        "revise si falta el escenario que va debajo de una etiqueta, o cerrar un texto.",
    ),
    (
        r"#FeatureLine.*got '(?P<line>.*)'",
        "antes de «Característica: …» no se entiende «{line}»",
        "escriba, en este orden: # language: es, la etiqueta y «Característica: …».",
    ),
    (r"got '(?P<line>.*)'", "no se entiende «{line}»", KEYWORDS),
)


def told(path: Path, error: ParserError) -> GuideError:
    """Return an error of the parser as a person is told it: where, what, and how to mend it."""
    line = getattr(error, "location", {}).get("line")
    for pattern, problem, advice in _MEANINGS:
        found = re.search(pattern, str(error), re.DOTALL)
        if found:
            return GuideError(path, line, problem.format(**found.groupdict()), advice)
    return GuideError(path, line, f"no se entiende ({error})", KEYWORDS)
