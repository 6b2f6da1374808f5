"""What the pages of the review desk tell."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from reports.pictures.annotate import annotate
from reports.pictures.states import State
from reports.tests.desk_client import open_desk, text_of
from reports.tests.desk_samples import (
    BEFORE,
    TOUCHES,
    WAITING,
    SampleProject,
    draw,
    make_project,
)
from reports.verdicts import Verdict

NEW, CHANGED, ORPHAN, OTHER = WAITING


@pytest.fixture
def project(tmp_path: Path) -> SampleProject:
    return make_project(tmp_path)


@pytest.fixture
def client(project: SampleProject) -> FlaskClient:
    return open_desk(project)


def test_the_index_tells_what_waits_by_guide_and_in_words(client: FlaskClient) -> None:
    told = text_of(client.get("/"))
    assert told.startswith("4 imágenes esperan su revisión")
    assert "20 de noviembre de 2026, 14:05 h, con Chromium 156" in told
    first, _, second = told.partition("Recoger el recibo")
    assert "3 imágenes esperan su revisión · 1 vigente" in first
    for words in (
        "Paso 1: Pantalla 1 nueva Nadie la ha aprobado",
        "Paso 2: Pantalla 2 cambió renombrado «Constancias» ahora dice «Mis constancias».",
        "nuevo Apareció el vínculo «Ayuda».",
        "Paso 9: Pantalla 9 huérfana Ningún paso la muestra ya",
    ):
        assert words in first
    assert "Una imagen espera su revisión · 1 vigente" in second
    assert "Paso 3" not in told


def test_a_picture_says_what_changed_who_approved_it_and_what_the_guide_says(
    client: FlaskClient,
) -> None:
    told = text_of(client.get(f"/imagenes/{CHANGED}"))
    for words in (
        "2 de 4",
        "Pedir una constancia Paso 2: Pantalla 2 cambió",
        "Ana Pérez, 5 de octubre de 2026, con Chromium 155, versión v1.4",
        "La de esta corrida 20 de noviembre de 2026, 14:05 h, con Chromium 156",
        "Elija Constancias y oprima Pedir* .",
    ):
        assert words in told
    assert "La guía ya no tiene un paso 9." in text_of(client.get(f"/imagenes/{ORPHAN}"))


def test_a_new_run_shows_as_soon_as_a_page_is_reloaded(
    client: FlaskClient, project: SampleProject
) -> None:
    assert "4 imágenes" in text_of(client.get("/"))
    project.states = [one for one in project.states if one.name != NEW]
    assert "3 imágenes" in text_of(client.get("/"))


def test_all_is_well_only_when_nothing_waits_and_all_guides_hold(
    client: FlaskClient, project: SampleProject
) -> None:
    project.states = [one for one in project.states if one.state is State.CURRENT]
    assert text_of(client.get("/")).startswith("Todo está al día Las 2 imágenes de las guías son")
    project.verdicts["recibo"] = Verdict.UNCHECKED
    assert text_of(client.get("/")).startswith("Nada espera su revisión")
    project.verdicts["recibo"] = Verdict.HOLDS
    project.states = []
    assert "Ninguna guía tiene imágenes todavía." in text_of(client.get("/"))


def test_without_a_run_the_page_says_what_to_do_and_recovers(
    client: FlaskClient, project: SampleProject
) -> None:
    verdicts, project.verdicts = project.verdicts, {}
    page = client.get("/")
    assert page.status_code == 503
    assert "Todavía no hay una corrida. Qué hacer: siga las guías una vez." in text_of(page)
    project.verdicts = verdicts
    assert client.get("/").status_code == 200


def test_a_broken_guide_is_told_by_its_line(client: FlaskClient, project: SampleProject) -> None:
    path = project.folder / "guias" / "recibo.md"
    path.write_text(path.read_text("utf-8").replace("## Aviso", "## Avisos"), "utf-8")
    page = client.get("/")
    assert page.status_code == 503
    assert "una guía no tiene una sección «Avisos»" in text_of(page)


@pytest.mark.parametrize(
    "address",
    [
        "/imagenes/nadie",
        "/imagenes/constancia-paso-03",  # vigente
        "/imagenes/..%2f..%2fpyproject.toml",
        "/guias/nadie/aprobar",
        "/archivos/nada.png",
        "/archivos/..%2fantes.png",
        f"/diferencias/{'0' * 64}/{'1' * 64}.png",
        "/fuentes/Italic.ttf",
        "/fuentes/..%2f..%2fx.ttf",
        "/static/../app.py",
        "/nada",
    ],
)
def test_what_is_not_there_is_told(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Ir al inicio de la mesa" in text_of(answer)


def test_a_picture_is_found_once_it_was_shown_and_while_it_is_the_same(
    client: FlaskClient, project: SampleProject
) -> None:
    now = project.folder / "ahora.png"
    digest = sha256(now.read_bytes()).hexdigest()
    old = sha256((project.folder / "antes.png").read_bytes()).hexdigest()
    assert client.get(f"/archivos/{digest}.png").status_code == 404
    assert digest in client.get(f"/imagenes/{CHANGED}").get_data(as_text=True)
    assert client.get(f"/archivos/{digest}.png").data == now.read_bytes()
    both = client.get(f"/diferencias/{old}/{digest}.png")
    assert both.mimetype == "image/png"
    assert both.data.startswith(b"\x89PNG")
    link = re.search(r"/publicadas/\w+/\w+\.png", client.get(f"/imagenes/{CHANGED}").text)
    assert link
    drawn = project.folder / "dibujada.png"
    annotate(now, TOUCHES, drawn)
    assert client.get(link[0]).data == drawn.read_bytes()
    assert client.get(f"/publicadas/{digest}/{'0' * 64}.png").status_code == 404
    draw(project.folder, "ahora", BEFORE)
    for address in (f"/archivos/{digest}.png", f"/diferencias/{old}/{digest}.png", link[0]):
        assert client.get(address).status_code == 404


def test_a_file_that_is_missing_or_no_picture_is_told(
    client: FlaskClient, project: SampleProject
) -> None:
    (project.folder / "antes.png").unlink()
    (project.folder / "ahora.png").write_text("nada")
    told = text_of(client.get(f"/imagenes/{CHANGED}"))
    assert "No se encontró el archivo de la imagen aprobada." in told
    assert "No se encontró el archivo de la imagen de esta corrida." in told
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 3}', '{"a": {"reason": "x"}}'])
def test_a_broken_list_of_rejections_is_told(
    client: FlaskClient, project: SampleProject, text: str
) -> None:
    project.desk.rejections.write_text(text, "utf-8")
    page = client.get("/")
    assert page.status_code == 503
    assert "Qué hacer: borre ese archivo" in text_of(page)
