"""`guias new NAME`: a new guide."""

import click

from reports.paths import ROOT
from reports.writing.new_guide import new_guide


@click.command(options_metavar="[OPCIONES]", short_help="Empieza una guía nueva.")
@click.argument("name", metavar="NOMBRE")
@click.option("--titulo", "title", metavar="TEXTO", default="", help="El título de la guía.")
def command(name: str, title: str) -> None:
    """Escribe los dos archivos de una guía nueva, que ya se puede seguir hasta el menú «Citas»."""
    guide, feature = (path.relative_to(ROOT).as_posix() for path in new_guide(ROOT, name, title))
    click.echo(f"Listos: {guide} y {feature}")
    click.echo("Ahora:")
    click.echo("  1. Ábralos con un editor de texto y cambie lo que empieza con «Escriba aquí».")
    click.echo("  2. Busque las frases de los pasos que siguen con: guias.py steps")
    click.echo(f"  3. Vea cómo va cada vez que guarde, con: guias.py watch {name}")
