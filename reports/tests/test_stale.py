"""What has to be rebuilt and what a file touches, by what was kept: no browser, no run."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from guias import ASKED_FROM
from reports.commands import stale, why
from reports.errors import ReportsError
from reports.guides.guide import Guide
from reports.sources.reach import named_source
from reports.sources.staleness import in_words
from reports.tests.project import ROOT
from reports.tests.samples import read
from reports.tests.sources_sample import FORM, SECOND, make_project, publish


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture
def guide(project: Path) -> Guide:
    return read(project / "features" / "guias")


def said(order: object, project: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    monkeypatch.setattr(f"reports.commands.{order.__name__.split('.')[-1]}.ROOT", project)  # type: ignore[attr-defined]
    monkeypatch.chdir(project)
    result = CliRunner().invoke(order.command, words)  # type: ignore[attr-defined]
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return f"{result.exit_code}\n{result.output}"


def test_nothing_published(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(stale, project, monkeypatch).startswith("1\nTodavía no hay nada publicado")
    with pytest.raises(ReportsError, match="Todavía no hay nada publicado"):
        said(why, project, monkeypatch, FORM)


def test_nothing_changed(project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(project, guide)
    assert said(stale, project, monkeypatch) == "0\nconstancia: al día\n"


def test_what_changed_is_told_with_the_pictures_that_it_touches(
    project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(project, guide)
    (project / FORM).write_text("otra cosa", "utf-8")
    (project / "steps" / "reader.py").unlink()
    (project / "reports" / "approved").mkdir()
    (project / "reports" / "approved" / "manifest.json").write_text("{}", "utf-8")
    told = said(stale, project, monkeypatch)
    assert told.startswith("1\nconstancia: hay que rehacerla\n")
    assert f"cambió: {FORM} (imágenes: paso 2)" in told
    assert "ya no está: steps/reader.py (todas sus imágenes)" in told
    assert "es nuevo: reports/approved/manifest.json (su documento" in told
    assert told.count("\n  ") == 3
    assert "Qué hacer: siga las guías, con guias.py" in told


def test_guides_that_came_or_went(
    project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(project, guide)
    folder = project / "features" / "guias"
    (folder / "nueva.feature").write_text("", "utf-8")
    assert said(stale, project, monkeypatch) == (
        "1\nconstancia: al día\nnueva: nunca se ha publicado\n"
        "Qué hacer: siga las guías, con guias.py sin nada más.\n"
    )
    for name in ("nueva.feature", "constancia.md", "constancia.feature"):
        (folder / name).unlink()
    assert "constancia: está publicada, y ya no existen" in said(stale, project, monkeypatch)


def test_another_browser_is_no_more_than_said(
    project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(project, guide)
    last = project / "reports" / "run" / "run.json"
    last.parent.mkdir()
    last.write_text(json.dumps({"info": {"browser": "Chromium 157"}}), "utf-8")
    told = said(stale, project, monkeypatch)
    assert told.startswith("0\n")
    assert "la última corrida fue en Chromium 157; lo publicado, en Chromium 156" in told


def test_what_a_file_touches(project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(project, guide)
    told = said(why, project, monkeypatch, FORM.replace("/", "\\"))
    assert told == f"0\nDe {FORM} salen:\n  constancia: paso 2\n    {SECOND}\n"
    assert "constancia: pasos 1 a 2" in said(why, project, monkeypatch, "stub_portal/app.py")
    told = said(why, project, monkeypatch, "reports/wording.py")
    assert "constancia: su documento o lo que afirma" in told
    told = said(why, project, monkeypatch, "stub_portal/templates/other.html")
    assert told.startswith("0\nNadie usa stub_portal/templates/other.html")
    shutil.copy(project / FORM, project / "steps" / "nuevo.py")
    told = said(why, project, monkeypatch, "steps/nuevo.py")
    assert "es nuevo: no estaba cuando se publicó" in told


def test_a_file_that_has_gone_is_still_told(
    project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(project, guide)
    (project / FORM).unlink()
    assert f"    {SECOND}\n" in said(why, project, monkeypatch, FORM)


def test_the_launcher_says_where_one_is(
    project: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(project, guide)
    monkeypatch.setenv(ASKED_FROM, str(project / "steps"))
    assert "steps/reader.py" in said(why, project, monkeypatch, "reader.py")


def test_a_file_is_named_from_where_one_is(project: Path) -> None:
    known = {FORM, "steps/reader.py"}
    for here, words in (
        (project / "steps", "reader.py"),
        (project / "steps", "screens/../reader.py"),
        (project / "steps", "steps/reader.py"),
        (project / "steps" / "screens", "..\\reader.py"),
        (project, str(project / "steps" / "reader.py")),
    ):
        assert named_source(project, here, words, known) == "steps/reader.py"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("steps/raeder.py", "lo más parecido es steps/reader.py"),
        ("templates/form.htm", f"lo más parecido es {FORM}"),
        ("xyz", "revise el nombre; se escribe desde la carpeta del proyecto"),
        ("steps", "steps es una carpeta"),
        ("../otro.py", "../otro.py está fuera del proyecto"),
    ],
)
def test_a_file_that_nobody_knows(project: Path, words: str, told: str) -> None:
    with pytest.raises(ReportsError) as error:
        named_source(project, project, words, {FORM, "steps/reader.py"})
    assert told in str(error.value)
    assert "Qué hacer:" in str(error.value)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([4], "paso 4"), ([2, 1, 2], "pasos 1 a 2"), ([1, 2, 3, 5, 7, 8], "pasos 1 a 3, 5 y 7 a 8")],
)
def test_steps_in_words(numbers: list[int], words: str) -> None:
    assert in_words(numbers) == words


def test_the_quick_orders_wait_for_nothing_heavy() -> None:
    heavy = {"pytest", "playwright", "flask", "jinja2", "markdown_it", "PIL", "docx"}
    code = (
        "import sys, reports.cli, reports.commands.stale, reports.commands.why; print(*sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())
