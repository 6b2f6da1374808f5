"""`guias approve`: approves pictures of the last run without the review desk."""

from collections.abc import Mapping, Sequence

import click

from reports.desk.rejections import Rejection, drop_rejections, read_rejections
from reports.errors import ReportsError
from reports.paths import ROOT, rejections_file
from reports.pictures.approving import approvable, approve_names, who
from reports.pictures.listing import picture_told, pictures
from reports.pictures.states import PictureState, drifted


@click.command(options_metavar="[OPCIONES]", short_help="Aprueba imágenes de la última corrida.")
@click.argument("names", metavar="[NOMBRE]...", nargs=-1)
@click.option("--todas", "everything", is_flag=True, help="Aprueba todas las que esperan.")
@click.option("--como", "by", metavar="NOMBRE", help="Quién aprueba, si no es quien dice git.")
def command(names: tuple[str, ...], *, everything: bool, by: str | None) -> None:
    """Aprueba imágenes de la última corrida, por su nombre o por el de su guía.

    Las que ya nadie toma se retiran. La que alguien rechazó solo se aprueba por su nombre. Sin
    nombres, dice cuáles esperan aprobación.
    """
    waiting = {state.name: state for state in drifted(approvable(ROOT))}
    rejected = read_rejections(rejections_file(ROOT))
    if not waiting and not names:
        click.echo("Ninguna imagen espera aprobación: todas están vigentes.")
    elif not names and not everything:
        click.echo("\n".join(_told(state, rejected) for state in waiting.values()))
        raise ReportsError(
            f"Por aprobar: {pictures(len(waiting))}.\n"
            "  Qué hacer: véalas con guias.py review, o apruébelas con guias.py approve y su "
            "nombre, el de su guía, o --todas."
        )
    else:
        wanted = [one for one in waiting.values() if everything or one.guide in names]
        skipped = [one for one in wanted if one.name in rejected and one.name not in names]
        asked = {*names, *waiting} if everything else set(names)
        asked = _without(asked, wanted, skipped)
        done = approve_names(ROOT, asked, who() if by is None else by) if asked else ()
        drop_rejections(rejections_file(ROOT), done)
        _tell([waiting[name] for name in done if name in waiting])
        _tell_skipped(skipped, rejected)


def _without(
    asked: set[str], wanted: Sequence[PictureState], skipped: Sequence[PictureState]
) -> set[str]:
    """Put a guide's pictures in the place of its name, and take out those that are skipped."""
    if not skipped:
        return asked
    guides = {one.guide for one in wanted}
    return (asked - guides | {one.name for one in wanted}) - {one.name for one in skipped}


def _told(picture: PictureState, rejected: Mapping[str, Rejection]) -> str:
    """Return what is told of a picture, and whether somebody has rejected it."""
    told, rejection = picture_told(picture), rejected.get(picture.name)
    if not rejection:
        return told
    why = rejection.reason or "no dijo por qué"
    return f"{told}\n    Rechazada por {rejection.by}: {why.removesuffix('.')}."


def _tell_skipped(skipped: Sequence[PictureState], rejected: Mapping[str, Rejection]) -> None:
    if skipped:
        click.echo("\n".join(_told(one, rejected) for one in skipped))
        click.echo(
            f"No se aprobó lo que alguien rechazó: {pictures(len(skipped))}. Si ya está bien, "
            "apruébelo con el nombre de la imagen."
        )


def _tell(done: Sequence[PictureState]) -> None:
    if done:
        click.echo("\n".join(map(picture_told, done)))
    gone = sum(state.seen is None for state in done)
    if gone < len(done):
        click.echo(f"Quedó aprobado: {pictures(len(done) - gone)}, en reports/approved.")
    if gone:
        click.echo(f"Se retiró: {pictures(gone)}.")
