"""A run at another portal, without the run: what is handed over of it, and what is not."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reports.errors import ReportsError
from reports.other_portal import follow
from reports.other_portal.options import OtherPortal
from reports.record import write_scenario
from reports.run_info import PortalInfo
from reports.tests.samples import all_well, write_guide
from steps.personal_data import Datum, PersonalData

URL = "https://portal.ejemplo.mx/asisste/"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one guide, which was followed before."""
    guides = tmp_path / "features" / "guias"
    guides.mkdir(parents=True)
    write_guide(guides)
    monkeypatch.setattr(follow, "check_guides", lambda *_: None)
    older = tmp_path / "reports" / "elsewhere"
    older.mkdir(parents=True)
    (older / "index.html").write_text("lo de antes", "utf-8")
    return tmp_path


def runs(
    monkeypatch: pytest.MonkeyPatch, log: str, *, ends: bool = True, failed: int = 0
) -> list[str]:
    """Have pytest leave a log and the sample's record; returns what it is told, once it is."""
    told: list[str] = []

    def run_pytest(
        root: Path, record: Path, plugins: Sequence[Any], words: Sequence[str], *, log: str
    ) -> None:
        told.extend(words)
        record.mkdir()
        for number, scenario in enumerate(all_well()):
            write_scenario(record / f"{number}", scenario)
        heard = plugins[1]
        heard.data = PersonalData([Datum("la CURP", "GIMM800101MDFXYZ09")])
        heard.portal = PortalInfo("https://portal.ejemplo.mx")
        heard.pytest_sessionfinish(SimpleNamespace(testsfailed=failed))
        (root / ".guias" / log).write_text(said, "utf-8")
        if not ends:
            raise ReportsError("La corrida no llegó a su fin: agregue --act")

    said = log
    monkeypatch.setattr(follow, "run_pytest", run_pytest)
    return told


def elsewhere(project: Path) -> follow.RunElsewhere:
    """Follow the guide there."""
    return follow.follow_elsewhere(project, project / "reports", object(), OtherPortal(URL))


def test_what_was_found_is_left_apart_from_all_that_is_published(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = runs(monkeypatch, "nada")
    run = elsewhere(project)
    assert f"--base-url={URL}" in told
    assert "(guia and not detalle) or regla" in told
    assert [path.name for path in (project / "reports").iterdir()] == ["elsewhere"]
    assert "portal.ejemplo.mx" in (run.folder / "index.html").read_text("utf-8")
    assert run.exit_code == 0


def test_what_failed_without_a_trace_in_the_record_is_an_error(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(monkeypatch, "nada", failed=2)
    run = elsewhere(project)
    assert (run.failed, run.exit_code) == (2, 1)


@pytest.mark.parametrize("ends", [True, False])
def test_nothing_is_handed_over_that_shows_personal_data(
    project: Path, monkeypatch: pytest.MonkeyPatch, ends: bool
) -> None:
    runs(monkeypatch, "curp=GIMM800101MDFXYZ09", ends=ends)
    with pytest.raises(ReportsError, match=r"corrida-en-otro-portal\.log: la CURP") as error:
        elsewhere(project)
    assert "GIMM" not in str(error.value)
    assert (project / "reports" / "elsewhere" / "index.html").read_text("utf-8") == "lo de antes"
    assert list((project / ".guias").iterdir()) == []


def test_what_pytest_refuses_is_told_in_the_words_of_this_command(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(monkeypatch, "nada", ends=False)
    with pytest.raises(ReportsError, match="agregue --actuar"):
        elsewhere(project)
