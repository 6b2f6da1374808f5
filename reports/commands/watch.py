"""`guias watch [NAME]`: follows guides as their files are saved."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from itertools import chain

import click
from watchfiles import watch

from reports.errors import ReportsError
from reports.paths import ROOT
from reports.sources.fingerprint import ROOMS, can_be_source
from reports.sources.staleness import written_guides
from reports.writing.new_guide import why_not
from reports.writing.watching import watch_guides

_NOTHING_FOR = 500  # milliseconds without a save after which a batch is empty
_GRACE_SECONDS = 15  # for who was interrupted to close its browser


@click.command(options_metavar="[OPCIONES]", short_help="Sigue las guías cada vez que guarda.")
@click.argument("name", metavar="[NOMBRE]", default="")
def command(name: str) -> None:
    """Sigue una guía ahora y cada vez que guarda algo suyo; sin nombre, las que toque el cambio."""
    guides = written_guides(ROOT)
    if name and name not in guides:
        raise ReportsError(f"No hay una guía «{name}».\n  Qué hacer: {_instead(name, guides)}")
    with suppress(KeyboardInterrupt):
        saves = _saves()
        first = next(saves)
        watch_guides(ROOT, name, chain([first], saves), _follow, click.echo)
    click.echo("\nHasta luego.")


def _instead(name: str, guides: Sequence[str]) -> str:
    """Say what to ask for in place of a guide that is not there: what can be done, and no more."""
    meant = name.casefold().removesuffix(".md").removesuffix(".feature")
    near = get_close_matches(meant, guides, n=1)
    advice = f"elija una de estas: {', '.join(guides)}."
    if near:
        advice = f"¿Quiso decir «{near[0]}»? Escriba: guias.py watch {near[0]}"
    if why_not(ROOT, name):
        return advice
    return f"{advice}\n  Si es una guía nueva, empiécela con: guias.py new {name}"


def _saves() -> Iterator[list[str]]:
    """Yield what is saved, after an empty batch: from that one on no save is missed."""
    rooms = (ROOT / room for room in ROOMS)
    noticed = watch(
        *rooms,
        watch_filter=lambda _, path: _counts(path),
        yield_on_timeout=True,
        rust_timeout=_NOTHING_FOR,
        raise_interrupt=True,  # otherwise watchfiles says so, in English
    )
    for changes in noticed:
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
