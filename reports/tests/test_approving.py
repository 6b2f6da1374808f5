"""What may be approved of the last run, and what may not."""

import getpass
import subprocess
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.paths import approved_folder, guides_folder, run_folder
from reports.pictures.approved import read_approved
from reports.pictures.approving import approvable, approve_names, approve_pictures, who
from reports.pictures.states import State, drifted
from reports.tests.project import contents
from reports.tests.samples import all_well, failing, sight
from reports.tests.screens import DETAIL, SCREEN
from reports.tests.shots import RED, approve_all, leave_run, png

ALL = ("constancia-paso-01", "constancia-paso-02", "constancia-paso-03")
OTHER = SCREEN.replace('"Salir"', '"Volver"')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of one guide, whose last run is all well and has nothing approved."""
    leave_run(tmp_path)
    return tmp_path


def approved(root: Path) -> list[tuple[str, str, str]]:
    known = read_approved(approved_folder(root))
    return [(picture.name, picture.by, picture.release) for picture in known]


def states(root: Path) -> list[str]:
    return [state.state.value for state in approvable(root)]


def test_a_guide_a_picture_or_several_of_both(root: Path) -> None:
    assert states(root) == [State.NEW] * 3
    assert approve_names(root, ["constancia-paso-02"], "Ana") == ALL[1:2]
    assert states(root) == [State.NEW, State.CURRENT, State.NEW]
    assert approve_names(root, ["constancia", "constancia-paso-03"], " Luz ") == (ALL[0], ALL[2])
    assert states(root) == [State.CURRENT] * 3
    assert approved(root) == [
        (ALL[0], "Luz", "abc123"),
        (ALL[1], "Ana", "abc123"),
        (ALL[2], "Luz", "abc123"),
    ]


def test_what_changed_is_vigente_once_approved(root: Path) -> None:
    approve_all(root)
    leave_run(root, screens={2: OTHER})
    [changed] = drifted(approvable(root))
    assert [change.text for change in changed.changes] == [
        "El botón «Salir» ahora se llama «Volver»"
    ]
    approve_names(root, ["constancia"], "Luz")
    assert states(root) == [State.CURRENT] * 3
    assert [by for _, by, _ in approved(root)] == ["Ana", "Luz", "Ana"]


def test_orphans_are_taken_out_with_what_is_approved(root: Path) -> None:
    approve_all(root)
    scenarios = all_well()
    scenarios[0].sights.insert(1, sight(2, "Menú"))
    leave_run(root, scenarios, screens={1: OTHER})
    assert states(root) == [
        *(State.CHANGED, State.ORPHAN),
        *(State.NEW, State.NEW, State.CURRENT),
    ]
    done = ("constancia-paso-01", *(f"constancia-paso-02{place}" for place in ("", "-1", "-2")))
    assert approve_names(root, ["constancia"], "Luz") == done
    assert [(name, by) for name, by, _ in approved(root)] == [
        ("constancia-paso-01", "Luz"),
        ("constancia-paso-02-1", "Luz"),
        ("constancia-paso-02-2", "Luz"),
        ("constancia-paso-03", "Ana"),
    ]


def test_a_guide_that_is_gone_can_be_taken_out(root: Path) -> None:
    approve_all(root)
    run = run_folder(root) / "run.json"
    run.write_text(run.read_text("utf-8").replace('"constancia": "cumple"', ""), "utf-8")
    for path in (run_folder(root) / "record").glob("*.json"):
        path.unlink()
    with pytest.raises(ReportsError, match="La última corrida no siguió la guía «constancia»"):
        approve_names(root, ["constancia"], "Luz")
    (guides_folder(root) / "constancia.md").unlink()
    assert approve_names(root, ["constancia"], "Luz") == ALL
    assert approved(root) == []


@pytest.mark.parametrize("how", ["failed", "text"])
def test_a_guide_that_does_not_hold_is_not_approved(root: Path, how: str) -> None:
    approve_all(root)
    scenarios = all_well()
    if how == "failed":
        failing(scenarios[0], 4, "no se ve «Listo»")
    else:
        scenarios[0].sights[0].texts = ["Otra cosa"]
    leave_run(root, scenarios, screens={1: OTHER, 2: DETAIL})
    before = contents(root / "reports" / "approved", "[!.]*")
    for names in (["constancia"], ["constancia-paso-01"]):
        with pytest.raises(ReportsError, match=r"no se aprobó nada\.\n  Qué hacer: ") as caught:
            approve_names(root, names, "Luz")
        verdict = "no cumple" if how == "failed" else "texto distinto"
        assert f"la guía «constancia» quedó en «{verdict}»" in str(caught.value)
    assert contents(root / "reports" / "approved", "[!.]*") == before


def test_what_was_looked_at_is_approved_and_not_what_another_run_saw_since(root: Path) -> None:
    approve_all(root)
    leave_run(root, screens={2: OTHER})
    looked_at = drifted(approvable(root))
    [picture] = [one.seen.picture for one in looked_at if one.seen]
    seen = picture.read_bytes()
    png(picture, RED)  # as another run leaves it
    with pytest.raises(ReportsError, match="cambió mientras se aprobaba; no se aprobó nada"):
        approve_pictures(root, looked_at, "Luz")
    assert {by for _, by, _ in approved(root)} == {"Ana"}
    picture.write_bytes(seen)
    assert approve_pictures(root, looked_at, "Luz") == ALL[1:2]
    assert states(root) == [State.CURRENT] * 3


def test_one_wrong_name_and_nothing_is_approved(root: Path) -> None:
    with pytest.raises(ReportsError, match="¿Quiso decir «constancia-paso-03»") as caught:
        approve_names(root, ["constancia-paso-01", "constancia-paso-33"], "Ana")
    assert "No hay una guía ni una imagen «constancia-paso-33»" in str(caught.value)
    with pytest.raises(ReportsError, match="«zzz»\\.\n  Qué hacer: "):
        approve_names(root, ["zzz"], "Ana")
    assert approved(root) == []


def test_nothing_waits(root: Path) -> None:
    approve_all(root)
    with pytest.raises(ReportsError, match="las imágenes están vigentes"):
        approve_names(root, ["constancia"], "Ana")
    with pytest.raises(ReportsError, match="las imágenes están vigentes"):
        approve_names(root, [], "Ana")


def test_somebody_approves(root: Path) -> None:
    with pytest.raises(ReportsError, match="Falta decir quién aprueba"):
        approve_names(root, ["constancia"], "  ")
    assert approved(root) == []


def test_without_a_run_there_is_nothing_to_approve(tmp_path: Path) -> None:
    for ask in (approvable, lambda root: approve_names(root, ["constancia"], "Ana")):
        with pytest.raises(ReportsError, match="Todavía no hay una corrida"):
            ask(tmp_path)


def test_who_is_at_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    def git(said: str | None) -> None:
        def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            assert command[-2:] == ["config", "user.name"]
            if said is None:
                raise FileNotFoundError(command[0])
            return subprocess.CompletedProcess(command, 0, said)

        monkeypatch.setattr(subprocess, "run", run)

    monkeypatch.setattr(getpass, "getuser", lambda: "usuario")
    git("Ana Ruiz\n")
    assert who() == "Ana Ruiz"
    git("")
    assert who() == "usuario"
    git(None)
    assert who() == "usuario"
