"""What is wrong in a feature is told with its line and what to do, before it is followed."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from pytest_bdd.parser import Scenario, Step

from reports.errors import GuideError, ReportsError
from reports.guides.guide import Guide
from reports.record import StepRecord
from reports.recorder import Recorder
from reports.tests.project import ROOT
from reports.tests.samples import read
from reports.writing.check import check_guides, check_rules, feature_troubles

BEGINNING = "# language: es\n@guia:constancia\nCaracterística: Pedirla\n"
GOOD = f"""{BEGINNING}
  Antecedentes:
    Dado que hoy es lunes

  Escenario: Pedirla
    Cuando en el paso 1 abre "Portal"
    Y en el paso 3 ve:
      | Listo | Ya |
"""


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    folder = tmp_path / "features" / "guias"
    folder.mkdir(parents=True)
    return read(folder)


def written(tmp_path: Path, text: str, name: str = "guias/constancia") -> Path:
    path = tmp_path / "features" / f"{name}.feature"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_nothing_is_wrong(tmp_path: Path, guide: Guide) -> None:
    written(tmp_path, GOOD)
    check_guides(tmp_path, [guide])


def test_the_project_has_no_such_trouble() -> None:
    check_rules(ROOT)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("# language: es\n", "", ":1: no dice en qué idioma está"),
        ("# language: es\n", "\ufeff# language: es\n", ":1: empieza con una marca invisible"),
        ("# language: es", "# language: xx", ":1: no dice en qué idioma está"),
        ("@guia:", "@guai:", ":2: la etiqueta @guai:constancia no existe"),
        ("@guia:constancia", "@guia:otra", ":3: falta la etiqueta @guia:constancia"),
        ("@guia:constancia", "@guia: constancia", ":2: una etiqueta lleva un espacio"),
        ("@guia:constancia", "@lento @guia:constancia", ":2: la etiqueta @lento no existe"),
        ("Característica", "Caracteristica",
         ":3: antes de «Característica: …» no se entiende «Caracteristica: Pedirla»"),
        ("Escenario", "Escenari", ":8: no se entiende «Escenari: Pedirla»"),
        ("Cuando en", "Cuanod en", ":9: no se entiende «Cuanod en el paso 1"),
        ("Y en", "I en", ":10: no se entiende «I en el paso 3 ve:»"),
        ("Dado que", "Y que", ":6: la primera frase empieza con «Y»"),
        ("| Ya |", "| Ya |\n      | Más |", ":12: los renglones de la tabla no tienen"),
        ("paso 3", "paso 4", ":10: dice «en el paso 4» y constancia.md tiene 3 pasos"),
        ("paso 1", "paso 0", ":9: dice «en el paso 0»"),
        ("| Listo", '"""', ": el archivo termina antes de tiempo"),
    ],
)  # fmt: skip
def test_trouble_is_told_with_its_line(
    tmp_path: Path, guide: Guide, old: str, new: str, told: str
) -> None:
    assert GOOD.count(old) == 1
    path = written(tmp_path, GOOD.replace(old, new))
    troubles = [str(trouble) for trouble in feature_troubles(path, guide)]
    assert any(told in trouble for trouble in troubles), troubles
    assert all(trouble.startswith(str(path)) and "Qué hacer: " in trouble for trouble in troubles)


def test_scenarios_that_would_not_be_followed(tmp_path: Path, guide: Guide) -> None:
    path = written(tmp_path, BEGINNING)
    assert "no tiene ningún escenario" in str(feature_troubles(path, guide)[0])
    again = "\n  Escenario: Pedirla\n    Cuando espera\n"
    [trouble] = feature_troubles(written(tmp_path, GOOD + again), guide)
    assert ":8: dos escenarios se llaman «Pedirla»" in str(trouble)


def test_a_file_in_another_encoding(tmp_path: Path, guide: Guide) -> None:
    path = written(tmp_path, "")
    path.write_bytes(GOOD.encode("latin-1"))
    [trouble] = feature_troubles(path, guide)
    assert "no está en UTF-8" in str(trouble)


def test_a_guide_and_its_feature_go_together(tmp_path: Path, guide: Guide) -> None:
    written(tmp_path, GOOD.replace("constancia", "otra"), "guias/otra")
    with pytest.raises(ReportsError) as error:
        check_guides(tmp_path, [guide])
    told = str(error.value)
    assert "constancia.md: nadie sigue la guía: falta constancia.feature" in told
    assert "otra.feature: sigue una guía que no está: falta otra.md" in told


def test_a_rule_may_have_some_of_another_in_it(tmp_path: Path) -> None:
    text = GOOD.replace("@guia:constancia", "@regla:plazo").replace(
        "  Esc", "  @regla:clave\n  Esc"
    )
    written(tmp_path, text, "reglas/clave")
    check_rules(tmp_path)
    written(tmp_path, text, "reglas/otra")
    with pytest.raises(ReportsError, match="falta la etiqueta @regla:otra"):
        check_rules(tmp_path)


def test_pytest_tells_it_when_the_features_cannot_be_collected(
    tmp_path: Path, guide: Guide
) -> None:
    written(tmp_path, GOOD.replace("Escenario", "Escenari"))
    assert guide
    recorder = Recorder(tmp_path, tmp_path, pictures=False)
    report = pytest.CollectReport("features/test_guias.py", "failed", "Traceback", [])
    node = SimpleNamespace(path=tmp_path / "features" / "test_guias.py")
    recorder.pytest_exception_interact(cast("pytest.Collector", node), report)
    assert "constancia.feature:8: no se entiende «Escenari: Pedirla»" in str(report.longrepr)
    elsewhere = pytest.CollectReport("reports/tests/test_x.py", "failed", "Traceback", [])
    node = SimpleNamespace(path=tmp_path / "reports" / "tests" / "test_x.py")
    recorder.pytest_exception_interact(cast("pytest.Collector", node), elsewhere)
    assert elsewhere.longrepr == "Traceback"


def test_pytest_tells_the_nearest_sentence(tmp_path: Path) -> None:
    step = Step('elige la pestana "SALUD"', "when", 4, 9, "Cuando")
    record = StepRecord("when", "Cuando", step.name, 9, None)
    recorder = Recorder(ROOT, tmp_path, pictures=False)
    witness = SimpleNamespace(
        record=SimpleNamespace(steps=[record], sights=[], name="x", feature="y")
    )
    witness.guide = None
    recorder._witness = cast("None", witness)  # noqa: SLF001
    error = LookupError("not found")
    scenario = cast("Scenario", SimpleNamespace(steps=[step]))
    recorder.pytest_bdd_step_func_lookup_error(scenario, step, error)
    assert record.status == "failed"
    assert 'lo más parecido: «Cuando elige la pestaña "…"»' in record.reason
    assert any("guias.py steps" in note for note in error.__notes__)


def test_an_error_names_file_and_line(tmp_path: Path, guide: Guide) -> None:
    [error] = feature_troubles(written(tmp_path, GOOD.replace("paso 3", "paso 9")), guide)
    assert isinstance(error, GuideError)
