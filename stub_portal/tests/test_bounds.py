"""How much can be sent, and what is said to whoever sends more."""

import socket
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from flask import Flask

from stub_portal import serving
from stub_portal.domain.people import Person
from stub_portal.tests.visitor import Visitor
from stub_portal.web import bounds

FORM = "/citas/bitacora"
TOO_MUCH = "Enviaste demasiada información"


def test_a_body_has_a_largest_size(visitor: Visitor) -> None:
    field = "a" * (bounds.LARGEST_REQUEST - 100)
    assert visitor.send(FORM, nombres=field).page.status_code == 422
    visitor.send(FORM, nombres=field + "a" * 100)
    assert (visitor.page.status_code, visitor.texts("h1")) == (413, [TOO_MUCH])


def test_a_file_is_bounded_too(visitor: Visitor) -> None:
    data = {"csrf": visitor.form_token(), "nombres": (BytesIO(b"a" * 20_000), "a.txt")}
    assert visitor.client.post(FORM, data=data).status_code == 413


@pytest.mark.parametrize("kind", ["form", "multipart", "files"])
def test_fields_have_a_largest_number(visitor: Visitor, kind: str) -> None:
    for fields, status in ((bounds.MOST_FIELDS, 422), (bounds.MOST_FIELDS + 1, 413)):
        sent: list[str | tuple[BytesIO, str]] = ["a"] * (fields - 1)
        if kind == "files":
            sent = [(BytesIO(b"a"), "a.txt") for _ in sent]
        data = {"csrf": visitor.form_token(), "nombres": sent}
        header = "application/x-www-form-urlencoded" if kind == "form" else "multipart/form-data"
        answer = visitor.client.post(FORM, data=data, content_type=header)
        assert answer.status_code == status
    assert TOO_MUCH in answer.text


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("identidad", "Ingresar RFC/CURP"),
        ("nombres", "Nombre(s)"),
        ("primer_apellido", "Primer apellido"),
        ("segundo_apellido", "Segundo apellido"),
    ],
)
@pytest.mark.parametrize("form", [FORM, "/citas/cancela", "/citas/nueva"])
def test_a_long_field_is_named_and_kept(
    visitor: Visitor, with_history: Person, form: str, field: str, label: str
) -> None:
    visitor.search(form, with_history, **{field: "a" * 101})
    assert visitor.page.status_code == 422
    assert f"El campo «{label}» acepta hasta 100 letras." in visitor.texts("a")
    assert visitor.value(field) == "a" * 101
    visitor.search(form, with_history, **{field: "a" * 100})
    assert "acepta hasta" not in visitor.text


@pytest.mark.parametrize(
    ("field", "label", "longest"),
    [("solicitante", "Solicitante de cancelación", 120), ("captcha", "Código captcha", 20)],
)
def test_a_long_field_does_not_cancel(
    visitor: Visitor, with_appointment: Person, field: str, label: str, longest: int
) -> None:
    visitor.choose_appointment(with_appointment).cancel(**{field: "a" * (longest + 1)})
    assert visitor.page.status_code == 422
    assert visitor.texts("li")[-1] == f"El campo «{label}» acepta hasta {longest} letras."
    assert len(visitor.portal.bitacora(with_appointment)) == 1


@pytest.mark.parametrize("length", [30_000, 2_000_000])
def test_over_http_nothing_larger_is_read(app: Flask, length: int) -> None:
    head = (
        f"POST {FORM} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
        f"application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
    )
    with serving(app) as address:
        parts = urlsplit(address)
        with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
            line.sendall(head.encode() + b"a" * 30_000)
            assert line.recv(64).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("host", ["evil.test", "evil.test:8000", "127.0.0.1.evil.test", "a b", ""])
def test_another_name_for_this_machine_is_refused(app: Flask, host: str) -> None:
    answer = app.test_client().get(FORM, headers={"Host": host})
    assert answer.status_code == 400
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:8000", "LOCALHOST:1"])
def test_its_own_names_are_not(app: Flask, host: str) -> None:
    assert app.test_client().get(FORM, headers={"Host": host}).status_code == 200
