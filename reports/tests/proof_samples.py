"""Defects and what became of them, made by hand."""

import json
from collections.abc import Sequence
from pathlib import Path

from reports.proving.proof import Proof
from reports.record import ScenarioRecord, write_scenario

WHY = 'Y oprime "Pedir*" — no se pudo hacer clic en «Pedir*»'
STEP, RULE = "constancia, paso 2", "regla plazo"

RIGHT = Proof(
    name="boton-renombrado",
    drift="El botón «Pedir*» se llama «Solicitar*».",
    blames=(STEP,),
    found={STEP: WHY},
    changed=("GET /pedir 200 0123456789ab", "GET /pedir/otra 200 ba9876543210"),
    labels=(f"{STEP}: «Pedir*»",),
    scenarios=4,
)
UNSEEN_BY_LABELS = Proof(
    name="tarda-tres-dias",
    drift="La constancia tarda tres días.",
    blames=(RULE, "constancia, paso 0"),
    found={RULE: "«Comprobar plazo»: tarda tres", "constancia, paso 0": "tarda tres"},
    changed=("POST /pedir 200 0123456789ab",),
    scenarios=4,
)
CHANGED_NOTHING = Proof("no-cambia-nada", "Nada.", (STEP,), {STEP: WHY}, (), (), 4)
UNCAUGHT = Proof("nadie-lo-ve", "Nadie lo ve.", (STEP,), {}, ("GET / 200 0",), (), 4)
INNOCENT = Proof(
    "culpa-a-otro", "Se culpa a otro.", (STEP,), {STEP: WHY, RULE: "mal"}, ("GET / 200 0",), (), 4
)
MISSED = Proof(
    "falta-uno", "Falta uno.", (STEP, RULE), {STEP: WHY}, ("GET / 200 0",), ("x: «y»",), 4
)
NOT_RUN = Proof("sin-probar", "No se probó.", (STEP,))
EACH = (RIGHT, UNSEEN_BY_LABELS, CHANGED_NOTHING, UNCAUGHT, INNOCENT, MISSED, NOT_RUN)


def keep_defects(folder: Path, *names: str) -> None:
    """List defects, as the run over them does; all are to be blamed on step 2."""
    listed = [{"name": name, "drift": "Otra cosa.", "blames": [STEP]} for name in names]
    folder.mkdir()
    (folder / "defectos.json").write_text(json.dumps(listed), "utf-8")


def keep_run(
    folder: Path,
    scenarios: Sequence[ScenarioRecord],
    given: dict[str, list[str]],
    kept: Sequence[str] = (),
    labels: dict[str, list[str]] | None = None,
) -> None:
    """Keep what a defect's scenarios did, what each was answered, and each step's texts."""
    for number, scenario in enumerate(scenarios):
        folder.mkdir(exist_ok=True)
        write_scenario(folder / f"escenario-{number}", scenario)
    (folder / "respuestas").mkdir()
    for name, answers in given.items():
        text = json.dumps({"answers": answers, "kept": list(kept)})
        (folder / "respuestas" / f"{name}.json").write_text(text, "utf-8")
    if labels is not None:
        (folder / "etiquetas").mkdir()
        (folder / "etiquetas" / "constancia.json").write_text(json.dumps(labels), "utf-8")
