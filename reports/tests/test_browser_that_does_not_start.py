"""A browser that is there but does not start is nobody's fault among the guides' steps."""

import sys
from pathlib import Path

import pytest

from reports.paths import run_folder
from reports.tests.project import Done, copy_project, guias


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with what another run left."""
    project = copy_project(tmp_path_factory.mktemp("proyecto"))
    run_folder(project).mkdir()
    (run_folder(project) / "lo de antes").touch()
    return project


@pytest.fixture(scope="module")
def done(project: Path) -> Done:
    """The command with a program that is no browser, on a console that lacks signs."""
    surroundings = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    return guias(project, GUIAS_BROWSER=sys.executable, **surroundings)


def test_it_is_told_with_what_to_do(done: Done) -> None:
    assert done.returncode == 2
    assert f"Error: No se pudo abrir el navegador {sys.executable}: " in done.stderr
    assert "Qué hacer: " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_last_run_stays(done: Done, project: Path) -> None:
    assert done.returncode == 2
    assert (run_folder(project) / "lo de antes").exists()


def test_progress_is_told_on_any_console(done: Done) -> None:
    assert "  ?  1/" in done.stdout
