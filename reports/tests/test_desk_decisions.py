"""What is approved and rejected at the review desk, and what never is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Self

import pytest
from flask.testing import FlaskClient

from reports.desk import decisions
from reports.desk.rejections import Rejection, add_rejection, read_rejections
from reports.errors import ReportsError
from reports.pictures.states import Change, Kind, State
from reports.tests.desk_client import approve, fields_of, open_desk, reject, send, text_of
from reports.tests.desk_samples import (
    BEFORE,
    NOW,
    SIGNER,
    WAITING,
    SampleProject,
    draw,
    make_project,
    state,
)
from reports.tests.samples import failing
from reports.verdicts import Verdict

NEW, CHANGED, ORPHAN, OTHER = WAITING


@pytest.fixture
def project(tmp_path: Path) -> SampleProject:
    return make_project(tmp_path)


@pytest.fixture
def client(project: SampleProject) -> FlaskClient:
    return open_desk(project)


def test_what_is_approved_is_what_was_asked_in_the_name_that_was_written(
    client: FlaskClient, project: SampleProject
) -> None:
    told = text_of(approve(client, CHANGED, quien="  Luz   Ríos "))
    assert project.approved == [(CHANGED, "Luz Ríos")]
    assert told.startswith("Se aprobó la imagen del paso 2 de «Pedir una constancia».")
    assert "Todas 2 de 3" in told, "the next one that waits"
    assert "Paso 9: Pantalla 9 huérfana" in told
    assert 'value="  Luz   Ríos "' in client.get(f"/imagenes/{NEW}").get_data(as_text=True)


def test_approving_an_orphan_is_said_to_retire_it(client: FlaskClient) -> None:
    assert "Retirar la imagen" in text_of(client.get(f"/imagenes/{ORPHAN}"))
    assert text_of(approve(client, ORPHAN)).startswith("Se retiró la imagen del paso 9")


def test_behind_the_last_one_comes_the_first_that_is_undecided(client: FlaskClient) -> None:
    assert "Todas 1 de 3" in text_of(approve(client, OTHER))
    reject(client, CHANGED)
    assert "Todas 2 de 2" in text_of(approve(client, NEW))
    assert "Nada espera su revisión" in text_of(approve(client, ORPHAN))


@pytest.mark.parametrize(
    ("address", "names", "told"),
    [
        ("/aprobar", WAITING, "Se aprobaron 3 imágenes. Se retiró una imagen. Todo está al día"),
        ("/guias/recibo/aprobar", (OTHER,), "Se aprobó la imagen del paso 1 de «Recoger"),
    ],
)
def test_many_are_approved_after_asking(
    client: FlaskClient, project: SampleProject, address: str, names: tuple[str, ...], told: str
) -> None:
    how_many = "una imagen" if len(names) == 1 else f"{len(names)} imágenes"
    assert f"Sí, aprobar {how_many}" in text_of(client.get(address))
    assert project.approved == []
    assert text_of(send(client, address, address)).startswith(told)
    assert project.approved == [(name, SIGNER) for name in names]


class OnThatDay(date):
    """A calendar that shows one day."""

    @classmethod
    def today(cls) -> Self:
        """Return it."""
        return cls(2026, 11, 3)


def test_what_was_rejected_is_told_with_its_reason_and_left_out_of_all(
    client: FlaskClient, project: SampleProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decisions, "date", OnThatDay)
    told = text_of(reject(client, CHANGED, motivo=" El botón\nquedó tapado. "))
    assert told.startswith("Se rechazó la imagen del paso 2 de «Pedir una constancia».")
    expected = {CHANGED: Rejection("El botón quedó tapado.", SIGNER, "2026-11-03")}
    assert read_rejections(project.desk.rejections) == expected
    index = text_of(client.get("/"))
    assert index.startswith("3 imágenes esperan su revisión Además, una imagen rechazada espera")
    assert "Rechazada: El botón quedó tapado. Ana Pérez" in index
    assert "No se incluye una rechazada" in text_of(client.get("/aprobar"))
    send(client, "/aprobar", "/aprobar")
    assert {name for name, _ in project.approved} == set(WAITING) - {CHANGED}


def test_approving_takes_a_rejection_back(client: FlaskClient, project: SampleProject) -> None:
    for name in (CHANGED, OTHER):
        reject(client, name)
    approve(client, CHANGED)
    assert project.approved == [(CHANGED, SIGNER)]
    assert set(read_rejections(project.desk.rejections)) == {OTHER}


def another_run(project: SampleProject) -> None:
    """Have another run see something else in the picture that changed."""
    shown = next(one for one in project.states if one.name == CHANGED)
    assert shown.seen
    look = draw(project.folder, "otra", (9, 9, 9))
    project.change(CHANGED, replace(shown, seen=replace(shown.seen, picture=look)))


def same_file_other_bytes(project: SampleProject) -> None:
    """Have another run put its picture in the same place."""
    draw(project.folder, "ahora", (9, 9, 9))


def other_meaning(project: SampleProject) -> None:
    """Have another run see the same pixels with another meaning."""
    shown = next(one for one in project.states if one.name == CHANGED)
    project.change(CHANGED, replace(shown, changes=(Change(Kind.MISSING, "Falta «Ayuda»."),)))


def approved_meanwhile(project: SampleProject) -> None:
    """Have somebody else approve it."""
    [changed] = [state for state in project.states if state.name == CHANGED]
    project.approve([changed], "Luz Ríos")


@pytest.mark.parametrize(
    ("meanwhile", "why"),
    [
        (another_run, "no es la misma que usted estaba mirando"),
        (same_file_other_bytes, "no es la misma que usted estaba mirando"),
        (other_meaning, "no es la misma que usted estaba mirando"),
        (approved_meanwhile, "ya no espera"),
    ],
)
@pytest.mark.parametrize("act", ["aprobar", "rechazar", "todo"])
def test_nothing_is_decided_but_what_was_shown(
    client: FlaskClient,
    project: SampleProject,
    meanwhile: Callable[[SampleProject], None],
    why: str,
    act: str,
) -> None:
    page = "/aprobar" if act == "todo" else f"/imagenes/{CHANGED}"
    form = fields_of(client, page)
    meanwhile(project)
    before = list(project.approved)
    target = page if act == "todo" else f"{page}/{act}"
    answer = client.post(target, data={**form, "quien": SIGNER}, follow_redirects=True)
    assert why in text_of(answer)
    assert project.approved == before
    assert read_rejections(project.desk.rejections) == {}


def test_a_run_that_saw_the_same_does_not_disturb(
    client: FlaskClient, project: SampleProject
) -> None:
    form = fields_of(client, f"/imagenes/{CHANGED}")
    shown = next(one for one in project.states if one.name == CHANGED)
    assert shown.seen
    elsewhere = draw(project.folder, "misma", NOW)
    project.change(CHANGED, replace(shown, seen=replace(shown.seen, picture=elsewhere)))
    client.post(f"/imagenes/{CHANGED}/aprobar", data={**form, "quien": SIGNER})
    assert project.approved == [(CHANGED, SIGNER)]


@pytest.mark.parametrize("verdict", [Verdict.FAILS, None])
def test_of_a_guide_that_does_not_hold_nothing_is_approved(
    client: FlaskClient, project: SampleProject, verdict: Verdict | None
) -> None:
    form = fields_of(client, f"/imagenes/{CHANGED}")
    failing(project.scenarios[0], 3, "no se pudo oprimir «Pedir*»")
    del project.verdicts["constancia"]
    project.verdicts |= {"constancia": verdict} if verdict else {}
    index, page = text_of(client.get("/")), text_of(client.get(f"/imagenes/{CHANGED}"))
    why = "el veredicto de esta guía fue «no cumple»" if verdict else "no siguió esta guía"
    assert "De esta guía no se puede aprobar nada." in index
    assert ('Paso 2: Y oprime "Pedir*" — no se pudo oprimir' in index) is bool(verdict)
    for told in (index, page):
        assert why in told
    assert 'id="aprobar"' not in client.get(f"/imagenes/{CHANGED}").get_data(as_text=True)
    assert "Sí, aprobar una imagen" in text_of(client.get("/aprobar")), "the other guide's"
    data = {**form, "quien": SIGNER}
    refused = client.post(f"/imagenes/{CHANGED}/aprobar", data=data, follow_redirects=True)
    assert f"{why}. No se aprobó nada de ella." in text_of(refused)
    assert project.approved == []


def test_an_orphan_of_a_guide_that_is_gone_can_be_retired(
    client: FlaskClient, project: SampleProject
) -> None:
    old = draw(project.folder, "vieja", BEFORE)
    project.states.append(state("borrada", 1, State.ORPHAN, old, None))
    assert "borrada Una imagen espera su revisión · el archivo de esta guía ya no existe" in (
        text_of(client.get("/"))
    )
    approve(client, "borrada-paso-01")
    assert project.approved == [("borrada-paso-01", SIGNER)]


def test_what_could_not_be_approved_is_told_where_it_was_asked(
    client: FlaskClient, project: SampleProject
) -> None:
    project.broken = "No se pudo escribir el manifiesto.\n  Qué hacer: libere espacio."
    told = text_of(approve(client, CHANGED))
    assert told.startswith("No se pudo escribir el manifiesto. Qué hacer: libere espacio.")
    assert "Paso 2: Pantalla 2" in told


@pytest.mark.parametrize("by", ["", " \t", "x" * 81])
def test_nobody_and_names_without_end_sign_nothing(
    client: FlaskClient, project: SampleProject, by: str
) -> None:
    assert "quien aprueba" in text_of(approve(client, CHANGED, quien=by))
    assert "quien rechaza" in text_of(reject(client, CHANGED, quien=by))
    assert project.approved == []
    assert not project.desk.rejections.exists()


def test_a_rejection_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rechazos.json"
    first = Rejection("Se ve borrosa.", SIGNER, "2026-11-20")
    add_rejection(path, NEW, first)

    def no_room(self: Path, target: Path) -> Path:
        raise OSError(28, f"No space left on device: {self} {target}")

    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(ReportsError, match="Qué hacer: revise que el disco tenga espacio"):
        add_rejection(path, CHANGED, first)
    assert read_rejections(path) == {NEW: first}
