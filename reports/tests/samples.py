"""A small guide and the record of following it, made by hand."""

from collections.abc import Mapping
from pathlib import Path

from reports.guides.guide import Guide, read_guide
from reports.guides.source import read_facts
from reports.record import ScenarioRecord, SightRecord, StepRecord

GUIDE = """\
---
titulo: Pedir una constancia
subtitulo: En tres pasos
sistema: Sistema de Constancias
sustituye: La guía de constancias publicada
pasos_publicados: 4
---

## Objetivo

Obtener su constancia. {informativo}

## Aviso

Tarda [dos días](regla:plazo) y es gratuita.

## Pasos

1. Abra **{{ portal }}** en su navegador. {publicado=1}

2. Elija **Constancias** y oprima **Pedir\\***. {publicado=2,3}

   > La clave [sirve *una* vez](regla:clave).

3. Espere el aviso **Listo**. {publicado=4}
"""
FACTS = 'portal = "Portal de Pruebas"\n'
FEATURE = "features/guias/constancia.feature"

# What is on the screen during each step of the guide, when all of it is as the guide says.
SHOWN = {
    1: ("Portal de Pruebas", "Bienvenida"),
    2: ("Constancias", "Pedir*", "Regresar"),
    3: ("Listo",),
}
_SENTENCES: tuple[tuple[str, str, str, int, int | None], ...] = (
    ("given", "Dado", "que hoy es lunes", 6, None),
    ("when", "Cuando", 'en el paso 1 abre "Portal de Pruebas"', 9, 1),
    ("when", "Cuando", 'en el paso 2 elige "Constancias"', 11, 2),
    ("when", "Y", 'oprime "Pedir*"', 12, 2),
    ("then", "Entonces", 'en el paso 3 ve el aviso "Listo"', 14, 3),
)


def write_guide(folder: Path, text: str = GUIDE, facts: str = FACTS) -> Path:
    """Write a guide and the facts beside it, and return the guide's path."""
    path = folder / "constancia.md"
    path.write_text(text, "utf-8")
    (folder / "hechos.toml").write_text(facts, "utf-8")
    return path


def read(folder: Path, text: str = GUIDE, facts: str = FACTS) -> Guide:
    """Write a guide and read it back."""
    path = write_guide(folder, text, facts)
    return read_guide(path, read_facts(folder))


def sight(guide_step: int, *texts: str) -> SightRecord:
    """Return a look at the screen during a step, without a picture."""
    return SightRecord(guide_step, f"Pantalla {guide_step}", list(texts))


def followed(shown: Mapping[int, tuple[str, ...]] = SHOWN) -> ScenarioRecord:
    """Return the record of following the whole guide, with what each step showed."""
    return ScenarioRecord(
        feature=FEATURE,
        name="Pedirla",
        guide="constancia",
        rules=[],
        main=True,
        steps=[StepRecord(*sentence, "passed") for sentence in _SENTENCES],
        sights=[sight(number, *texts) for number, texts in shown.items()],
    )


def other_way() -> ScenarioRecord:
    """Return the record of a second scenario of the guide, which takes step 1 only."""
    step = StepRecord("when", "Cuando", "en el paso 1 escribe la dirección", 17, 1, "passed")
    return ScenarioRecord(FEATURE, "Por su dirección", "constancia", [], main=False, steps=[step])


def decides(rule: str) -> ScenarioRecord:
    """Return the record of a scenario that decides a rule."""
    steps = [
        StepRecord("given", "Dado", "que hoy es martes", 5, None, "passed"),
        StepRecord("then", "Entonces", f"se respeta {rule}", 8, None, "passed"),
    ]
    feature = f"features/reglas/{rule}.feature"
    return ScenarioRecord(feature, f"Comprobar {rule}", "", [rule], main=True, steps=steps)


def all_well() -> list[ScenarioRecord]:
    """Return the records of a run in which everything held."""
    return [followed(), other_way(), decides("plazo"), decides("clave")]


def failing(scenario: ScenarioRecord, at: int, reason: str) -> ScenarioRecord:
    """Make a scenario fail at its step number `at`, counted from 0; what follows is not reached."""
    for step in scenario.steps[at:]:
        step.status = "not_reached"
    scenario.steps[at].status = "failed"
    scenario.steps[at].reason = reason
    return scenario


def going_on(scenario: ScenarioRecord, false: Mapping[int, str], *left: int) -> ScenarioRecord:
    """Make a guide go on after its steps at some places, counted from 0, were false.

    `false` gives the reasons; `left` are the places of those that could not be followed.
    """
    for at, reason in false.items():
        scenario.steps[at].status = "failed"
        scenario.steps[at].reason = reason
    for at in left:
        scenario.steps[at].status = "not_reached"
        scenario.steps[at].reason = "no hay otro camino"
    return scenario
