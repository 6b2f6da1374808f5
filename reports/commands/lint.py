"""`guias lint`: contradictions in guides and between them, on text alone."""

import sys
from collections import Counter
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

import click

from reports.lint.case import Case
from reports.lint.checking import check
from reports.lint.reading.files import read_published
from reports.lint.reading.ours import read_project
from reports.lint.report import tell
from reports.lint.telling import Telling
from reports.paths import ROOT


@click.command(options_metavar="[OPCIONES]", short_help="Busca contradicciones en las guías.")
@click.argument("archivos", nargs=-1, metavar="[ARCHIVO]...", type=click.Path(path_type=Path))
def command(archivos: tuple[Path, ...]) -> None:
    """Busca contradicciones en las guías, solo con su texto.

    Sin palabras, revisa las guías de features/guias. Con uno o más ARCHIVOS (texto, Markdown, PDF o
    Word), revisa esas guías publicadas, cada una por sí sola, entre ellas y frente a las nuestras.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a guide may quote signs that a console has not
    project = read_project(ROOT)
    guides = tuple(_published(archivos)) or project.guides
    case = Case(guides, project)
    found = check(case)
    tell(case, found, click.echo)
    sys.exit(1 if found else 0)


def _published(paths: tuple[Path, ...]) -> Iterator[Telling]:
    """Read each file once; it is called by its name, or by its path where two have one name."""
    once = tuple(dict.fromkeys(paths))
    names = Counter(path.name for path in once)
    for path in once:
        yield read_published(path, path.name if names[path.name] == 1 else str(path))
