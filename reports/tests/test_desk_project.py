"""The desk of a whole project, and the order that opens it."""

import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.commands import review
from reports.desk.app import create_app
from reports.desk.of_project import desk_of
from reports.errors import ReportsError
from reports.last_run import keep_run
from reports.paths import approved_folder, guides_folder, run_folder
from reports.pictures.approved import read_approved
from reports.record import write_scenario
from reports.tests.desk_samples import INFO, NOW, TOUCHES, draw
from reports.tests.samples import all_well, read
from reports.verdicts import judge


def make_run(root: Path) -> None:
    """Leave a run behind in which the guide held, with a picture of its second step."""
    record = run_folder(root) / "record"
    guides_folder(root).mkdir(parents=True)
    record.mkdir(parents=True)
    scenarios = all_well()
    look = scenarios[0].sights[1]
    look.picture, look.aria = draw(record, "vista", NOW).name, "vista.aria.yml"
    look.touches = list(TOUCHES)
    (record / look.aria).write_text('- button "Pedir*"\n', "utf-8")
    for number, scenario in enumerate(scenarios):
        write_scenario(record / f"escenario-{number}", scenario)
    keep_run(run_folder(root), INFO, (judge(read(guides_folder(root)), scenarios),))


def test_what_is_approved_at_the_desk_is_approved(tmp_path: Path) -> None:
    make_run(tmp_path)
    client = create_app(desk_of(tmp_path)).test_client()
    page = client.get("/imagenes/constancia-paso-02").text
    form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    data = {**form, "quien": "Luz Ríos"}
    done = client.post("/imagenes/constancia-paso-02/aprobar", data=data, follow_redirects=True)
    assert "Se aprobó la imagen del paso 2 de «Pedir una constancia»." in done.text
    assert "Todo está al día" in done.text
    (approved,) = read_approved(approved_folder(tmp_path))
    assert (approved.name, approved.by) == ("constancia-paso-02", "Luz Ríos")
    assert approved.release == INFO.commit


def test_a_project_without_a_run_has_a_desk_that_says_so(tmp_path: Path) -> None:
    page = create_app(desk_of(tmp_path)).test_client().get("/")
    assert page.status_code == 503
    assert "Todavía no hay una corrida que consultar." in page.text


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(review.command, ["--puerto", str(port)])
    assert isinstance(done.exception, ReportsError)
    assert str(done.exception).startswith(f"No se pudo atender en el puerto {port}")
    assert done.output == ""


@pytest.mark.parametrize("somebody", [True, False])
def test_the_address_is_told_and_opened_for_whoever_is_there(
    monkeypatch: pytest.MonkeyPatch, *, somebody: bool
) -> None:
    def serve(_: object, listening: Callable[[str], object], port: int) -> None:
        listening(f"http://127.0.0.1:{port}")

    opened: list[str] = []
    monkeypatch.setattr(review, "run_forever", serve)
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("CI", raising=False)
    if not somebody:
        monkeypatch.setenv("CI", "1")
    done = CliRunner().invoke(review.command)
    assert done.exit_code == 0
    assert "Mesa de revisión: http://127.0.0.1:8010/   (Ctrl+C para cerrarla)" in done.output
    assert opened == (["http://127.0.0.1:8010/"] if somebody else [])
