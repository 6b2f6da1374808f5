"""`guias approve` and `guias check`: what they say, and how they end."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reports.cli import guias
from reports.commands import approve, check
from reports.desk.rejections import Rejection, add_rejection, read_rejections
from reports.errors import ReportsError
from reports.paths import approved_folder, guides_folder, rejections_file
from reports.pictures.approved import read_approved
from reports.tests.samples import all_well, failing, sight, write_guide
from reports.tests.screens import SCREEN
from reports.tests.shots import approve_all, leave_run

OTHER = SCREEN.replace('"Salir"', '"Volver"')
TOLD = """\
constancia-paso-02 (paso 2): cambió
    El botón «Salir» ahora se llama «Volver».
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one guide, all approved, whose last run found a button renamed in step 2."""
    leave_run(tmp_path)
    approve_all(tmp_path)
    leave_run(tmp_path, screens={2: OTHER})
    for module in (approve, check):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    return tmp_path


def order(*words: str) -> Result:
    return CliRunner().invoke(guias, words)


def refusal(*words: str) -> tuple[str, str]:
    """Return what an order says before it gives up, and the error that it gives up with."""
    result = order(*words)
    assert isinstance(result.exception, ReportsError)
    return result.stdout, str(result.exception)


def test_approve_without_names_tells_what_waits(root: Path) -> None:
    said, error = refusal("approve")
    assert said == TOLD
    assert error.startswith("Por aprobar: 1 imagen.\n  Qué hacer: véalas con guias.py review")
    assert [picture.by for picture in read_approved(approved_folder(root))] == ["Ana"] * 3


@pytest.mark.parametrize("words", [("constancia",), ("constancia-paso-02",), ("--todas",)])
def test_approve_tells_what_it_approved(root: Path, words: tuple[str, ...]) -> None:
    done = order("approve", *words, "--como", "Luz")
    assert done.output == f"{TOLD}Quedó aprobado: 1 imagen, en reports/approved.\n"
    assert done.exit_code == 0
    assert [picture.by for picture in read_approved(approved_folder(root))] == ["Ana", "Luz", "Ana"]
    done = order("approve")
    assert (done.output, done.exit_code) == (
        "Ninguna imagen espera aprobación: todas están vigentes.\n",
        0,
    )


@pytest.fixture
def rejected(root: Path) -> Path:
    """The project, in which Ana rejected what changed in step 2; step 3 has changed, too."""
    leave_run(root, screens={2: OTHER, 3: OTHER})
    rejection = Rejection("El botón quedó tapado.", "Ana", "2026-11-20")
    add_rejection(rejections_file(root), "constancia-paso-02", rejection)
    return root


REJECTED = f"{TOLD}    Rechazada por Ana: El botón quedó tapado.\n"


def test_a_rejection_is_told_with_what_waits(rejected: Path) -> None:
    said, _ = refusal("approve")
    assert said.startswith(REJECTED)
    add_rejection(
        rejections_file(rejected), "constancia-paso-02", Rejection("", "Luz", "2026-11-20")
    )
    assert "    Rechazada por Luz: no dijo por qué.\n" in refusal("approve")[0]


@pytest.mark.parametrize("words", [("constancia",), ("--todas",)])
def test_what_was_rejected_is_left_out_of_all(rejected: Path, words: tuple[str, ...]) -> None:
    done = order("approve", *words, "--como", "Luz")
    assert done.exit_code == 0
    assert [one.by for one in read_approved(approved_folder(rejected))] == ["Ana", "Ana", "Luz"]
    assert done.output.startswith("constancia-paso-03 (paso 3): cambió\n")
    told = f"{REJECTED}No se aprobó lo que alguien rechazó: 1 imagen. Si ya está bien, "
    assert f"Quedó aprobado: 1 imagen, en reports/approved.\n{told}" in done.output
    again = order("approve", *words)
    assert (again.exit_code, again.output.startswith(told)) == (0, True)


@pytest.mark.parametrize("words", [(), ("--todas",), ("constancia",)])
def test_what_was_rejected_is_approved_by_its_name(rejected: Path, words: tuple[str, ...]) -> None:
    done = order("approve", "constancia-paso-02", *words, "--como", "Luz")
    assert done.exit_code == 0
    assert [one.by for one in read_approved(approved_folder(rejected))][1] == "Luz"
    assert read_rejections(rejections_file(rejected)) == {}


def test_approve_tells_what_it_took_out(root: Path) -> None:
    scenarios = all_well()
    scenarios[0].sights.insert(1, sight(2, "Menú"))
    leave_run(root, scenarios)
    done = order("approve", "--todas")
    assert done.output == (
        "constancia-paso-02 (paso 2): huérfana\n"
        "    La última corrida ya no la toma.\n"
        "constancia-paso-02-1 (paso 2): nueva\n"
        "    Es la pantalla que se aprobó como constancia-paso-02.\n"
        "constancia-paso-02-2 (paso 2): nueva\n"
        "    Es la pantalla que se aprobó como constancia-paso-02.\n"
        "Quedó aprobado: 2 imágenes, en reports/approved.\n"
        "Se retiró: 1 imagen.\n"
    )


def test_whoever_does_not_say_is_who_git_says(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approve, "who", lambda: "Eva")
    assert order("approve", "--todas").exit_code == 0
    assert read_approved(approved_folder(root))[1].by == "Eva"


def test_approve_refuses_a_name_that_there_is_not(root: Path) -> None:
    said, error = refusal("approve", "constanca")
    assert said == ""
    assert "¿Quiso decir «constancia»?" in error
    assert (root / "reports" / "approved").exists()


def test_a_name_that_is_wrong_is_told_when_nothing_waits_too(root: Path) -> None:
    approve_all(root)
    assert "¿Quiso decir «constancia»?" in refusal("approve", "constanca")[1]


def test_check_fails_on_what_is_not_approved(root: Path) -> None:
    done = order("check")
    assert done.exit_code == 1
    assert done.output.startswith(f"{TOLD}Por aprobar: 1 imagen. Qué hacer: ")
    assert "guias.py review" in done.output
    assert "guias.py approve" in done.output
    approve_all(root)
    done = order("check")
    assert done.exit_code == 0
    assert done.output == "Todo cumple, y todas las imágenes (3) están vigentes.\n"


def test_check_tells_of_how_many_nobody_compared_the_looks(root: Path) -> None:
    approve_all(root, browser="Chromium 155")
    done = order("check")
    assert done.exit_code == 0
    note = "De 3 imágenes no se comparó la apariencia: se aprobaron en Chromium 155.\n"
    assert done.output.startswith(note)


def test_check_fails_on_new_pictures_and_on_orphans(root: Path) -> None:
    approve_all(root)
    scenarios = all_well()
    scenarios[0].sights.insert(1, sight(2, "Menú"))
    leave_run(root, scenarios)
    done = order("check")
    assert done.exit_code == 1
    assert [line for line in done.output.splitlines() if line.startswith("constancia")] == [
        "constancia-paso-02 (paso 2): huérfana",
        "constancia-paso-02-1 (paso 2): nueva",
        "constancia-paso-02-2 (paso 2): nueva",
    ]


def test_check_fails_on_a_guide_that_does_not_hold(root: Path) -> None:
    approve_all(root)
    leave_run(root, [failing(all_well()[0], 4, "no se ve «Listo»"), *all_well()[1:]])
    done = order("check")
    assert done.exit_code == 1
    first, second, *_ = done.output.splitlines()
    assert first == "constancia: no cumple"
    assert second.startswith("    paso 3, no cumple: Entonces en el paso 3 ve el aviso")
    assert "No todo cumple. Qué hacer: vea reports/run/index.html" in done.output


def test_check_fails_on_a_guide_that_the_run_did_not_follow(root: Path) -> None:
    approve_all(root)
    write_guide(guides_folder(root)).rename(guides_folder(root) / "otra.md")
    write_guide(guides_folder(root))
    done = order("check")
    assert done.exit_code == 1
    assert done.output.startswith("otra: la última corrida no siguió esta guía\n")


@pytest.mark.parametrize("words", ["approve", "approve --todas", "check"])
def test_without_a_run_it_is_told(words: str, root: Path) -> None:
    (root / "reports" / "run" / "run.json").unlink()
    said, error = refusal(*words.split())
    assert said == ""
    assert "Todavía no hay una corrida que consultar.\n  Qué hacer: " in error
