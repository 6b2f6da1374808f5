"""The review desk, asked without a browser: what it tells, what it does, and what it refuses."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from werkzeug.test import TestResponse

from reports.desk.app import create_app
from reports.desk.rejections import Rejection, add_rejection, read_rejections
from reports.errors import ReportsError
from reports.pictures.annotate import annotate
from reports.pictures.states import Change, Kind, State
from reports.tests.desk_samples import (
    BEFORE,
    NOW,
    SIGNER,
    TOUCHES,
    WAITING,
    SampleProject,
    draw,
    make_project,
    state,
)
from reports.tests.samples import failing
from reports.verdicts import Verdict

NEW, CHANGED, ORPHAN, OTHER = WAITING
HOSTILE = "\"><script>alert('ñ')</script>"


@pytest.fixture
def project(tmp_path: Path) -> SampleProject:
    return make_project(tmp_path)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("plantillas")))


@pytest.fixture
def client(project: SampleProject, compiled: FileSystemBytecodeCache) -> FlaskClient:
    app = create_app(project.desk)
    app.jinja_env.bytecode_cache = compiled
    return app.test_client()


def text_of(page: TestResponse) -> str:
    """Return the words of a page, in one line."""
    body = page.get_data(as_text=True).partition("<main>")[2].partition("<dialog")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def fields_of(client: FlaskClient, address: str) -> dict[str, list[str]]:
    """Return the hidden fields of a page's first form."""
    body = client.get(address).get_data(as_text=True)
    form = body.partition('<form method="post"')[2].partition("</form>")[0]
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: [value for key, value in hidden if key == name] for name, _ in hidden}


def send(client: FlaskClient, address: str, shown_at: str, **more: str | list[str]) -> TestResponse:
    """Send the form that a page showed, and return the page that follows."""
    form = {"quien": SIGNER, **fields_of(client, shown_at), **more}
    return client.post(address, data=form, follow_redirects=True)


def approve(client: FlaskClient, name: str, **more: str | list[str]) -> TestResponse:
    return send(client, f"/imagenes/{name}/aprobar", f"/imagenes/{name}", **more)


def reject(client: FlaskClient, name: str, **more: str | list[str]) -> TestResponse:
    return send(client, f"/imagenes/{name}/rechazar", f"/imagenes/{name}", **more)


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


def test_what_was_rejected_is_told_with_its_reason_and_left_out_of_all(
    client: FlaskClient, project: SampleProject
) -> None:
    told = text_of(reject(client, CHANGED, motivo=" El botón\nquedó tapado. "))
    assert told.startswith("Se rechazó la imagen del paso 2 de «Pedir una constancia».")
    today = date.today().isoformat()  # noqa: DTZ011
    expected = {CHANGED: Rejection("El botón quedó tapado.", SIGNER, today)}
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
    project.approve([CHANGED], "Luz Ríos")


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


def test_who_signs_is_in_no_address(client: FlaskClient) -> None:
    form = {**fields_of(client, f"/imagenes/{CHANGED}"), "quien": "Luz Ríos", "motivo": "Luz"}
    for act in ("aprobar", "rechazar"):
        answer = client.post(f"/imagenes/{CHANGED}/{act}", data=form)
        assert answer.status_code == 303
        assert "Luz" not in answer.headers["Location"]


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


def test_only_forms_that_this_desk_has_shown_act(
    client: FlaskClient, project: SampleProject
) -> None:
    form = {**fields_of(client, f"/imagenes/{CHANGED}"), "quien": SIGNER}
    pages = {"/aprobar": fields_of(client, "/aprobar")}
    targets = {f"/imagenes/{CHANGED}/{act}": form for act in ("aprobar", "rechazar")} | pages
    for address, data in targets.items():
        foreign = {"Sec-Fetch-Site": "cross-site"}
        for forged, headers in (
            ({**data, "llave": ""}, {}),
            ({**data, "llave": "otra"}, {}),
            ({**data, "llave": "ñ"}, {}),
            (data, foreign),
        ):
            answer = client.post(address, data=forged, headers=headers)
            assert answer.status_code == 403
            assert "Esta página ya no sirve para decidir" in text_of(answer)
    assert project.approved == []
    assert not project.desk.rejections.exists()


def test_an_address_alone_changes_nothing(client: FlaskClient, project: SampleProject) -> None:
    for act in ("aprobar", "rechazar"):
        assert client.get(f"/imagenes/{CHANGED}/{act}").status_code == 405
    assert project.approved == []


@pytest.mark.parametrize("host", ["atacante.example", "127.0.0.1.atacante.example", "10.0.0.1"])
def test_other_names_than_this_machines_are_refused(client: FlaskClient, host: str) -> None:
    answer = client.get("/", headers={"Host": f"{host}:8010"})
    assert answer.status_code == 400
    assert answer.get_data(as_text=True).startswith("La mesa solo atiende en esta computadora")
    assert client.get("/", headers={"Host": "127.0.0.1:8010"}).status_code == 200


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


def test_hostile_words_are_words(client: FlaskClient, project: SampleProject) -> None:
    shown = next(one for one in project.states if one.name == CHANGED)
    assert shown.seen
    touch = replace(shown.seen.touches[0], name=HOSTILE)
    seen = replace(shown.seen, title=HOSTILE, browser=HOSTILE, touches=(touch,))
    project.change(CHANGED, replace(shown, seen=seen, changes=(Change(Kind.ADDED, HOSTILE),)))
    form = fields_of(client, f"/imagenes/{CHANGED}")
    data = {**form, "quien": HOSTILE, "motivo": HOSTILE}
    client.post(f"/imagenes/{CHANGED}/rechazar", data=data)
    for address in ("/", f"/imagenes/{CHANGED}", f"/guias/{HOSTILE}/aprobar"):
        page = client.get(address)
        assert "alert(" not in re.sub("&lt;script&gt;alert\\(", "", page.get_data(as_text=True))
    assert text_of(client.get("/")).count(HOSTILE) == 4, "title, change, reason and who"


def test_every_answer_says_how_it_may_be_used(client: FlaskClient) -> None:
    for address in ("/", f"/imagenes/{CHANGED}", "/nada", "/static/mesa.js", "/fuentes/Bold.ttf"):
        with client.get(address) as answer:
            headers = answer.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Robots-Tag"] == "noindex"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "no-referrer"
    assert client.get("/").headers["Cache-Control"] == "no-store"
    cookie = approve(client, NEW).history[0].headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


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


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 3}', '{"a": {"reason": "x"}}'])
def test_a_broken_list_of_rejections_is_told(
    client: FlaskClient, project: SampleProject, text: str
) -> None:
    project.desk.rejections.write_text(text, "utf-8")
    page = client.get("/")
    assert page.status_code == 503
    assert "Qué hacer: borre ese archivo" in text_of(page)
