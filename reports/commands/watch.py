"""`guias watch [NAME]`: follows guides as their files are saved."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches

import click
from watchfiles import watch

from reports.errors import ReportsError
from reports.paths import ROOT
from reports.sources.fingerprint import ROOMS, can_be_source
from reports.sources.staleness import written_guides
from reports.writing.watching import watch_guides

_GRACE_SECONDS = 15  # for who was interrupted to close its browser


@click.command(options_metavar="[OPCIONES]", short_help="Sigue las guías cada vez que guarda.")
@click.argument("name", metavar="[NOMBRE]", default="")
def command(name: str) -> None:
    """Sigue una guía, o las que toque el cambio, cada vez que guarda uno de sus archivos."""
    guides = written_guides(ROOT)
    if name and name not in guides:
        near = get_close_matches(name, guides, n=1) or guides
        raise ReportsError(
            f"No hay una guía «{name}».\n"
            f"  Qué hacer: elija otra ({', '.join(near)}), o empiece esa con: guias.py new {name}"
        )
    click.echo("Esperando a que guarde algo… (Ctrl+C para terminar)")
    with suppress(KeyboardInterrupt):
        watch_guides(ROOT, name, _saves(), _follow, click.echo)
    click.echo("\nHasta luego.")


def _saves() -> Iterator[list[str]]:
    rooms = (ROOT / room for room in ROOMS)
    for changes in watch(*rooms, watch_filter=lambda _, path: _counts(path), raise_interrupt=False):
        yield [path for _, path in changes]


def _counts(path: str) -> bool:
    root = f"{ROOT.as_posix()}/"
    return can_be_source(path.replace("\\", "/").removeprefix(root))


def _follow(names: Sequence[str]) -> None:
    """Follow guides in a Python of its own, which has not yet read any code that was changed."""
    process = subprocess.Popen([sys.executable, "-m", "reports.main_job", *names], cwd=ROOT)
    try:
        process.wait()
    except KeyboardInterrupt:
        with suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
            process.wait(_GRACE_SECONDS)
        process.terminate()
        raise
