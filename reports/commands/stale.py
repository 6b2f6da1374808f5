"""`guias stale`: which guides have to be rebuilt."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reports.paths import ROOT, out_folder, run_folder
from reports.sources.kept import Kept, guide_step_of, read_kept
from reports.sources.staleness import Freshness, SourceChange, freshness, in_words

_MOST = 12
_REBUILD = "Qué hacer: siga las guías, con guias.py sin nada más."


@click.command(options_metavar="[OPCIONES]", short_help="Dice qué guías hay que rehacer.")
def command() -> None:
    """Dice, sin abrir el navegador, qué guías publicadas ya no salen de lo que hay ahora."""
    kept = read_kept(out_folder(ROOT))
    if kept is None:
        click.echo("Todavía no hay nada publicado con qué comparar.")
        click.echo(_REBUILD)
        sys.exit(1)
    states = freshness(ROOT, kept)
    for state in states:
        for line in _told(state):
            click.echo(line)
    for line in _other_browser(kept, run_folder(ROOT)):
        click.echo(line)
    if not all(state.is_fresh for state in states):
        click.echo(_REBUILD)
        sys.exit(1)


def _told(state: Freshness) -> Iterator[str]:
    if not state.is_published:
        yield f"{state.guide}: nunca se ha publicado"
    elif not state.is_written:
        yield f"{state.guide}: está publicada, y ya no existen ni su .md ni su .feature"
    elif state.is_fresh:
        yield f"{state.guide}: al día"
    else:
        yield f"{state.guide}: hay que rehacerla"
        yield from (f"  {_change(one, state.pictures)}" for one in state.changes[:_MOST])
        if len(state.changes) > _MOST:
            yield f"  … y {len(state.changes) - _MOST} archivos más"


def _change(one: SourceChange, count: int) -> str:
    touched = "su documento o lo que afirma, no sus imágenes"
    if len(one.pictures) == count and count:
        touched = "todas sus imágenes"
    elif one.pictures:
        steps = in_words([guide_step_of(picture) for picture in one.pictures])
        touched = f"imágenes: {steps}"
    return f"{one.change}: {one.source} ({touched})"


def _other_browser(kept: Kept, run: Path) -> Iterator[str]:
    """Say when the last run was in another browser: none is started to ask."""
    published = {guide.browser for guide in kept.guides.values() if guide.browser}
    try:
        last = str(json.loads((run / "run.json").read_text("utf-8"))["info"]["browser"])
    except (OSError, ValueError, LookupError, TypeError):
        return
    if last and published and last not in published:
        seen_in = " y ".join(sorted(published))
        yield f"Información: la última corrida fue en {last}; lo publicado, en {seen_in}."
