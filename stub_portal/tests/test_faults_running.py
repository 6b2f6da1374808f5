"""When the database fails, people are told the truth, nothing is done by half, and it goes on."""

import logging
import sqlite3
import sys
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

from stub_portal import Settings, create_app, patience
from stub_portal.domain.appointments import Cancel
from stub_portal.domain.events import Reason
from stub_portal.domain.people import Person
from stub_portal.faults import BUSY, CLOSED, DAMAGED, FAILING, FULL, GONE, UNREACHABLE, Fault
from stub_portal.seed import populate
from stub_portal.service import Portal
from stub_portal.tests import faults
from stub_portal.tests.booking import SLOT, WANTED
from stub_portal.tests.faulty import Countdown, failing_sqlite
from stub_portal.tests.test_faults import ServerError
from stub_portal.tests.test_headers import check as check_headers
from stub_portal.tests.test_privacy import assert_nothing_in, everything_logged, log_everything
from stub_portal.tests.test_sent_twice import filled
from stub_portal.tests.visitor import StillClock, Visitor, typed
from stub_portal.tests.whole_log import check_whole
from stub_portal.web.current import portal_of

Act = Literal["book", "cancel"]
TITLE = ["El portal no puede atenderte por ahora"]
NOTHING_KEPT = "No se guardó nada de lo que enviaste: tus citas siguen como estaban."
UNKNOWN = "No sabemos si se alcanzó a hacer lo que enviaste."
WRONG_CODE = "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
# The notice; or, where the visit did not keep that it was this very form, what it finds done.
DONE = {
    "book": {"Tu cita quedó agendada"},
    "cancel": {"La cancelación fue procesada", "La cita ya está cancelada"},
}
# Three pages of 512 bytes, so that to keep it the database must grow.
LONG_NAME = "Ñ" + "😀" * 119


@dataclass(frozen=True)
class Scene:
    """A portal with the usual people, its file, somebody who uses it, and what makes it fail."""

    portal: Portal
    path: Path
    visitor: Visitor
    countdown: Countdown

    @property
    def engine(self) -> Engine:
        """The portal's own connections."""
        return self.portal._database._engine  # noqa: SLF001

    @property
    def events(self) -> int:
        """How many events the log holds, which is whole."""
        return check_whole(f"sqlite:///{self.path}").events


@pytest.fixture
def scene(tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch) -> Generator[Scene]:
    """A portal on a file of small pages, which waits for nobody for long."""
    monkeypatch.setattr(patience, "SECONDS", 0.05)
    path = tmp_path / "portal.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.execute("VACUUM")
    connection.close()
    with failing_sqlite() as countdown:
        app = create_app(Settings(database_url=f"sqlite:///{path}", captcha_seed=1), clock)
        populate(portal_of(app))
        yield Scene(portal_of(app), path, Visitor(app.test_client(), portal_of(app)), countdown)
        portal_of(app).close()


@dataclass(frozen=True)
class Form:
    """A form that is filled in, all but sent."""

    act: Act
    address: str
    fields: dict[str, str]

    def send(self, visitor: Visitor) -> None:
        """Send it, through every redirect, as does whoever reloads the answer."""
        visitor.page = visitor.client.post(self.address, data=self.fields, follow_redirects=True)


def open_form(visitor: Visitor, act: Act, person: Person) -> Form:
    """Go as far as the form that acts, and fill it in."""
    if act == "book":
        visitor.search("/citas/nueva", person).open(WANTED)
    else:
        visitor.choose_appointment(person)
    return Form(act, visitor.path, filled(visitor) | {"solicitante": LONG_NAME})


def begin(portal: Portal, act: Act, person: Person) -> None:
    """Have the person without an appointment, or with one, as the act needs it."""
    stands = portal.live_appointment(person, portal.now())
    if act == "book" and stands:
        portal.cancel(person, Cancel(key=stands.key, requester="X", reason=Reason.OTHER))
    if act == "cancel" and not stands:
        portal.book(person, SLOT)


def assert_told(visitor: Visitor, happened: str, fault: Fault) -> None:
    """Check the page for people, to the headers."""
    page = visitor.page
    assert (page.status_code, visitor.texts("h1")) == (503, TITLE)
    assert happened in visitor.text
    assert "vuelve a cargar esta página. Si tu navegador pregunta, acepta enviar" in visitor.text
    assert "55 4000 1000 , opción 5" in visitor.text
    assert page.headers.get("Retry-After") == (str(fault.wait) if fault.wait else None)
    assert not {"Location", "Set-Cookie"} & set(page.headers.keys())
    check_headers(page.headers)


def assert_goes_on(visitor: Visitor, form: Form) -> None:
    """Check that the form, sent once more, gets the act done, if need be with another code."""
    form.send(visitor)
    if visitor.page.status_code == 422:
        assert visitor.errors == [WRONG_CODE]
        assert form.act == "book" or visitor.value("solicitante") == LONG_NAME
        Form(form.act, form.address, form.fields | filled(visitor)).send(visitor)
    assert visitor.texts("h1")[0] in DONE[form.act]


