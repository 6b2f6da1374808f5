"""`guias why FILE`: what a file touches."""

from collections.abc import Iterator

import click

from guias import asked_from
from reports.errors import ReportsError
from reports.paths import ROOT, out_folder
from reports.sources.fingerprint import PORTAL_CODE, candidates
from reports.sources.kept import Kept, guide_step_of, read_kept
from reports.sources.reach import Reach, named_source, reach
from reports.sources.staleness import in_words, written_guides


@click.command(options_metavar="[OPCIONES]", short_help="Dice qué guías toca un archivo.")
@click.argument("file", metavar="ARCHIVO")
def command(file: str) -> None:
    """Dice qué guías, qué pasos y qué imágenes publicadas salen de un archivo del proyecto."""
    kept = read_kept(out_folder(ROOT))
    if kept is None:
        raise ReportsError(
            "Todavía no hay nada publicado que consultar.\n"
            "  Qué hacer: siga las guías una vez, con guias.py sin nada más, y vuelva aquí."
        )
    now = candidates(ROOT)
    source = named_source(ROOT, asked_from(), file, now | _known(kept))
    for line in _told(kept, source, now):
        click.echo(line)


def _known(kept: Kept) -> set[str]:
    return {*kept.unused, *(one for guide in kept.guides.values() for one in guide.fingerprints)}


def _told(kept: Kept, source: str, now: set[str]) -> Iterator[str]:
    touched = reach(kept, source)
    if touched:
        together = ", que cuenta como uno solo," if source == PORTAL_CODE else ""
        yield f"De {source}{together} salen:"
        for one in touched:
            yield from _guide(one)
    elif source in now and source not in kept.unused:
        yield f"{source} es nuevo: no estaba cuando se publicó."
        yield "Se sabrá qué toca cuando siga las guías otra vez, con guias.py sin nada más."
    else:
        yield f"Nadie usa {source}: ninguna guía publicada sale de ahí."
    unpublished = [name for name in written_guides(ROOT) if name not in kept.guides]
    if unpublished:
        yield f"No se sabe de qué sale lo que nunca se ha publicado: {', '.join(unpublished)}."


def _guide(one: Reach) -> Iterator[str]:
    if not one.pictures:
        yield f"  {one.guide}: su documento o lo que afirma, no sus imágenes"
        return
    yield f"  {one.guide}: {in_words([guide_step_of(picture) for picture in one.pictures])}"
    yield from (f"    {picture}" for picture in one.pictures)
