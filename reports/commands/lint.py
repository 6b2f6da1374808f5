"""`guias lint`: contradictions in guides and between them, on text alone."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from guias import asked_from
from reports.lint.case import Case, Project
from reports.lint.checking import check
from reports.lint.finding import Finding
from reports.lint.reading.files import read_published
from reports.lint.reading.ours import read_project
from reports.lint.report import tell
from reports.lint.telling import Telling
from reports.paths import ROOT, guides_folder


@click.command(options_metavar="[OPCIONES]", short_help="Busca contradicciones en las guías.")
@click.argument(
    "archivos", nargs=-1, metavar="[GUÍA | ARCHIVO]...", type=click.Path(path_type=Path)
)
def command(archivos: tuple[Path, ...]) -> None:
    """Busca contradicciones en las guías, solo con su texto.

    Sin palabras, revisa las guías de features/guias. Con el nombre de una GUÍA (agendar), las
    revisa y dice solo lo de esa. Con uno o más ARCHIVOS (texto, Markdown, PDF o Word), revisa esas
    guías publicadas, cada una por sí sola, entre ellas y frente a las nuestras.
    """
    project = read_project(ROOT)
    named = {path: guide for path in archivos if (guide := _ours(path, project))}
    published = tuple(_published(tuple(path for path in archivos if path not in named)))
    ours = project.guides if named or not published else ()
    wanted = {it.name for it in (*(named.values() or ours), *published)}
    # What is wanted comes first: what two guides disagree in is told of the first of them.
    guides = sorted((*ours, *published), key=lambda it: it.name not in wanted)
    found = [it for it in check(Case(tuple(guides), project)) if _files(it) & wanted]
    tell(len(wanted), found, click.echo)
    sys.exit(1 if found else 0)


def _files(finding: Finding) -> set[str]:
    return {finding.place.file, *(place.file for place, _ in finding.others)}


def _ours(path: Path, project: Project) -> Telling | None:
    """Return our guide of that name or file; another file of that name is another guide."""
    folder, there = guides_folder(ROOT), asked_from() / path
    inside = any(place.resolve().parent == folder.resolve() for place in (there, ROOT / path))
    if not inside and (there.is_file() or path.name != str(path)):
        return None
    stem = path.stem if path.suffix in {".md", ".feature"} else path.name
    name = f"{folder.relative_to(ROOT).as_posix()}/{stem}.md"
    return next((it for it in project.guides if it.name == name), None)


def _published(paths: tuple[Path, ...]) -> Iterator[Telling]:
    """Read each file once; it is called by its name, or by its path where two have one name."""
    once = tuple(dict.fromkeys(paths))
    names = Counter(path.name for path in once)
    for path in once:
        yield read_published(asked_from() / path, path.name if names[path.name] == 1 else str(path))
