"""The headers that are on every answer, whatever it is an answer to."""

import logging
import socket
from collections.abc import Generator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.datastructures import Headers

from stub_portal import serving
from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.visitor import Visitor

ALWAYS = {
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = {
    "default-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
}


def check(headers: Headers, kept: bool = False) -> None:
    """Check that an answer has all of the headers, each once."""
    assert ALWAYS.items() <= dict(headers).items()
    policy = set(headers["Content-Security-Policy"].split("; "))
    assert policy >= POLICY
    assert not any("unsafe" in one or "*" in one or "http" in one for one in policy)
    assert "camera=()" in headers["Permissions-Policy"]
    assert ("no-store" in headers.get("Cache-Control", "")) is not kept
    names = [name for name, _ in headers if name != "Set-Cookie"]
    assert len(names) == len(set(names))
    assert "Server" not in headers
    assert "Strict-Transport-Security" not in headers


def test_pages_and_files(app: Flask) -> None:
    for address, status, kept in [
        ("/", 200, False),
        ("/asisste/", 200, False),
        ("/asisste/prestamos-personales/agendar-cita", 302, False),
        ("/citas", 308, False),
        ("/citas/", 200, False),
        ("/citas/bitacora", 200, False),
        ("/citas/bitacora/listado", 303, False),
        ("/citas/captcha/none.png", 404, False),
        ("/citas/captcha/none.wav", 404, False),
        ("/no-existe", 404, False),
        ("/static/no-existe.css", 404, False),
        ("/fuentes/no-existe.ttf", 404, False),
        ("/static/base.css", 200, True),
        ("/static/icon.svg", 200, True),
        ("/fuentes/SourceSansPro-Bold.ttf", 200, True),
    ]:
        with app.test_client().get(address) as answer:
            assert (address, answer.status_code) == (address, status)
            check(answer.headers, kept)


def test_a_file_that_did_not_change(app: Flask) -> None:
    with app.test_client().get("/static/base.css") as first:
        tag = first.headers["ETag"]
    asking = {"If-None-Match": tag}
    with app.test_client().get("/static/base.css", headers=asking) as answer:
        assert answer.status_code == 304
        check(answer.headers, kept=True)


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_other_methods(app: Flask, method: str) -> None:
    answer = app.test_client().open("/citas/bitacora", method=method)
    assert answer.status_code == 200
    check(answer.headers)


def test_forms_and_what_they_lead_to(visitor: Visitor, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment)
    captcha = f"/citas/captcha/{visitor.value('captcha_id')}"
    files = [visitor.client.get(f"{captcha}.{kind}") for kind in ("png", "wav")]
    pages = [visitor.page, *files]
    pages += [visitor.cancel(solicitante="").page, visitor.cancel().page, *visitor.page.history]
    assert [page.status_code for page in pages] == [200, 200, 200, 422, 200, 303]
    for page in pages:
        check(page.headers)


def test_the_sheet_as_a_file(visitor: Visitor, with_history: Person) -> None:
    visitor.search("/citas/bitacora", with_history).open("/citas/bitacora/hoja.pdf")
    assert visitor.page.mimetype == "application/pdf"
    check(visitor.page.headers)


def test_refusals(visitor: Visitor, with_history: Person) -> None:
    for _ in range(20):
        visitor.search("/citas/bitacora", with_history, nombres="Nadie")
    pages = [
        visitor.page,
        visitor.search("/citas/bitacora", with_history).page,
        visitor.send("/citas/bitacora", csrf="").page,
        visitor.send("/citas/").page,
        visitor.send("/citas/bitacora", nombres="a" * 20_000).page,
    ]
    assert [page.status_code for page in pages] == [422, 429, 400, 405, 413]
    for page in pages:
        check(page.headers)


@pytest.fixture
def quiet() -> Generator[None]:
    """Failures that are meant: their tracebacks would only puzzle a reader."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("quiet")
def test_failures(app: Flask, portal: Portal, visitor: Visitor) -> None:
    visitor.open("/citas/bitacora")
    with portal._database.writing() as connection:  # noqa: SLF001
        connection.exec_driver_sql("DROP TABLE sessions")
    # With the cookie the visit cannot be read, without it it cannot be kept.
    for client in (visitor.client, app.test_client()):
        answer = client.get("/citas/bitacora")
        assert (answer.status_code, "Algo falló en el portal" in answer.text) == (500, True)
        check(answer.headers)


def ask(address: str, request: bytes) -> HTTPResponse:
    """Send bytes, and read the answer."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        line.sendall(request)
        answer = HTTPResponse(line)
        answer.begin()
        answer.headers.add_header("Body", answer.read().decode())
        return answer


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header SECRET\r\n\r\n", 400),
        (b"get /SECRET HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 20_000 + b"\r\n\r\n", 431),
        (b"POST /citas/ HTTP/1.1\r\nContent-Length: 2000000\r\n\r\n", 413),
        (b"POST /citas/ HTTP/1.1\r\nTransfer-Encoding: SECRET\r\n\r\n", 501),
    ],
)
@pytest.mark.usefixtures("quiet")
def test_what_cannot_even_be_read(app: Flask, request_: bytes, status: int) -> None:
    with serving(app) as address:
        answer = ask(address, request_)
    body = answer.headers["Body"]
    assert (answer.status, body.startswith("El portal de referencia no pudo leer")) == (
        status,
        True,
    )
    assert "SECRET" not in body
    check(Headers([(name, value) for name, value in answer.headers.items() if name != "Body"]))


def test_the_headers_survive_the_server(app: Flask) -> None:
    with serving(app) as address:
        connection = HTTPConnection(urlsplit(address).netloc)
        connection.request("GET", "/citas/bitacora")
        answer = connection.getresponse()
        connection.close()
    check(Headers(answer.getheaders()))
