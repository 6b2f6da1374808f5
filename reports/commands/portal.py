"""`guias portal`: the reference portal, for a person to try."""

import click

from reports.paths import ROOT
from reports.try_portal import start_portal


@click.command(options_metavar="[OPCIONES]", short_help="Abre el portal de referencia.")
@click.option(
    "--puerto", "port", type=click.IntRange(1, 65535), default=8000, show_default=True,
    metavar="N", help="Dónde atiende el portal en esta computadora.",
)  # fmt: skip
def command(port: int) -> None:
    """Abre el portal de referencia para probarlo a mano, y dice con qué datos."""
    start_portal(ROOT / ".guias", port, click.echo)
