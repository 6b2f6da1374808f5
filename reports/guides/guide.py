"""A guide as the documentation team writes it: NAME.md, read with a CommonMark parser."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reports.errors import GuideError
from reports.guides.content import (
    Block,
    Content,
    Paragraph,
    changed,
    claimed_rules,
    paragraphs,
    quoted_texts,
    runs,
)
from reports.guides.markdown import (
    Heading,
    Item,
    Numbered,
    Part,
    UnknownMarkdownError,
    line_of,
    parse_parts,
)
from reports.guides.source import read_facts, read_source

_PUBLISHED = re.compile(r"\s*{publicado=([^}]*)}")
_OTHER_MARK = re.compile("{[^{}]*}?|}")
_NUMBERS = re.compile(r"\s*\d+\s*(,\s*\d+\s*)*")
_FRONT_MATTER = ("titulo", "subtitulo", "sistema")
_PUBLISHED_GUIDE = ("sustituye", "pasos_publicados")
_SECTIONS = ("Objetivo", "Aviso", "Pasos")


@dataclass(frozen=True)
class Passage:
    """A piece of a guide."""

    content: Content

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that it quotes, in bold."""
        return quoted_texts(self.content)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that it claims."""
        return claimed_rules(self.content)

    @property
    def first_words(self) -> str:
        """Its first paragraph, as plain text."""
        return next((paragraph.text for paragraph in paragraphs(self.content)), "")


@dataclass(frozen=True)
class Step(Passage):
    """One numbered step, the published steps it stands for, and its line in the file."""

    number: int
    published: tuple[int, ...]
    line: int


@dataclass(frozen=True)
class Guide:
    """A whole guide; `name` is its file's, without the ending.

    `replaces` names the published guide that it stands for, of `published_steps` steps: "" and 0
    where there was none.
    """

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
        return Passage(self.objective.content + self.notice.content)


def read_guide(path: Path, facts: Mapping[str, str]) -> Guide:
    """Read one guide (NAME.md).

    Raises GuideError, naming the line, for anything that would make the guide mean less than its
    author thinks: a missing section, an unknown fact, a step that stands for nothing published.
    """
    front, parts = _parse(path, facts)
    fields = _front_matter(path, front)
    sections = _sections(path, parts)
    published_steps = int(fields.get("pasos_publicados", 0))
    steps = _steps(path, sections["Pasos"], replaces=published_steps > 0)
    _check_published(path, steps, published_steps)
    return Guide(
        name=path.stem,
        title=fields["titulo"],
        subtitle=fields["subtitulo"],
        system=fields["sistema"],
        replaces=fields.get("sustituye", ""),
        published_steps=published_steps,
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


def _parse(path: Path, facts: Mapping[str, str]) -> tuple[str, list[Part]]:
    try:
        return parse_parts(read_source(path, facts), facts)
    except UnknownMarkdownError as error:
        advice = "deje solo párrafos, negritas, cursivas, vínculos, listas con guion y notas con >."
        raise GuideError(path, error.line, f"una guía no lleva {error.what}", advice) from error


def _front_matter(path: Path, front: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in front.splitlines() if line.strip())
    fields = {name.strip(): value.strip() for name, _, value in pairs}
    of_published = _PUBLISHED_GUIDE if any(map(fields.get, _PUBLISHED_GUIDE)) else ()
    for name in (*_FRONT_MATTER, *of_published):
        if not fields.get(name):
            advice = f"entre las dos líneas «---» del principio escriba «{name}: …»."
            raise GuideError(path, 1, f"falta «{name}» en el encabezado", advice)
    if of_published and not re.fullmatch("0*[1-9][0-9]*", fields["pasos_publicados"]):
        problem = f"pasos_publicados dice «{fields['pasos_publicados']}»"
        raise GuideError(path, 1, problem, "escriba un número entero, mayor que cero.")
    return {name: value for name, value in fields.items() if value}


def _sections(path: Path, parts: list[Part]) -> dict[str, list[Part]]:
    sections: dict[str, list[Part]] = {}
    for part in parts:
        if isinstance(part, Heading):
            _check_section(path, part, sections)
            sections[part.text] = []
        elif sections:
            sections[next(reversed(sections))].append(part)
    for title in _SECTIONS:
        if not sections.get(title):
            advice = f"agregue el encabezado «## {title}» con su contenido."
            raise GuideError(path, None, f"falta la sección «{title}»", advice)
    return sections


def _check_section(path: Path, heading: Heading, before: Mapping[str, object]) -> None:
    if heading.text not in _SECTIONS or heading.text in before:
        problem = f"la sección «{heading.text}» está repetida"
        if heading.text not in before:
            problem = f"una guía no tiene una sección «{heading.text}»"
        advice = f"deje solo estas, una vez cada una: {', '.join(_SECTIONS)}."
        raise GuideError(path, heading.line, problem, advice)


def _opening(path: Path, parts: list[Part]) -> Passage:
    content = []
    for part in parts:
        if isinstance(part, Heading | Numbered):
            problem, advice = "hay una lista numerada fuera de los pasos", "use guiones."
            raise GuideError(path, part.line, problem, advice)
        content.append(part)
    for run in runs(content):
        if _PUBLISHED.search(run.text):
            problem, advice = "{publicado=…} está fuera de los pasos", "déjelo al final de un paso."
            raise GuideError(path, run.line, problem, advice)
    return Passage(_without_marks(path, content))


def _steps(path: Path, parts: list[Part], *, replaces: bool) -> tuple[Step, ...]:
    only = parts[0]
    if len(parts) != 1 or not isinstance(only, Numbered):
        advice = "bajo «## Pasos» deje una sola lista numerada; las notas van dentro de su paso."
        raise GuideError(path, line_of(only), "los pasos no forman una sola lista", advice)
    return tuple(
        _step(path, number, item, replaces=replaces)
        for number, item in enumerate(only.items, start=1)
    )


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


def _step(path: Path, number: int, item: Item, *, replaces: bool) -> Step:
    published = [found[1] for run in runs(item.content) for found in _PUBLISHED.finditer(run.text)]
    if replaces and not (published and all(map(_NUMBERS.fullmatch, published))):
        problem = f"el paso {number} no dice qué paso publicado sustituye"
        raise GuideError(
            path, item.line, problem, "agregue al final {publicado=N} o {publicado=N,M}."
        )
    if published and not replaces:
        problem = f"el paso {number} dice {{publicado=…}} y la guía no sustituye a ninguna"
        raise GuideError(path, item.line, problem, "quítelo, o agregue «sustituye» arriba.")
    content = _without_marks(path, item.content)
    if not content or not isinstance(content[0], Paragraph):
        problem = f"el paso {number} no empieza con una instrucción"
        raise GuideError(path, item.line, problem, "escriba primero lo que se debe hacer.")
    return Step(
        content=content,
        number=number,
        published=tuple(int(step) for found in published for step in found.split(",")),
        line=item.line,
    )


def _without_marks(path: Path, content: Sequence[Block]) -> Content:
    """Take {publicado=…} out, and refuse what looks like a mark and is none."""
    plain = changed(content, lambda run: replace(run, text=_PUBLISHED.sub("", run.text)))
    for paragraph in paragraphs(plain):
        if not paragraph.runs[0].text:
            problem = "{informativo} no está detrás de ninguna frase"
            raise GuideError(path, paragraph.line, problem, "escríbalo después del punto.")
    for run in runs(plain):
        if found := _OTHER_MARK.search(run.text):
            problem = f"«{found[0].strip()}» no es ninguna marca"
            advice = "escriba {informativo}, {publicado=N} o el nombre de un dato, {{ así }}."
            raise GuideError(path, run.line, problem, advice)
    return plain
