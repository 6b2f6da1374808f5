"""The text of a guide's files, with the facts that guides share filled in."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from reports.errors import GuideError
from reports.guides.markdown import FACT_END, FIRST_FACT

_FACT = re.compile(r"{{\s*(.*?)\s*}}")


def read_text(path: Path) -> str:
    """Read a file that people edit, as UTF-8 with or without the mark that Notepad puts first."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        advice = "ábralo, elija «Guardar como» y, en «Codificación», UTF-8."
        raise GuideError(path, None, "el archivo no está en UTF-8", advice) from error


def read_facts(folder: Path) -> dict[str, str]:
    """Read the facts that guides share (`hechos.toml`)."""
    path = folder / "hechos.toml"
    try:
        facts = tomllib.loads(read_text(path))
    except FileNotFoundError:
        problem, advice = "no está el archivo de datos compartidos", "recupérelo con git."
        raise GuideError(path, None, problem, advice) from None
    except tomllib.TOMLDecodeError as error:
        advice = 'cada renglón se escribe: nombre = "valor".'
        raise GuideError(path, None, f"no se entiende ({error})", advice) from error
    return {name: str(value) for name, value in facts.items()}


def read_source(path: Path, facts: Mapping[str, str]) -> str:
    """Read a guide and fill the facts in, each marked; one that nobody knows is a GuideError."""
    marks = {name: chr(FIRST_FACT + place) for place, name in enumerate(facts)}
    lines = read_text(path).splitlines()
    for number, line in enumerate(lines, start=1):
        for name in _FACT.findall(line):
            if name not in facts:
                known = ", ".join(sorted(facts))
                problem = f"el dato «{name}» no está en hechos.toml"
                raise GuideError(path, number, problem, f"agréguelo ahí o use uno de: {known}.")
    filled = (
        _FACT.sub(lambda it: f"{marks[it[1]]}{facts[it[1]]}{FACT_END}", line) for line in lines
    )
    return "\n".join(filled) + "\n"
