"""Whom a run found false, what became of each defect, and how that is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Literal

import click
import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from reports.commands.prove import command
from reports.proving.blame import found_false
from reports.proving.page import write_proof_page
from reports.proving.proof import Outcome, Proof, in_order
from reports.proving.reading import NO_DEFECT, ProofRecord
from reports.proving.running import Progress
from reports.proving.telling import progress, table, totals
from reports.record import ScenarioRecord
from reports.tests.html_page import HtmlPage, check_self_contained
from reports.tests.proof_samples import (
    EACH,
    INNOCENT,
    MISSED,
    RIGHT,
    RULE,
    STEP,
    UNCAUGHT,
    UNSEEN_BY_LABELS,
    keep_defects,
    keep_run,
)  # fmt: skip
from reports.tests.samples import SHOWN, all_well, decides, failing, followed, read

PHASES: tuple[Literal["setup", "call", "teardown"], ...] = ("setup", "call", "teardown")
BEGAN = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


def found(folder: Path, *scenarios: ScenarioRecord) -> dict[str, str]:
    return found_false([read(folder)], scenarios)


def test_nobody_is_to_blame_when_all_is_well(tmp_path: Path) -> None:
    assert found(tmp_path, *all_well()) == {}


def test_a_step_that_fails_is_false_and_those_not_reached_are_not(tmp_path: Path) -> None:
    assert found(tmp_path, failing(followed(), 3, "no se pudo")) == {
        STEP: 'Y oprime "Pedir*" — no se pudo'
    }


def test_a_step_without_its_text_is_false(tmp_path: Path) -> None:
    places = found(tmp_path, followed({**SHOWN, 1: ("Otro portal",)}))
    assert list(places) == ["constancia, paso 1"]


def test_a_rule_that_does_not_hold_is_false_and_so_is_what_claims_it(tmp_path: Path) -> None:
    places = found(tmp_path, followed(), failing(decides("plazo"), 1, "tarda tres"))
    assert sorted(places) == ["constancia, paso 0", "regla plazo"]
    assert places["regla plazo"] == "«Comprobar plazo»: se respeta plazo — tarda tres"


@pytest.mark.parametrize("kind", ["given", "when"])
def test_a_rule_that_could_not_be_tried_decides_nothing(tmp_path: Path, kind: str) -> None:
    untried = failing(decides("plazo"), 1, "no se llegó")
    untried.steps[1].type = kind
    assert found(tmp_path, followed(), untried) == {}


def test_places_are_told_as_people_count() -> None:
    places = ("regla b", "a, paso 10", "b, paso 1", "a, paso 9", "regla a")
    assert in_order(places) == ["a, paso 9", "a, paso 10", "b, paso 1", "regla a", "regla b"]


def test_each_defect_comes_out_in_its_own_way() -> None:
    assert [proof.outcome for proof in EACH] == [
        Outcome.RIGHT,
        Outcome.RIGHT,
        Outcome.CHANGED_NOTHING,
        Outcome.UNCAUGHT,
        Outcome.INNOCENT,
        Outcome.MISSED,
        Outcome.NOT_RUN,
    ]
    assert [proof.is_right for proof in EACH] == [True, True, *[False] * 5]
    assert (INNOCENT.innocent, INNOCENT.missed) == ((RULE,), ())
    assert (MISSED.innocent, MISSED.missed) == ((), (RULE,))


@pytest.fixture
def record(tmp_path: Path) -> ProofRecord:
    """A run over two defects: one changes a screen, one only asks for what was kept before."""
    folder = tmp_path / "record"
    keep_defects(folder, NO_DEFECT, "cambia", "no-cambia")
    shown = {"1": ["Portal de Pruebas"], "2": ["Constancias", "Pedir*"]}  # never «Listo»
    keep_run(
        folder / NO_DEFECT, all_well(), {"a": ["GET / 1", "GET /css"], "b": ["GET / 2"]},
        kept=["GET /css"], labels=shown | {"3": []},
    )  # fmt: skip
    keep_run(
        folder / "cambia", [failing(followed(), 3, "no se pudo")],
        {"a": ["GET / 2"], "b": ["GET /css"], "c": ["GET / 3"]},
        labels=shown | {"2": ["Constancias", "Solicitar*"], "3": []},
    )  # fmt: skip
    keep_run(folder / "no-cambia", all_well(), {"a": ["GET / 1"], "b": ["GET /css"]})
    return ProofRecord(folder, [read(tmp_path)])


def test_a_scenario_that_is_answered_otherwise_proves_a_change(record: ProofRecord) -> None:
    changed = {proof.name: proof.changed for proof in record.proofs()}
    assert changed == {"cambia": ("GET / 2",), "no-cambia": ()}


def test_whoever_caught_a_defect_is_read_from_its_own_folder(record: ProofRecord) -> None:
    right, unchanged = record.proofs()
    assert (right.outcome, [*right.found], right.scenarios) == (Outcome.RIGHT, [STEP], 1)
    assert unchanged.outcome is Outcome.CHANGED_NOTHING
    assert record.without_defect == {}


def test_labels_see_what_they_miss_only_with_the_defect(record: ProofRecord) -> None:
    assert [proof.labels for proof in record.proofs()] == [(f"{STEP}: «Pedir*»",), ()]


def told(*proofs: Proof, without_defect: dict[str, str] | None = None) -> str:
    return click.unstyle("\n".join(table(proofs, without_defect or {})))


def test_the_table_tells_of_a_defect_all_that_was_asked() -> None:
    text = told(RIGHT)
    for line in (
        "boton-renombrado: bien atribuido",
        "Qué cambió: El botón «Pedir*» se llama «Solicitar*». (cambió 2 respuestas)",
        f"Atrapado por: {STEP}",
        "¿Culpó a quien debía? sí",
        'Veredicto: Y oprime "Pedir*" — no se pudo hacer clic en «Pedir*»',
        "Una revisión de solo etiquetas: lo ve",
    ):
        assert f"{line}\n" in text


def test_the_table_tells_what_is_wrong() -> None:
    assert "¿Culpó a quien debía? no debía: regla plazo" in told(INNOCENT)
    assert "¿Culpó a quien debía? faltó: regla plazo" in told(MISSED)
    assert "Atrapado por: nadie" in told(UNCAUGHT)
    assert "Sin ningún defecto ya era falso: x: y" in told(RIGHT, without_defect={"x": "y"})


def test_the_totals_compare_with_labels() -> None:
    assert totals(EACH[:2]) == [
        "Las guías y sus reglas atrapan 2 de 2; 2 quedan bien atribuidos.",
        "Una revisión de solo etiquetas ve 1 de 2.",
    ]
    of_another = replace(UNSEEN_BY_LABELS, found={STEP: "no"})
    assert totals([RIGHT, of_another])[0].startswith("Las guías y sus reglas atrapan 1 de 2;")
    assert totals(EACH)[-1] == (
        "Cómo quedaron: no cambió nada: 1, no se probó: 1, nadie lo atrapó: 1, "
        "culpó a quien no debía: 1, no culpó a todos: 1, bien atribuido: 2."
    )


@pytest.mark.parametrize(
    ("proof", "line"),
    [
        (RIGHT, f"  ✓   3/70 boton-renombrado: {STEP}"),
        (UNCAUGHT, "  ✗   3/70 nadie-lo-ve: nadie"),
        (INNOCENT, f"  ✗   3/70 culpa-a-otro: {STEP}; {RULE}"),
    ],
)
def test_progress_is_a_line_a_defect(proof: Proof, line: str) -> None:
    assert click.unstyle(progress(proof, 3, 70)) == line


def test_a_defect_has_ended_when_all_that_is_followed_with_it_has() -> None:
    tests = [
        f"a.py::test_{one}" for one in ("x[(uno-solo)]", "y[(uno-solo)-Nombre(s)*]", "z[(dos-mas)]")
    ]
    ended: list[tuple[str, int, int]] = []
    progress_of_run = Progress(lambda *told: ended.append(told))
    for _ in ("one worker", "another"):
        progress_of_run.pytest_xdist_node_collection_finished(tests)
    told_after = []
    assert not progress_of_run.is_over
    for test, when in product(tests, PHASES):
        report = pytest.TestReport(test, ("", 0, ""), {}, "passed", None, when)
        progress_of_run.pytest_runtest_logreport(report)
        told_after.append(len(ended))
        progress_of_run.pytest_xdist_node_collection_finished(tests)  # of a worker that is new
    assert ended == [("uno-solo", 1, 2), ("dos-mas", 2, 2)]
    assert told_after == [0, 0, 0, 0, 0, 1, 1, 1, 2]
    assert progress_of_run.is_over


def test_what_stands_for_no_defect_is_no_defect_to_prove() -> None:
    done = CliRunner().invoke(command, [NO_DEFECT])
    assert done.exit_code == 2
    assert "no es un defecto" in done.output


def test_the_page_tells_of_each_defect_and_of_labels(tmp_path: Path) -> None:
    page = HtmlPage(write_proof_page(tmp_path / "prove", EACH, {"z": "falso antes"}, BEGAN))
    check_self_contained(page)
    for words in (
        "21 de noviembre de 2026, 14:05 h. 7 maneras",
        "Una revisión de solo etiquetas ve 2 de 7.",
        "falso sin defecto z: falso antes",
        "El botón «Pedir*» se llama «Solicitar*».",
        f"Con solo etiquetas se ve: {STEP}: «Pedir*»",
        "¿Culpó a quien debía? No debía: regla plazo.",
        "Cambió 2 respuestas: GET /pedir 200 0123456789ab.",
        "No cambió nada de lo que contesta el portal.",
        "Con solo etiquetas no se ve",
    ):
        assert words in page.text
    assert [page.text.count(proof.outcome.value) > 0 for proof in EACH] == [True] * len(EACH)


def test_the_page_holds_no_barrier(
    tmp_path: Path,
    page: Page,
    find_barriers: Callable[[Page], list[str]],
    find_faults: Callable[[str], list[str]],
) -> None:
    written = write_proof_page(tmp_path / "prove", EACH, {}, BEGAN)
    assert find_faults(written.read_text("utf-8")) == []
    page.goto(written.as_uri())
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert find_barriers(page) == []