@pytest.mark.parametrize("act", ["book", "cancel"])
def test_a_full_disk_at_every_statement(scene: Scene, anna: Person, act: Act) -> None:
    moment, outcomes = 0, set()
    while scene.countdown.left == 0:
        begin(scene.portal, act, anna)
        form, before = open_form(scene.visitor, act, anna), scene.events
        moment += 1
        scene.countdown.left = moment
        form.send(scene.visitor)
        if scene.countdown.left == 0:
            done = scene.events - before
            assert_told(scene.visitor, UNKNOWN if done else NOTHING_KEPT, FULL)
            assert_goes_on(scene.visitor, form)
            assert scene.events == before + 1
            outcomes.add(done)
    assert outcomes == {0, 1}


def test_a_search_can_be_sent_again(scene: Scene, anna: Person) -> None:
    moment, visitor = 0, scene.visitor
    while scene.countdown.left == 0:
        visitor.open("/citas/bitacora")
        search = Form("book", visitor.path, typed(anna) | {"csrf": visitor.value("csrf")})
        moment += 1
        scene.countdown.left = moment
        search.send(visitor)
        if scene.countdown.left == 0:
            assert_told(visitor, NOTHING_KEPT, FULL)  # also once it was answered
            search.send(visitor)
        assert visitor.path == "/citas/bitacora/listado"
    assert moment > 1


@pytest.mark.parametrize(
    ("break_", "fault"),
    [
        (faults.locked, BUSY),
        (faults.full, FULL),
        (faults.read_only, CLOSED),
        (faults.moved, GONE),
        (faults.replaced, GONE),
        (faults.damaged, DAMAGED),
        pytest.param(
            faults.failing,
            FAILING,
            marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no files."),
        ),
    ],
)
def test_what_can_happen(
    scene: Scene,
    with_appointment: Person,
    caplog: pytest.LogCaptureFixture,
    break_: faults.Break,
    fault: Fault,
) -> None:
    visitor, before = scene.visitor, scene.events
    form = open_form(visitor, "cancel", with_appointment)
    log_everything(caplog)
    with break_(scene.path, scene.engine):
        form.send(visitor)
        assert_told(visitor, NOTHING_KEPT, fault)
        assert_nothing_in([visitor.page.text], with_appointment)
    (told,) = [one for one in caplog.records if one.levelno >= logging.WARNING]
    assert told.getMessage() == f"No se puede usar la base de datos en {scene.path}: {fault}"
    assert told.exc_info is None
    assert_nothing_in(everything_logged(caplog), with_appointment)
    assert scene.events == before
    assert_goes_on(visitor, form)
    assert scene.events == before + 1


@pytest.mark.parametrize("break_", [faults.locked, faults.moved, faults.damaged])
def test_whoever_sends_nothing(scene: Scene, break_: faults.Break) -> None:
    visitor = scene.visitor.open("/citas/bitacora")
    with break_(scene.path, scene.engine):
        visitor.open("/citas/bitacora")  # shows a form, for which the visit is kept again
        assert (visitor.page.status_code, visitor.texts("h1")) == (503, TITLE)
        assert "Tus citas siguen como estaban." in visitor.text
        assert "enviar de nuevo" not in visitor.text
        check_headers(visitor.page.headers)
        assert visitor.open("/").page.status_code == 200  # needs no database
    assert visitor.open("/citas/bitacora").page.status_code == 200


def test_while_another_program_writes_people_can_read(scene: Scene, with_history: Person) -> None:
    visitor = scene.visitor.search("/citas/bitacora", with_history)
    with faults.locked(scene.path, scene.engine):
        assert visitor.open("/citas/bitacora/listado").rows[1:]


@pytest.mark.parametrize("address", ["/citas/bitacora", "/citas/cancela/detalle"])
def test_a_request_waits_once(scene: Scene, with_appointment: Person, address: str) -> None:
    scene.visitor.choose_appointment(with_appointment)
    waits: list[object] = []
    event.listen(scene.engine, "handle_error", waits.append)
    with faults.locked(scene.path, scene.engine):
        scene.visitor.open(address)
    assert (scene.visitor.page.status_code, len(waits)) == (503, 1)


@pytest.mark.parametrize("act", ["book", "cancel"])
def test_a_server_that_is_lost_may_have_done_it(scene: Scene, anna: Person, act: Act) -> None:
    begin(scene.portal, act, anna)
    form, before = open_form(scene.visitor, act, anna), scene.events

    def lose(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            raise OperationalError(None, None, ServerError(None))

    event.listen(scene.engine, "commit", lose)
    form.send(scene.visitor)
    assert_told(scene.visitor, UNKNOWN, UNREACHABLE)
    event.remove(scene.engine, "commit", lose)
    assert_goes_on(scene.visitor, form)
    assert scene.events == before + 1
