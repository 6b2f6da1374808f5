"""`guias steps`: the sentences that scenarios can be written with."""

from collections.abc import Iterator

import click

from reports.paths import ROOT
from reports.writing.catalogue import Entry, about, catalogue
from reports.writing.sentences import KEYWORD, known_sentences
from reports.writing.spoken import spoken_sentences

_ONLY = "solo en reglas"
_ROWS = 2  # of a table: enough to see how one is written


@click.command(options_metavar="[OPCIONES]", short_help="Lista las frases con que se escribe.")
@click.argument("words", nargs=-1, metavar="[PALABRA]...")
def command(words: tuple[str, ...]) -> None:
    """Lista las frases que existen, con su significado y un ejemplo; o las que hablan de algo.

    Cada … es lugar de un texto suyo. Cualquier frase puede empezar con «en el paso N».
    """
    groups = about(catalogue(known_sentences(ROOT), spoken_sentences(ROOT)), words)
    if not groups:
        click.echo(f"Ninguna frase habla de «{' '.join(words)}». Véalas todas con: guias.py steps")
        return
    if any(entry.only_in_rules for _, entries in groups for entry in entries):
        click.echo(f"Las que dicen «{_ONLY}» son de las pruebas de QA; en una guía no las use.\n")
    for place, (group, entries) in enumerate(groups):
        click.echo(("\n" if place else "") + click.style(group, bold=True))
        for entry in entries:
            for line in _told(entry):
                click.echo(line)
    click.echo("\nCada … es lugar de un texto suyo. Si la frase empieza un paso, escriba antes")
    click.echo("«en el paso N». Las que terminan en dos puntos llevan debajo una tabla.")


def _told(entry: Entry) -> Iterator[str]:
    known, example = entry.known, entry.example
    only = f"  ({_ONLY})" if entry.only_in_rules else ""
    yield f"  {KEYWORD[known.kind]} {known.shown}{only}"
    yield f"      {known.meaning}"
    if example:
        said = f"{KEYWORD[example.kind]} {example.sentence}"
        yield f"      Ejemplo: {said}  ({example.file}:{example.line})"
        for row in example.table[:_ROWS]:
            yield f"        | {' | '.join(row)} |"
