"""`guias approve`: approves pictures of the last run without the review desk."""

from collections.abc import Sequence

import click

from reports.errors import ReportsError
from reports.paths import ROOT
from reports.pictures.approving import approvable, approve_names, who
from reports.pictures.listing import picture_told, pictures
from reports.pictures.states import PictureState, drifted


@click.command(options_metavar="[OPCIONES]", short_help="Aprueba imágenes de la última corrida.")
@click.argument("names", metavar="[NOMBRE]...", nargs=-1)
@click.option("--todas", "everything", is_flag=True, help="Aprueba todas las que esperan.")
@click.option("--como", "by", metavar="NOMBRE", help="Quién aprueba, si no es quien dice git.")
def command(names: tuple[str, ...], *, everything: bool, by: str | None) -> None:
    """Aprueba imágenes de la última corrida, por su nombre o por el de su guía.

    Las que ya nadie toma se retiran. Sin nombres, dice cuáles esperan aprobación.
    """
    waiting = {state.name: state for state in drifted(approvable(ROOT))}
    if not waiting and not names:
        click.echo("Ninguna imagen espera aprobación: todas están vigentes.")
    elif not names and not everything:
        click.echo("\n".join(map(picture_told, waiting.values())))
        raise ReportsError(
            f"Por aprobar: {pictures(len(waiting))}.\n"
            "  Qué hacer: véalas con guias.py review, o apruébelas con guias.py approve y su "
            "nombre, el de su guía, o --todas."
        )
    else:
        asked = (*names, *waiting) if everything else names
        done = approve_names(ROOT, asked, who() if by is None else by)
        _tell([waiting[name] for name in done if name in waiting])


def _tell(done: Sequence[PictureState]) -> None:
    click.echo("\n".join(map(picture_told, done)))
    gone = sum(state.seen is None for state in done)
    if gone < len(done):
        click.echo(f"Quedó aprobado: {pictures(len(done) - gone)}, en reports/approved.")
    if gone:
        click.echo(f"Se retiró: {pictures(gone)}.")
