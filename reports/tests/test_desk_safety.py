"""The review desk acts for nobody but who sits at it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from reports.pictures.states import Change, Kind
from reports.tests.desk_client import approve, fields_of, open_desk, text_of
from reports.tests.desk_samples import (
    SIGNER,
    WAITING,
    SampleProject,
    make_project,
)

NEW, CHANGED, ORPHAN, OTHER = WAITING
HOSTILE = "\"><script>alert('ñ')</script>"


@pytest.fixture
def project(tmp_path: Path) -> SampleProject:
    return make_project(tmp_path)


@pytest.fixture
def client(project: SampleProject) -> FlaskClient:
    return open_desk(project)


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


def test_who_signs_is_in_no_address(client: FlaskClient) -> None:
    form = {**fields_of(client, f"/imagenes/{CHANGED}"), "quien": "Luz Ríos", "motivo": "Luz"}
    for act in ("aprobar", "rechazar"):
        answer = client.post(f"/imagenes/{CHANGED}/{act}", data=form)
        assert answer.status_code == 303
        assert "Luz" not in answer.headers["Location"]


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
