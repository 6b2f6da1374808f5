"""`guias portal`: the reference portal, for a person to try."""

import os

import click

from reports.paths import ROOT
from reports.try_portal import start_controlled, start_portal


@click.command(options_metavar="[OPCIONES]", short_help="Abre el portal de referencia.")
@click.option(
    "--puerto", "port", type=click.IntRange(0, 65535), default=8000, show_default=True,
    metavar="N", help="Dónde atiende el portal en esta computadora; 0 es cualquiera libre.",
)  # fmt: skip
@click.option(
    "--control", "controlled", is_flag=True,
    help="Lo abre para pruebas, con los ejemplos de las guías, el reloj detenido y un control "
    "cuya contraseña es GUIAS_CONTROL o, si no la hay, la que diga.",
)  # fmt: skip
def command(port: int, controlled: bool) -> None:
    """Abre el portal de referencia para probarlo a mano, y dice con qué datos."""
    if controlled:
        start_controlled(os.environ.get("GUIAS_CONTROL", ""), port, click.echo)
    else:
        start_portal(ROOT / ".guias", port, click.echo)
