"""A guide as the documentation team writes it: NAME.md, read with a CommonMark parser."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.errors import GuideError
from reports.guide_markdown import Block, parse_blocks, render
from reports.guide_source import read_facts, read_source

_PUBLISHED = re.compile(r"\s*{publicado=([^}]*)}")
_NUMBERS = re.compile(r"\s*\d+\s*(,\s*\d+\s*)*")
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


def read_guide(path: Path, facts: Mapping[str, str]) -> Guide:
    """Read one guide (NAME.md).

    Raises GuideError, naming the line, for anything that would make the guide mean less than its
    author thinks: a missing section, an unknown fact, a step that stands for nothing published.
    """
    front, blocks = parse_blocks(read_source(path, facts))
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
        objective=_opening(path, sections["Objetivo"]),
        notice=_opening(path, sections["Aviso"]),
        steps=steps,
    )


def read_guides(folder: Path) -> tuple[Guide, ...]:
    """Read every guide of a folder, by name."""
    facts = read_facts(folder)
    return tuple(read_guide(path, facts) for path in sorted(folder.glob("*.md")) if _is_guide(path))


def _is_guide(path: Path) -> bool:
    return path.stem.islower()  # HALLAZGOS.md stands beside the guides and is none


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
            _check_section(path, block, sections)
            sections[block.text] = []
        elif sections:
            sections[next(reversed(sections))].append(block)
    for title in _SECTIONS:
        if not sections.get(title):
            advice = f"agregue el encabezado «## {title}» con su contenido."
            raise GuideError(path, None, f"falta la sección «{title}»", advice)
    return sections


def _check_section(path: Path, heading: Block, before: Mapping[str, object]) -> None:
    if heading.text not in _SECTIONS or heading.text in before:
        problem = f"la sección «{heading.text}» está repetida"
        if heading.text not in before:
            problem = f"una guía no tiene una sección «{heading.text}»"
        advice = f"deje solo estas, una vez cada una: {', '.join(_SECTIONS)}."
        raise GuideError(path, heading.line, problem, advice)


def _opening(path: Path, blocks: list[Block]) -> Passage:
    passage = _passage(blocks)
    if _PUBLISHED.search(passage.html):
        problem, advice = "{publicado=…} está fuera de los pasos", "déjelo al final de un paso."
        raise GuideError(path, blocks[0].line, problem, advice)
    return passage


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
    told = [number for step in steps for number in step.published]
    for number in sorted(number for number in set(told) if told.count(number) > 1):
        problem = f"dos pasos dicen {{publicado={number}}}"
        raise GuideError(path, None, problem, "déjelo solo en el paso que lo sustituye.")
    accounted = set(told)
    for number in sorted(accounted ^ set(range(1, count + 1))):
        problem = f"del paso publicado {number} no da cuenta ningún paso"
        if number in accounted:
            problem = f"un paso dice {{publicado={number}}} y la guía publicada tiene {count}"
        raise GuideError(path, None, problem, "corrija {publicado=…} o pasos_publicados.")


def _step(path: Path, number: int, item: Block) -> Step:
    passage = _passage([item])
    published = _PUBLISHED.search(passage.html)
    if published is None or not _NUMBERS.fullmatch(published[1]):
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
