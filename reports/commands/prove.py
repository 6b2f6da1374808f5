"""`guias prove`: whether every defect of the gallery is caught, and blamed on whom it should."""

import sys
import tempfile
from datetime import datetime
from pathlib import Path

import click

from reports.guides.guide import read_guides
from reports.paths import ROOT, guides_folder, proof_folder
from reports.proving.page import write_proof_page
from reports.proving.reading import NO_DEFECT, ProofRecord
from reports.proving.running import run
from reports.proving.telling import progress, table


@click.command(options_metavar="[OPCIONES]", short_help="Prueba que se atrapa cada mentira.")
@click.argument("nombres", nargs=-1, metavar="[DEFECTO]...")
def command(nombres: tuple[str, ...]) -> None:
    """Prueba que las guías y sus reglas atrapan cada defecto, y que culpan a quien deben.

    Sigue todo en un portal con cada defecto de la galería (fixtures/defects), o solo con los que
    se nombren, y compara con una revisión que solo busca las etiquetas. El código de salida es 0 si
    cada uno cambió lo que contesta el portal, se atrapó y se culpó a todos los que se debía y a
    nadie más, y si nada era falso sin defecto; 1 si no.
    """
    if NO_DEFECT in nombres:
        raise click.UsageError(f"«{NO_DEFECT}» no es un defecto: siempre se sigue, para comparar.")
    work = ROOT / ".guias"
    work.mkdir(exist_ok=True)
    began = datetime.now().astimezone()
    stream = sys.stdout  # while pytest runs, the standard one goes to the log
    with tempfile.TemporaryDirectory(dir=work, prefix="defectos-") as folder:
        record = ProofRecord(Path(folder), read_guides(guides_folder(ROOT)))

        def ended(name: str, number: int, count: int) -> None:
            if name != NO_DEFECT:
                click.echo(progress(record.proof(name), number, count), file=stream)

        run(ROOT, Path(folder), nombres, ended)
        proofs, without_defect = record.proofs(), record.without_defect
    for line in table(proofs, without_defect):
        click.echo(line)
    page = write_proof_page(proof_folder(ROOT), proofs, without_defect, began)
    click.echo(f"La tabla está en {page.relative_to(ROOT)}")
    sys.exit(0 if all(proof.is_right for proof in proofs) and not without_defect else 1)
