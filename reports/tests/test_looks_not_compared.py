"""Where the browser is another build, looks are not compared, and that is told everywhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from reports.pictures.states import Approved, PictureState, Seen, State
from reports.status import write_status
from reports.terminal import tell_pictures
from reports.tests.desk_client import open_desk, text_of
from reports.tests.desk_samples import make_project
from reports.tests.html_page import HtmlPage
from reports.tests.samples import all_well, read
from reports.tests.shots import shot
from reports.tests.test_status import INFO
from reports.verdicts import judge
from reports.wording import looks_not_compared

NOTE = "De 2 imágenes no se comparó la apariencia: se aprobaron en Chromium 155."


def state(seen: Seen, browser: str, kind: State = State.CURRENT) -> PictureState:
    old = replace(seen, browser=browser)
    approved = Approved(**vars(old), by="Ana", on="2026-11-20", release="abc123")
    return PictureState(seen.name, seen.guide, seen.guide_step, kind, (), approved, seen)


@pytest.fixture
def states(tmp_path: Path) -> list[PictureState]:
    """Two pictures of another build, one of the same, and one that somebody looks at anyway."""
    return [
        state(shot(tmp_path, 1), "Chromium 155"),
        state(shot(tmp_path, 2), "Chromium 156"),
        state(shot(tmp_path, 3), "Chromium 155"),
        state(shot(tmp_path, 4), "Chromium 155", State.CHANGED),
    ]


def test_it_is_counted(states: list[PictureState]) -> None:
    assert looks_not_compared(states) == NOTE
    one = "De una imagen no se comparó la apariencia: se aprobó en Chromium 155."
    assert looks_not_compared(states[:2]) == one
    assert looks_not_compared([states[1], states[3]]) == ""


def test_the_terminal_and_the_page_of_a_run_tell_it(
    tmp_path: Path, states: list[PictureState], capsys: pytest.CaptureFixture[str]
) -> None:
    tell_pictures(states)
    assert NOTE in capsys.readouterr().out
    (tmp_path / "record").mkdir()
    write_status(tmp_path, [judge(read(tmp_path), all_well())], all_well(), states, INFO)
    assert NOTE in HtmlPage(tmp_path / "index.html").text


def test_the_desk_tells_it(tmp_path: Path) -> None:
    told = text_of(open_desk(make_project(tmp_path)).get("/"))
    assert f"recargue esta página. {NOTE}" in told
