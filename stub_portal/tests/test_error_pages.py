"""What goes wrong is told in Spanish, with something to do about it."""

import logging

import pytest
from flask import Flask
from werkzeug.exceptions import BadRequest

from stub_portal.tests.visitor import Visitor


def test_not_found(visitor: Visitor) -> None:
    visitor.open("/asisste/prestamos-personales/no-existe")
    assert (visitor.page.status_code, visitor.texts("h1")) == (404, ["No encontramos esta página"])


def test_method_not_allowed(visitor: Visitor) -> None:
    visitor.send("/citas/")
    assert visitor.page.status_code == 405
    assert visitor.texts("h1") == ["Esta página no se puede usar así"]


def test_too_large(visitor: Visitor) -> None:
    visitor.send("/citas/bitacora", nombres="a" * 20_000)
    assert visitor.page.status_code == 413
    assert visitor.texts("h1") == ["Enviaste demasiada información"]


def test_a_part_that_no_file_has(app: Flask) -> None:
    answer = app.test_client().get("/static/base.css", headers={"Range": "bytes=9999999-"})
    assert answer.status_code == 416
    assert "<h1>No existe esa parte del archivo</h1>" in answer.text


def test_a_host_that_is_no_name(app: Flask) -> None:
    answer = app.test_client().get("/", headers={"Host": "x" * 300})
    assert answer.status_code == 400
    assert "<h1>No entendimos la solicitud</h1>" in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("error", "code", "title"),
    [
        (BadRequest(), 400, "No entendimos la solicitud"),
        (RuntimeError(), 500, "Algo falló en el portal"),
    ],
)
def test_failures(app: Flask, visitor: Visitor, error: Exception, code: int, title: str) -> None:
    def fail() -> str:
        raise error

    app.view_functions["citas.start"] = fail
    logging.disable()  # the failure is meant: its traceback would only puzzle a reader
    visitor.open("/citas/")
    logging.disable(logging.NOTSET)
    assert (visitor.page.status_code, visitor.texts("h1")) == (code, [title])
