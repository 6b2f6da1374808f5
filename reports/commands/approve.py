"""`guias approve`: approves pictures of the last run without the review desk."""

import click

from reports.errors import ReportsError
from reports.paths import ROOT
from reports.pictures.approving import approvable, approve_names, who
from reports.pictures.listing import picture_told, pictures
from reports.pictures.states import drifted


@click.command(options_metavar="[OPCIONES]", short_help="Aprueba imágenes de la última corrida.")
@click.argument("names", metavar="[NOMBRE]...", nargs=-1)
@click.option("--todas", "everything", is_flag=True, help="Aprueba todas las que esperan.")
@click.option("--como", "by", metavar="NOMBRE", help="Quién aprueba, si no es quien dice git.")
def command(names: tuple[str, ...], *, everything: bool, by: str | None) -> None:
    """Aprueba imágenes de la última corrida, por su nombre o por el de su guía.

    Las que ya nadie toma se retiran. Sin nombres, dice cuáles esperan aprobación.
    """
    waiting = {state.name: picture_told(state) for state in drifted(approvable(ROOT))}
    if not waiting:
        click.echo("Ninguna imagen espera aprobación: todas están vigentes.")
    elif not names and not everything:
        click.echo("\n".join(waiting.values()))
        raise ReportsError(
            f"Por aprobar: {pictures(len(waiting))}.\n"
            "  Qué hacer: véalas con guias.py review, o apruébelas con guias.py approve y su "
            "nombre, el de su guía, o --todas."
        )
    else:
        asked = (*names, *waiting) if everything else names
        done = approve_names(ROOT, asked, who() if by is None else by)
        click.echo("\n".join(waiting.get(name, name) for name in done))
        click.echo(f"Quedó aprobado: {pictures(len(done))}. Están en reports/approved.")
