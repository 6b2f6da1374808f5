"""What a run at another portal says in the terminal at its end."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from reports.other_portal.follow import RunElsewhere
from reports.other_portal.skipped import Skipped, scenarios_skipped, sentences_skipped
from reports.terminal import tell_guide
from reports.wording import counted, portal_in_words, seconds

_WIDTH = 96


def tell_elsewhere(run: RunElsewhere, root: Path) -> None:
    """Print the verdicts, what was not followed and why, and where to look next."""
    for judged in run.verdicts:
        click.echo()
        tell_guide(judged, run, root)
    click.echo()
    scenarios = scenarios_skipped(run.scenarios)
    _tell_skipped("Escenarios que no se siguieron", scenarios)
    _tell_skipped("Frases que no se comprobaron", sentences_skipped(run.scenarios))
    for trouble in run.troubles:
        click.echo(click.style(trouble, fg="red"))
    browser = run.info.browser or "ningún navegador"
    where = portal_in_words(run.info.portal) if run.info.portal else ""
    click.echo(f"En {where}, con {browser}, en {seconds(run.info.seconds)}.")
    _tell_result(run, sum(len(one.names) for one in scenarios))
    click.echo(f"Abra {(run.folder / 'index.html').relative_to(root)}")
    click.echo("Lo publicado en reports/out no se tocó.")


def _tell_result(run: RunElsewhere, skipped: int) -> None:
    past = "siguió" if skipped == 1 else "siguieron"
    counts = f"{counted(run.followed, 'escenario')}; {skipped} no se {past}."
    for title in run.missed:
        click.echo(f"No se pudo seguir ningún paso de «{title}».")
    if not run.all_true:
        click.echo(click.style("No todo cumple.", fg="red", bold=True) + f" {counts}")
    elif run.troubles:
        trouble = "Falló el cuidado de los datos personales."
        click.echo(click.style(trouble, fg="red", bold=True) + f" {counts}")
    elif run.missed or skipped:
        click.echo(click.style("Cumple lo que se pudo seguir:", bold=True) + f" {counts}")
    elif sentences_skipped(run.scenarios):
        click.echo(click.style("Cumple lo que se pudo comprobar.", bold=True) + f" {counts}")
    else:
        click.echo(click.style("Todo cumple.", fg="green", bold=True))


def _tell_skipped(title: str, skipped: Sequence[Skipped]) -> None:
    if skipped:
        click.echo(f"{title}: {sum(len(one.names) for one in skipped)}")
    for one in skipped:
        text = f"{len(one.names):>4}  {one.reason}"
        click.echo(textwrap.fill(text, _WIDTH, initial_indent="", subsequent_indent=" " * 6))
