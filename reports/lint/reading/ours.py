"""Our own guides, and what else the project knows of the system they are about."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from reports.guides.content import Bullets, Content, Note, Paragraph, Run, quoted_texts
from reports.guides.guide import Guide, read_guides
from reports.guides.source import read_facts, read_text
from reports.lint.case import Project
from reports.lint.telling import Kind, Line, Place, Step, Telling
from reports.lint.words import plain
from reports.paths import approved_folder, guides_folder

_MENTIONED = re.compile(r"«([^»]+)»")
_QUOTED = re.compile(r'"([^"]*)"')
# As steps/sentence.py reads it; that file brings all of pytest with it, and this must be quick.
_TAKES = re.compile(r"^\s*\S+\s+en el paso (\d+) ")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")


def read_project(root: Path) -> Project:
    """Read a project's guides and facts, what its scenarios quote, and its approved screens."""
    features, folder = root / "features", guides_folder(root)
    shown = folder.relative_to(root).as_posix()
    guides = tuple(_told(guide, f"{shown}/{guide.name}.md") for guide in read_guides(folder))
    glossary = read_text(features / "GLOSARIO.md")
    scenarios = {path: read_text(path) for path in sorted(features.rglob("*.feature"))}
    return Project(
        facts=_facts(folder, f"{shown}/hechos.toml"),
        guides=guides,
        quoted=frozenset(text for source in scenarios.values() for text in _quoted(source)),
        approved=_approved(root, shown),
        taken=_taken(root, scenarios),
        alike=tuple(_alike(glossary)),
        avoided={word: better for better, words in _avoided(glossary) for word in words},
    )


def _approved(root: Path, shown: str) -> dict[str, str]:
    """Return what stands on the approved screens of each guide, whose name their files bear."""
    screens: dict[str, str] = {}
    for path in sorted(approved_folder(root).rglob("*.yml")):
        guide = f"{shown}/{path.name.partition('-paso-')[0]}.md"
        screens[guide] = screens.get(guide, "") + read_text(path)
    return screens


def _told(guide: Guide, name: str) -> Telling:
    title = Line(guide.title, Kind.HEADING, Place(name, "línea", 1))
    opening = (title, *_lines(guide.opening.content, name, 0, Kind.PROSE))
    steps = (
        Step(step.number, tuple(_lines(step.content, name, step.number, Kind.PROSE)))
        for step in guide.steps
    )
    return Telling(name, guide.title, opening, tuple(steps), ours=True)


def _lines(content: Content, name: str, step: int, kind: Kind) -> Iterator[Line]:
    for block in content:
        if isinstance(block, Paragraph):
            yield _line(block, name, step, kind)
        elif isinstance(block, Note):
            yield from _lines(block.blocks, name, step, Kind.NOTE)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _lines(item, name, step, Kind.ITEM if kind is Kind.PROSE else kind)


def _line(paragraph: Paragraph, name: str, step: int, kind: Kind) -> Line:
    text = " ".join(paragraph.text.split())
    strong = quoted_texts((paragraph,))
    quotes = (*strong, *_MENTIONED.findall(text))
    place = Place(name, "línea", paragraph.line, step)
    return Line(text, kind, place, quotes, strong, claimed=any(map(_claims, paragraph.runs)))


def _claims(run: Run) -> bool:
    return bool(run.rule)


def _facts(folder: Path, name: str) -> Telling:
    lines = (
        Line(value, Kind.PROSE, Place(f"{name} ({fact})"), claimed=True)
        for fact, value in read_facts(folder).items()
    )
    return Telling(name, "Datos compartidos", tuple(lines), ())


def _quoted(source: str) -> Iterator[str]:
    """Yield what a feature file quotes: texts in quotation marks, and the cells of its tables."""
    for line in source.splitlines():
        if row := _ROW.match(line):
            yield from (cell.strip() for cell in row[1].split("|"))
        else:
            yield from _QUOTED.findall(line)


def _taken(root: Path, scenarios: Mapping[Path, str]) -> dict[str, dict[int, Place]]:
    """Return the steps that the scenarios of each guide take, and where they say so."""
    taken: dict[str, dict[int, Place]] = {}
    for path, source in scenarios.items():
        if path.parent.name != "guias":
            continue
        name = path.relative_to(root)
        steps = taken.setdefault(name.with_suffix(".md").as_posix(), {})
        for number, line in enumerate(source.splitlines(), start=1):
            if step := _TAKES.match(line):
                steps.setdefault(int(step[1]), Place(name.as_posix(), "línea", number))
    return taken


def _alike(glossary: str) -> Iterator[tuple[str, ...]]:
    """Yield, for each thing of the glossary, its word and those to be avoided."""
    for better, words in _avoided(glossary.partition("## De las guías")[0]):
        yield tuple(re.escape(plain(word)) for word in (better, *words))


def _avoided(glossary: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each word of the glossary with those to be avoided for it."""
    for row in glossary.splitlines():
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if row.startswith("| ") and cells[-1] and cells[-1] != "evite" and "---" not in row:
            yield cells[0], tuple(word.strip() for word in cells[-1].split(","))
