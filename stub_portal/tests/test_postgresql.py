"""What only a server does: it restarts, ends a transaction, and has to be gone in the end."""

import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier
from threading import Event as Signal
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DBAPIError

from stub_portal import store
from stub_portal.database import Database
from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Event, Reason
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import SlotTakenError
from stub_portal.domain.slots import Slot
from stub_portal.errors import UnavailableError
from stub_portal.postgresql import gave_way
from stub_portal.service import Portal
from stub_portal.settings import Settings
from stub_portal.store import Store
from stub_portal.tables import HELD_SLOTS
from stub_portal.tests import postgresql as program
from stub_portal.tests.postgresql import Server, made, started
from stub_portal.tests.visitor import StillClock, local

_LONG = 30
NOW = local("2024-01-25 08:00")
SLOTS = [
    Slot(office="UAPES No. 4", window="02", start=local(f"2024-01-31 10:{minute}"))
    for minute in ("00", "15")
]
HISTORY: list[Event] = [
    AppointmentBooked(key="FIRST1", slot=SLOTS[0], registered_at=NOW),
    AppointmentCancelled(key="FIRST1", requester="Anna", reason=Reason.OTHER, registered_at=NOW),
    AppointmentBooked(key="SECND2", slot=SLOTS[1], registered_at=NOW),
]


def with_settings(url: str, **settings: str) -> str:
    """Return the URL with more of the server's settings for whoever comes by it."""
    return url + "".join(f"%20-c{name}%3D{value}" for name, value in settings.items())


@pytest.fixture
def open_portal(postgresql: Server, clock: StillClock) -> Generator[Callable[..., Portal]]:
    """Open portals on one place, each with such settings of the server, and close them."""
    url = postgresql.new_database()
    with ExitStack() as closing:

        def open_(**settings: str) -> Portal:
            portal = Portal(Settings(database_url=with_settings(url, **settings)), clock)
            closing.callback(portal.close)
            return portal

        yield open_


def pause_after(monkeypatch: pytest.MonkeyPatch, part: str) -> tuple[Signal, Signal]:
    """Have the store pause after a part of its work: what tells so, and what lets it go on."""
    paused, go_on, work = Signal(), Signal(), getattr(store, part)

    def work_and_pause(*args: Any) -> None:
        work(*args)
        paused.set()
        assert go_on.wait(_LONG)

    monkeypatch.setattr(store, part, work_and_pause)
    return paused, go_on


def goes_on_after(monkeypatch: pytest.MonkeyPatch, rival: Future[None]) -> None:
    """Have who gives way begin again once the rival has what it waited for, and not before it."""

    def gave_way_and_let_pass(error: DBAPIError) -> bool:
        told = gave_way(error)
        if told:
            rival.result(_LONG)
        return told

    monkeypatch.setattr(store, "gave_way", gave_way_and_let_pass)


def hold(connection: Connection, person: Person, slot: Slot) -> None:
    """Hold a slot in a transaction that goes on."""
    row = {"office": slot.office, "window": slot.window, "start": slot.start}
    connection.execute(insert(HELD_SLOTS).values(row | {"stream": person.id, "key": "RIVAL3"}))


def wait_until_it_waits(portal: Portal, name: str) -> None:
    """Return once a connection that gave that name waits for a lock."""
    waits = "SELECT 1 FROM pg_stat_activity WHERE application_name = :name"
    query = text(f"{waits} AND wait_event_type = 'Lock'")
    latest = monotonic() + _LONG
    while monotonic() < latest:
        with portal._database.reading() as connection:  # noqa: SLF001 - another look each time
            if connection.scalar(query, {"name": name}):
                return
    pytest.fail(f"{name} does not wait")


