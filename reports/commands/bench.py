"""`guias bench`: what following the guides costs."""

import click

from reports.bench import median_ratio, run_pairs
from reports.paths import ROOT


@click.command(options_metavar="[OPCIONES]", short_help="Mide cuánto tardan las guías.")
@click.option(
    "--pares", "count", type=click.IntRange(1, 50), default=5, show_default=True,
    metavar="N", help="Cuántas veces se corre cada cosa.",
)  # fmt: skip
def command(count: int) -> None:
    """Mide cuánto tarda seguir las guías, junto a un guion que solo hace los mismos clics."""
    pairs = []
    for pair in run_pairs(ROOT, count):
        pairs.append(pair)
        click.echo(
            f"  guías {pair.ours:5.2f} s   guion {pair.bare:5.2f} s   razón {pair.ratio:.2f}"
        )
    click.echo(f"Mediana de {count} pares: {median_ratio(pairs):.2f} veces el guion.")
