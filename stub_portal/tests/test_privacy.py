"""A person's data stand on the pages they asked for, and nowhere else."""

import logging
import re
from collections.abc import Callable, Generator, Iterable
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import unquote_plus, urlencode, urlsplit

import pytest
from flask import Flask

from stub_portal import serving
from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.visitor import typed
from stub_portal.web.current import portal_of

REQUESTER = "Petronila Requena Solicitante"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def data_of(person: Person) -> list[str]:
    """Return all that must not show: the person's data, and what else only they know."""
    datums = [person.curp, person.rfc, person.names, person.first_surname, person.second_surname]
    return [*datums, *person.names.split(), *REQUESTER.split(), "UC3QK2"]


class Browser:
    """Talks to a portal over HTTP, and writes down whatever others could come to see."""

    def __init__(self, address: str) -> None:
        self._line = HTTPConnection(urlsplit(address).netloc)
        self._cookie = ""
        self._carried: dict[str, str] = {}
        self.page = ""
        self.seen: list[str] = []
        self.answers: list[int] = []

    def open(self, address: str) -> None:
        """Open an address, through every redirect."""
        self._go("GET", address)

    def send(self, address: str, fields: dict[str, str]) -> None:
        """Send a form of the page it sees, through every redirect."""
        self._go("POST", address, urlencode(self._carried | fields))

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def _go(self, method: str, address: str, body: str = "") -> None:
        answer = self._ask(method, address, body)
        while 300 <= answer.status < 400:
            answer = self._ask("GET", answer.headers["Location"], "")

    def _ask(self, method: str, address: str, body: str) -> HTTPResponse:
        headers = {"Cookie": self._cookie} | (_FORM if body else {})
        self._line.request(method, address, body or None, headers)
        answer = self._line.getresponse()
        self.page = answer.read().decode(errors="replace")
        self.answers.append(answer.status)
        self.seen += [address, *(f"{name}: {value}" for name, value in answer.getheaders())]
        self.seen += re.findall(r'(?:href|src|action)="([^"]*)"', self.page)
        self._cookie = (answer.headers["Set-Cookie"] or self._cookie).partition(";")[0]
        carried = re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', self.page)
        self._carried |= dict(carried)
        return answer


@pytest.fixture
def browser(app: Flask) -> Generator[Browser]:
    """Somebody's browser, over real HTTP."""
    with serving(app) as address:
        browser = Browser(address)
        yield browser
        browser.close()


def walk(browser: Browser, portal: Portal, person: Person) -> None:
    """Follow both guides and get the sheet again, past a mistake of every kind."""
    for form in ("/citas/bitacora", "/citas/cancela"):
        browser.open(form)
        browser.send(form, typed(person) | {"nombres": f"{person.names} "})
        browser.send(form, typed(person) | {"primer_apellido": "Nadie"})
        browser.send(form, typed(person))
    assert person.curp in browser.page
    reprint(browser, person)
    browser.open("/citas/cancela/detalle")
    for wrong in ({"captcha": "?????"}, {"motivo": ""}, {"otro": "1"}, {}):
        captcha = re.findall(r'/citas/captcha/([^"]+)\.png', browser.page)[0]
        for kind in ("png", "wav"):
            browser.open(f"/citas/captcha/{captcha}.{kind}")
        code = {"captcha": portal.last_captcha_answer()}
        fields = {"solicitante": REQUESTER, "motivo": "otro"} | code | wrong
        browser.send("/citas/cancela/detalle", fields)
    assert "La cancelación fue procesada" in browser.page


def reprint(browser: Browser, person: Person) -> None:
    """Get the appointment's sheet again, past two mistakes."""
    browser.open("/citas/reimprime")
    for identity, key in ((person.rfc, "CC3QZ8"), (f"{person.rfc} ", "UC3QK2")):
        browser.send("/citas/reimprime", {"identidad": identity, "clave": key})
    browser.send("/citas/reimprime", {"identidad": person.rfc, "clave": "UC3QK2"})
    assert person.names in browser.page
    browser.open("/citas/reimprime/hoja.pdf")
    browser.open("/citas/bitacora/hoja.pdf")
    assert browser.page.startswith("%PDF-")


def assert_nothing_in(texts: Iterable[str], person: Person) -> None:
    """Check that none of the person's data is in any of the texts, however it is written."""
    for text in texts:
        plain = unquote_plus(text).casefold()
        found = [datum for datum in data_of(person) if datum.casefold() in plain]
        assert not found, f"{found} in {text}"


def log_everything(caplog: pytest.LogCaptureFixture) -> None:
    """Turn every log on, also the one that a database's library keeps off by itself."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, logger="sqlalchemy")


def everything_logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return every record as written, its traceback included, and its bare parts."""
    records = caplog.get_records("call")
    assert records
    return [caplog.text, *(f"{one.msg!r} {one.args!r} {one.exc_info!r}" for one in records)]


def test_both_guides_leave_no_data_behind(
    browser: Browser, portal: Portal, with_appointment: Person, caplog: pytest.LogCaptureFixture
) -> None:
    log_everything(caplog)
    logging.getLogger("test").debug("a record, so that there is a log to look through")
    walk(browser, portal, with_appointment)
    assert {200, 303, 422} <= set(browser.answers)
    assert_nothing_in(browser.seen, with_appointment)
    assert_nothing_in(everything_logged(caplog), with_appointment)


def break_view(app: Flask, portal: Portal) -> None:  # noqa: ARG001
    """Have the search fail as a mistake of ours would make it fail."""

    def fail() -> str:
        raise RuntimeError

    app.view_functions["bitacora.search"] = fail


def break_database(app: Flask, portal: Portal) -> None:  # noqa: ARG001
    """Have the database refuse the very statement that holds what was typed."""
    with portal._database.writing() as connection:  # noqa: SLF001
        connection.exec_driver_sql("ALTER TABLE people RENAME TO gone")


@pytest.mark.parametrize("break_", [break_view, break_database])
def test_a_failure_tells_no_data(
    app: Flask,
    browser: Browser,
    with_appointment: Person,
    caplog: pytest.LogCaptureFixture,
    break_: Callable[[Flask, Portal], None],
) -> None:
    log_everything(caplog)
    browser.open("/citas/bitacora")
    break_(app, portal_of(app))
    browser.send("/citas/bitacora", typed(with_appointment))
    assert browser.answers[-1] == 500
    assert "Algo falló en el portal" in browser.page
    assert "Traceback" in caplog.text
    assert_nothing_in([browser.page, *browser.seen], with_appointment)
    assert_nothing_in(everything_logged(caplog), with_appointment)


def test_error_pages_repeat_nothing(browser: Browser, with_appointment: Person) -> None:
    fields = typed(with_appointment)
    pages = []

    def send(address: str, **more: str) -> None:
        browser.send(address, fields | more)
        pages.append(browser.page)

    browser.open("/citas/bitacora")
    send("/citas/bitacora", csrf="forged")
    send("/citas/")
    send("/no-existe")
    send("/citas/bitacora", segundo_apellido="a" * 20_000)
    for _ in range(21):
        send("/citas/bitacora", identidad="X" + with_appointment.curp)
    statuses = [status for status in browser.answers if status not in {200, 422}]
    assert statuses == [400, 405, 404, 413, 429]
    assert_nothing_in([*pages[:4], pages[-1]], with_appointment)