def test_of_two_that_wait_for_each_other_one_begins_again(
    open_portal: Callable[..., Portal], anna: Person, bert: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever closes the circle looks at once, the other one never: so it is known who gives way.
    portal = open_portal(deadlock_timeout="20ms")
    rivals = open_portal(deadlock_timeout="1h", application_name="rival")
    for person in (anna, bert):
        portal.add_person(person)
    holds_one, go_on = pause_after(monkeypatch, "_issue_key")
    engine = rivals._database._engine  # noqa: SLF001 - for a transaction that is taken back
    with ThreadPoolExecutor(2) as threads, engine.connect() as rival:
        hold(rival, bert, SLOTS[1])
        recording = threads.submit(portal.record, anna, *HISTORY)
        assert holds_one.wait(_LONG)
        holding = threads.submit(hold, rival, bert, SLOTS[0])
        goes_on_after(monkeypatch, holding)
        wait_until_it_waits(portal, "rival")
        go_on.set()
        holding.result(_LONG)
        rival.rollback()
        recording.result(_LONG)
    assert [row.key for row in portal.bitacora(anna)] == ["SECND2", "FIRST1", "FIRST1"]


def test_who_forgets_everybody_waits_for_who_is_booking(
    open_portal: Callable[..., Portal], anna: Person, bert: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal = open_portal()
    forgetful = open_portal(application_name="forgetful", deadlock_timeout="2s")
    for person in (anna, bert):
        portal.add_person(person)
    portal.book(bert, SLOTS[0])
    began, go_on = pause_after(monkeypatch, "_add_event")
    with ThreadPoolExecutor(2) as threads:
        booking = threads.submit(portal.book, anna, SLOTS[0])
        assert began.wait(_LONG)
        forgetting = threads.submit(forgetful.reset)
        wait_until_it_waits(portal, "forgetful")
        go_on.set()
        assert isinstance(booking.exception(), SlotTakenError)
        forgetting.result()
    assert portal.person(bert.id) is None


def test_of_two_that_decided_on_the_same_state_one_is_told(
    postgresql: Server, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(postgresql.new_database())
    log = Store(database)
    log.add_person(anna)
    together, check_version = Barrier(2, timeout=60), store._check_version  # noqa: SLF001

    def check_together(*args: Any) -> None:
        check_version(*args)
        together.wait()

    monkeypatch.setattr(store, "_check_version", check_together)
    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(log.append, anna.id, 0, [HISTORY[place]]) for place in (0, 2)]
    why = [one.exception() for one in both]
    assert sorted(str(type(one).__name__) for one in why) == ["NoneType", "StreamMovedError"]
    assert len(log.events_of(anna.id)) == 1
    database.close()


def test_connections_that_the_server_closed_are_replaced(
    postgresql: Server, clock: StillClock, anna: Person
) -> None:
    url = postgresql.new_database()
    portal = Portal(Settings(database_url=url), clock)
    portal.add_person(anna)
    assert postgresql.close_connections(url) == 1
    assert portal.person(anna.id) == anna
    portal.close()


def test_a_server_that_fell_and_came_back(
    postgresql_binaries: Path, clock: StillClock, anna: Person
) -> None:
    with made(postgresql_binaries) as folder:
        with started(postgresql_binaries, folder) as server:
            portal = Portal(Settings(database_url=Server(folder).new_database()), clock)
            portal.add_person(anna)
            booked = portal.book(anna, SLOTS[0])
            server.send_signal(signal.SIGQUIT)  # it falls: nothing is tidied up
            server.wait()
        with pytest.raises(UnavailableError):
            portal.person(anna.id)
        with started(postgresql_binaries, folder):
            assert portal.live_appointment(anna, portal.now()) == booked
            portal.close()


def test_nothing_is_left_of_it_when_the_tests_are_killed(postgresql_binaries: Path) -> None:
    script = (
        "import sys, pathlib; from stub_portal.tests.postgresql import running\n"
        "with running(pathlib.Path(sys.argv[1]), 'fsync=off') as server:\n"
        "    print(server.socket, flush=True); sys.stdin.read()"
    )
    tests = subprocess.Popen(
        [sys.executable, "-c", script, str(postgresql_binaries)],
        cwd=Path(program.__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,  # which the server's guard has open as well, until it ends
        text=True,
    )
    with tests:
        assert tests.stdout
        folder = Path(tests.stdout.readline().strip())
        assert (folder / ".s.PGSQL.5432").exists()
        tests.kill()
        assert tests.communicate(timeout=30) == ("", "")
    assert not folder.exists()
