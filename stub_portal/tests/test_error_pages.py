"""What goes wrong is told in Spanish, with something to do about it."""

import logging
from collections.abc import Generator

import pytest
from flask import Flask
from werkzeug.exceptions import BadRequest

from stub_portal.domain.people import Person
from stub_portal.errors import UnavailableError
from stub_portal.faults import BUSY
from stub_portal.tests.booking import WANTED, confirm
from stub_portal.tests.visitor import Visitor

UNKNOWN = "No sabemos si se alcanzó a hacer lo que enviaste."
UNCHANGED = "tus citas no cambiaron"


@pytest.fixture
def _quiet() -> Generator[None]:
    """Log nothing: the failures are meant, and their tracebacks would only puzzle a reader."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


def breaking(app: Flask, endpoint: str, error: Exception) -> None:
    """Have an endpoint fail from now on."""

    def fail(**_: str) -> str:
        raise error

    app.view_functions[endpoint] = fail


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
@pytest.mark.usefixtures("_quiet")
def test_failures(app: Flask, visitor: Visitor, error: Exception, code: int, title: str) -> None:
    breaking(app, "citas.start", error)
    visitor.open("/citas/")
    assert (visitor.page.status_code, visitor.texts("h1")) == (code, [title])


@pytest.mark.usefixtures("_quiet")
def test_of_what_changes_nothing_it_is_said_that_nothing_changed(
    app: Flask, visitor: Visitor, with_history: Person
) -> None:
    breaking(app, "citas.start", RuntimeError())
    breaking(app, "bitacora.search", RuntimeError())
    assert UNCHANGED in visitor.open("/citas/").text
    assert UNCHANGED in visitor.search("/citas/bitacora", with_history).text


@pytest.mark.usefixtures("_quiet")
def test_of_what_failed_once_it_was_done_it_is_said_that_nobody_knows(
    visitor: Visitor, with_appointment: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.choose_appointment(with_appointment)

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(visitor.portal.visits, "keep", fail)
    visitor.cancel()
    assert visitor.portal.bitacora(with_appointment)[0].status == "CANCELADA"
    assert (visitor.page.status_code, visitor.texts("h1")) == (500, ["Algo falló en el portal"])
    assert UNKNOWN in visitor.text
    assert "tu Bitácora" in visitor.text
    assert UNCHANGED not in visitor.text


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("error", [RuntimeError(), UnavailableError("", BUSY)], ids=["500", "503"])
def test_nor_is_it_said_where_the_notice_fails_of_what_was_done(
    app: Flask, visitor: Visitor, anna: Person, with_appointment: Person, error: Exception
) -> None:
    for endpoint in ("cancela_cita.done", "nueva_cita.done"):
        breaking(app, endpoint, error)
    visitor.choose_appointment(with_appointment).cancel()
    texts = [visitor.text, confirm(visitor.search("/citas/nueva", anna).open(WANTED)).text]
    assert len(visitor.portal.bitacora(with_appointment) + visitor.portal.bitacora(anna)) == 3
    for text in texts:
        assert UNKNOWN in text
        assert UNCHANGED not in text
        assert "siguen como estaban" not in text
