"""`guias review`: the review desk, on this machine alone."""

import os
import sys
import webbrowser

import click

from reports.desk.app import create_app
from reports.desk.of_project import desk_of
from reports.errors import ReportsError
from reports.paths import ROOT
from stub_portal import PortalError, run_forever


@click.command(options_metavar="[OPCIONES]", short_help="Abre la mesa para revisar imágenes.")
@click.option(
    "--puerto", "port", type=click.IntRange(1, 65535), default=8010, show_default=True,
    metavar="N", help="Dónde atiende la mesa en esta computadora.",
)  # fmt: skip
def command(port: int) -> None:
    """Abre la mesa de revisión: ahí se ve qué imágenes cambiaron, y se aprueban o se rechazan."""

    def listening(address: str) -> None:
        click.echo(f"Mesa de revisión: {address}/   (Ctrl+C para cerrarla)")
        if _somebody_is_there():
            webbrowser.open(f"{address}/")

    try:
        run_forever(create_app(desk_of(ROOT)), listening, port=port)
    except PortalError as error:
        raise ReportsError(str(error)) from error
    click.echo("\nMesa cerrada.")


def _somebody_is_there() -> bool:
    """Tell whether a window can be opened for a person; a terminal's own browser is none."""
    seen = ("DISPLAY", "WAYLAND_DISPLAY")
    window = not sys.platform.startswith("linux") or any(map(os.environ.get, seen))
    return window and not os.environ.get("CI")
