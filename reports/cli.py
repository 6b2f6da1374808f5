"""The `guias` command line."""

import sys
from pathlib import Path

import click

from reports.bench import median_ratio, run_pairs
from reports.errors import ReportsError

ROOT = Path(__file__).resolve().parent.parent


@click.group(
    invoke_without_command=True,
    options_metavar="[OPCIONES]",
    subcommand_metavar="[ORDEN]",
)
@click.pass_context
def guias(context: click.Context) -> None:
    """Sigue las guías en el navegador, dice si cada paso es cierto y las ilustra de nuevo."""
    if context.invoked_subcommand is None:
        _follow()


def _follow() -> None:
    # Imported here, as below: what one command needs, the others need not wait for.
    from reports.run import follow_guides  # noqa: PLC0415
    from reports.terminal import Progress, tell  # noqa: PLC0415
    from reports.verdicts import Verdict  # noqa: PLC0415

    run = follow_guides(ROOT, ROOT / "reports", Progress())
    tell(run, ROOT)
    sys.exit(0 if run.verdict is Verdict.HOLDS else 1)


@guias.command(options_metavar="[OPCIONES]", short_help="Abre el portal de referencia.")
@click.option(
    "--puerto", "port", type=click.IntRange(1, 65535), default=8000, show_default=True,
    metavar="N", help="Dónde atiende el portal en esta computadora.",
)  # fmt: skip
def portal(port: int) -> None:
    """Abre el portal de referencia para probarlo a mano, y dice con qué datos."""
    from reports.try_portal import start_portal  # noqa: PLC0415

    start_portal(ROOT / ".guias", port, click.echo)


@guias.command(options_metavar="[OPCIONES]", short_help="Mide cuánto tardan las guías.")
@click.option(
    "--pares", "count", type=click.IntRange(1, 50), default=5, show_default=True,
    metavar="N", help="Cuántas veces se corre cada cosa.",
)  # fmt: skip
def bench(count: int) -> None:
    """Mide cuánto tarda seguir las guías, junto a un guion que solo hace los mismos clics."""
    pairs = []
    for pair in run_pairs(ROOT, count):
        pairs.append(pair)
        click.echo(
            f"  guías {pair.ours:5.2f} s   guion {pair.bare:5.2f} s   razón {pair.ratio:.2f}"
        )
    click.echo(f"Mediana de {count} pares: {median_ratio(pairs):.2f} veces el guion.")


def main() -> None:
    """Run the command line; whatever goes wrong is told in Spanish, and the exit code says so."""
    try:
        guias(prog_name="guias")
    except ReportsError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
