"""`guias check`: whether everything holds and is as it was approved, for CI."""

import sys
from collections.abc import Iterator

import click

from reports.guides.guide import Guide, read_guides
from reports.last_run import LastRun, read_last_run
from reports.paths import ROOT, guides_folder, rule_names
from reports.pictures.approving import approvable
from reports.pictures.listing import picture_told, pictures
from reports.pictures.states import drifted
from reports.verdicts import Verdict, judge
from reports.wording import LABEL, looks_not_compared


@click.command(options_metavar="[OPCIONES]", short_help="Dice si todo cumple y está aprobado.")
def command() -> None:
    """Dice si en la última corrida todo cumplió, y si las imágenes son como se aprobaron.

    No abre el navegador ni cambia nada. El código de salida es 0 si todo está bien y 1 si no.
    """
    last = read_last_run(ROOT)
    troubles = [
        trouble for guide in read_guides(guides_folder(ROOT)) for trouble in _of_guide(guide, last)
    ]
    states = approvable(ROOT)
    waiting = drifted(states)
    for told in (*troubles, *map(picture_told, waiting)):
        click.echo(told)
    if note := looks_not_compared(states):
        click.echo(note)
    if troubles:
        click.echo(
            "No todo cumple. Qué hacer: vea reports/run/index.html y siga otra vez las guías."
        )
    if waiting:
        click.echo(
            f"Por aprobar: {pictures(len(waiting))}. Qué hacer: véalas con guias.py review; "
            "apruébelas ahí, o con guias.py approve."
        )
    if troubles or waiting:
        sys.exit(1)
    click.echo(f"Todo cumple, y todas las imágenes ({len(states)}) están vigentes.")


def _of_guide(guide: Guide, last: LastRun) -> Iterator[str]:
    """Yield the verdict of a guide that does not hold, and what was found in each of its steps."""
    verdict = last.verdicts.get(guide.name)
    if verdict is None:
        yield f"{guide.name}: la última corrida no siguió esta guía"
    elif verdict is not Verdict.HOLDS:
        yield f"{guide.name}: {LABEL[verdict]}"
        for step in judge(guide, last.scenarios, rule_names(ROOT)).steps:
            where = f"paso {step.number}" if step.number else "antes de los pasos"
            for finding in step.findings:
                yield f"    {where}, {LABEL[finding.verdict]}: {finding.text}"
