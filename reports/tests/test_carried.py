"""For a guide that was not followed the last run answers, while nothing of it has changed."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

import guias
from reports import run as main_job
from reports.guides.guide import Guide
from reports.paths import guides_folder
from reports.record import ScenarioRecord, write_scenario
from reports.tests.html_page import HtmlPage
from reports.tests.samples import all_well, write_guide
from reports.tests.sources_sample import make_project


class Portal:
    """Stands for following guides, and takes note of which."""

    def __init__(self) -> None:
        self.followed: list[list[str]] = []
        self.meanwhile: Callable[[], object] = lambda: None

    def follow(
        self, root: Path, folder: Path, guides: Sequence[Guide], progress: object, **_: object
    ) -> tuple[ScenarioRecord, ...]:
        """Leave the record of guides that hold."""
        assert root
        assert progress
        self.followed.append([guide.name for guide in guides])
        self.meanwhile()
        (folder / "record").mkdir(parents=True)
        kept = []
        for guide in guides:
            for number, scenario in enumerate(all_well()):
                scenario.guide = scenario.guide and guide.name
                scenario.sources = ["steps/portal.py"]
                write_scenario(folder / "record" / f"{guide.name}-{number}", scenario)
                kept.append(scenario)
        return tuple(kept)


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Portal:
    portal = Portal()
    monkeypatch.setattr(main_job, "follow", portal.follow)
    monkeypatch.setattr(main_job, "check_guides", lambda *_: None)
    monkeypatch.setattr(main_job, "write_site", lambda site, *_: site.mkdir())
    return portal


@pytest.fixture
def project(tmp_path: Path, portal: Portal) -> Path:
    """A project of two guides that have just been followed."""
    project = make_project(tmp_path)
    write_guide(guides_folder(project)).rename(guides_folder(project) / "recibo.md")
    write_guide(guides_folder(project))
    follow(project)
    assert portal.followed.pop() == ["constancia", "recibo"]
    return project


def follow(project: Path, *only: str) -> main_job.Run:
    return main_job.follow_guides(project, project / "reports", object(), only=only)


def test_only_what_was_asked_for_is_followed_while_nothing_else_changed(
    project: Path, portal: Portal
) -> None:
    (guides_folder(project) / "constancia.feature").write_text("# otra\n", "utf-8")
    (project / "reports" / "templates" / "guia.html").write_text("otro aspecto", "utf-8")
    run = follow(project, "constancia")
    assert portal.followed == [["constancia"]]
    assert run.followed == ("constancia",)
    page = HtmlPage(run.folder / "index.html").text
    assert "1 guía seguida paso a paso" in page
    assert "De una corrida anterior: «Pedir una constancia»." in page


@pytest.mark.parametrize(
    "changed", ["features/guias/recibo.md", "features/guias/recibo.feature", "steps/reader.py"]
)
def test_what_has_changed_is_followed_too(project: Path, portal: Portal, changed: str) -> None:
    path = project / changed
    path.write_text(path.read_text("utf-8") + "\n" if path.exists() else "# nueva\n", "utf-8")
    run = follow(project, "constancia")
    assert portal.followed == [["constancia", "recibo"]]
    assert "2 guías seguidas paso a paso" in HtmlPage(run.folder / "index.html").text
    follow(project, "constancia")
    assert portal.followed[1:] == [["constancia"]]


def test_where_nobody_knows_what_it_was_made_from_all_are_followed(
    project: Path, portal: Portal
) -> None:
    (project / "reports" / "run" / "fuentes.json").unlink()
    follow(project, "recibo")
    assert portal.followed == [["constancia", "recibo"]]


def test_what_was_saved_while_it_was_followed_is_followed_again(
    project: Path, portal: Portal
) -> None:
    guide = guides_folder(project) / "recibo.md"
    portal.meanwhile = lambda: guide.write_text(f"{guide.read_text('utf-8')}\n", "utf-8")
    follow(project)
    portal.meanwhile = lambda: None
    portal.followed.clear()
    follow(project, "constancia")
    assert portal.followed == [["constancia", "recibo"]]


def test_of_two_runs_at_once_the_later_one_waits(
    project: Path, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    with closing(sqlite3.connect(project / ".guias" / "corrida.lock")) as first:
        first.execute("BEGIN EXCLUSIVE")

        def say(text: str) -> None:
            assert portal.followed == []
            told.append(text)
            guide = guides_folder(project) / "recibo.md"
            guide.rename(guide.with_name("comprobante.md"))  # saved while the later one waits
            first.rollback()

        monkeypatch.setattr(guias, "say", say)
        follow(project)
    assert told == ["· Otra ventana está siguiendo las guías; espero a que termine…"]
    assert portal.followed == [["comprobante", "constancia"]]
