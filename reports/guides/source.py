"""The text of a guide's files, with the facts that guides share filled in."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from reports.errors import GuideError
from reports.guides.markdown import FIRST_FACT

_FACT = re.compile(r"{{\s*(.*?)\s*}}")
_ADDRESS = re.compile(r"\]\([^)]*\)|<(?:{{.*?}}|[^<>\s])*>")
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # no letters; Word leaves them where its bullets were


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
    """Read a guide, each fact in it a private character that stands for it: see parse_parts.

    So nothing in a fact is taken for Markdown. In an address, where there can be no mark, facts
    are filled in. Raises GuideError for a fact that nobody knows, and a character that is no text.
    """
    lines = read_text(path).splitlines()
    for number, line in enumerate(lines, start=1):
        _check_line(path, number, line, facts)
    marks = {name: chr(FIRST_FACT + place) for place, name in enumerate(facts)}
    filled = _ADDRESS.sub(lambda address: _filled(address[0], facts), "\n".join(lines))
    return _filled(filled, marks) + "\n"


def _filled(text: str, facts: Mapping[str, str]) -> str:
    return _FACT.sub(lambda fact: facts[fact[1]], text)


def _check_line(path: Path, number: int, line: str, facts: Mapping[str, str]) -> None:
    for name in _FACT.findall(line):
        if name not in facts:
            known = ", ".join(sorted(facts))
            problem = f"el dato «{name}» no está en hechos.toml"
            raise GuideError(path, number, problem, f"agréguelo ahí o use uno de: {known}.")
    if strange := _PRIVATE.search(line):
        problem = f"en la columna {strange.start() + 1} hay un carácter que no es texto"
        advice = "bórrelo: suele quedar al pegar desde Word una viñeta o un símbolo."
        raise GuideError(path, number, problem, advice)
