"""A guide as the documentation team writes it: NAME.md, read with a CommonMark parser."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.errors import GuideError
from reports.guide_markdown import Block, parse_blocks, render

_FACT = re.compile(r"{{\s*(\w+)\s*}}")
_PUBLISHED = re.compile(r"\s*{publicado=([\d,\s]+)}")
_FRONT_MATTER = ("titulo", "subtitulo", "sistema", "sustituye", "pasos_publicados")
_SECTIONS = ("Objetivo", "Aviso", "Pasos")


@dataclass(frozen=True)
class Passage:
    """A piece of a guide: its HTML, the texts it quotes in bold, and the rules it claims."""

    html: str
    texts: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Step(Passage):
    """One numbered step, the published steps it stands for, and its line in the file."""

    number: int
    published: tuple[int, ...]
    line: int


@dataclass(frozen=True)
class Guide:
    """A whole guide; `name` is its file's, without the ending."""

    name: str
    title: str
    subtitle: str
    system: str
    replaces: str
    published_steps: int
    objective: Passage
    notice: Passage
    steps: tuple[Step, ...]

    @property
    def opening(self) -> Passage:
        """What the guide says before its steps: objective and notice."""
        return Passage(
            self.objective.html + self.notice.html,
            self.objective.texts + self.notice.texts,
            self.objective.rules + self.notice.rules,
        )


def read_facts(folder: Path) -> dict[str, str]:
    """Read the facts that guides share (`hechos.toml`)."""
    path = folder / "hechos.toml"
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        problem, advice = "no está el archivo de datos compartidos", "recupérelo con git."
        raise GuideError(path, None, problem, advice) from None
    except tomllib.TOMLDecodeError as error:
        advice = 'cada renglón se escribe: nombre = "valor".'
        raise GuideError(path, None, f"no se entiende ({error})", advice) from error
    return {name: str(value) for name, value in facts.items()}


def read_guide(path: Path, facts: Mapping[str, str]) -> Guide:
    """Read one guide (NAME.md).

    Raises GuideError, naming the line, for anything that would make the guide mean less than its
    author thinks: a missing section, an unknown fact, a step that stands for nothing published.
    """
    source = _with_facts(path, facts)
    front, blocks = parse_blocks(source)
    fields = _front_matter(path, front)
    sections = _sections(path, blocks)
    steps = _steps(path, sections["Pasos"])
    _check_published(path, steps, int(fields["pasos_publicados"]))
    return Guide(
        name=path.stem,
        title=fields["titulo"],
        subtitle=fields["subtitulo"],
        system=fields["sistema"],
        replaces=fields["sustituye"],
        published_steps=int(fields["pasos_publicados"]),
        objective=_passage(sections["Objetivo"]),
        notice=_passage(sections["Aviso"]),
        steps=steps,
    )


def read_guides(folder: Path) -> tuple[Guide, ...]:
    """Read every guide of a folder, by name."""
    facts = read_facts(folder)
    return tuple(read_guide(path, facts) for path in sorted(folder.glob("*.md")) if _is_guide(path))


def _is_guide(path: Path) -> bool:
    return path.stem.islower()  # HALLAZGOS.md stands beside the guides and is none


def _with_facts(path: Path, facts: Mapping[str, str]) -> str:
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        for name in _FACT.findall(line):
            if name not in facts:
                known = ", ".join(sorted(facts))
                problem = f"el dato «{name}» no está en hechos.toml"
                raise GuideError(path, number, problem, f"agréguelo ahí o use uno de: {known}.")
    return "\n".join(_FACT.sub(lambda found: facts[found[1]], line) for line in lines) + "\n"


def _front_matter(path: Path, front: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in front.splitlines() if line.strip())
    fields = {name.strip(): value.strip() for name, _, value in pairs}
    for name in _FRONT_MATTER:
        if not fields.get(name):
            advice = f"entre las dos líneas «---» del principio escriba «{name}: …»."
            raise GuideError(path, 1, f"falta «{name}» en el encabezado", advice)
    if not fields["pasos_publicados"].isdecimal():
        problem = f"pasos_publicados dice «{fields['pasos_publicados']}»"
        raise GuideError(path, 1, problem, "escriba un número entero.")
    return fields


def _sections(path: Path, blocks: list[Block]) -> dict[str, list[Block]]:
    sections: dict[str, list[Block]] = {}
    for block in blocks:
        if block.kind == "heading":
            sections[block.text] = []
        elif sections:
            sections[next(reversed(sections))].append(block)
    for title in _SECTIONS:
        if not sections.get(title):
            advice = f"agregue el encabezado «## {title}» con su contenido."
            raise GuideError(path, None, f"falta la sección «{title}»", advice)
    return sections


def _passage(blocks: list[Block]) -> Passage:
    return Passage(
        html="".join(render(block) for block in blocks),
        texts=tuple(dict.fromkeys(text for block in blocks for text in block.bold_texts)),
        rules=tuple(dict.fromkeys(rule for block in blocks for rule in block.rules)),
    )


def _steps(path: Path, blocks: list[Block]) -> tuple[Step, ...]:
    lists = [block for block in blocks if block.kind == "ordered_list"]
    if len(lists) != 1 or len(blocks) != 1:
        advice = "bajo «## Pasos» deje una sola lista numerada; las notas van dentro de su paso."
        raise GuideError(path, blocks[0].line, "los pasos no forman una sola lista", advice)
    return tuple(_step(path, number, item) for number, item in enumerate(lists[0].items, start=1))


def _check_published(path: Path, steps: tuple[Step, ...], count: int) -> None:
    accounted = {number for step in steps for number in step.published}
    for number in sorted(accounted ^ set(range(1, count + 1))):
        problem = f"del paso publicado {number} no da cuenta ningún paso"
        if number in accounted:
            problem = f"un paso dice {{publicado={number}}} y la guía publicada tiene {count}"
        raise GuideError(path, None, problem, "corrija {publicado=…} o pasos_publicados.")


def _step(path: Path, number: int, item: Block) -> Step:
    passage = _passage([item])
    published = _PUBLISHED.search(passage.html)
    if published is None:
        problem = f"el paso {number} no dice qué paso publicado sustituye"
        raise GuideError(
            path, item.line, problem, "agregue al final {publicado=N} o {publicado=N,M}."
        )
    return Step(
        html=_PUBLISHED.sub("", passage.html),
        texts=passage.texts,
        rules=passage.rules,
        number=number,
        published=tuple(int(step) for step in published[1].split(",")),
        line=item.line,
    )
