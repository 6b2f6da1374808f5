"""The log keeps its promises, also on a file and with several threads."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from threading import Barrier
from traceback import format_exception

import pytest
from faker import Faker
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from stub_portal.database import Database
from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Reason
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import SlotTakenError
from stub_portal.domain.slots import Slot
from stub_portal.errors import PortalError
from stub_portal.event_codec import decode
from stub_portal.seed import fictitious_person
from stub_portal.store import KeyUsedError, Store, StreamMovedError, UnknownPersonError
from stub_portal.tests.visitor import local

NOW = local("2024-01-24 10:00")
SLOT = Slot(office="UAPES No. 4", window="02", start=local("2024-01-30 13:30"))
BOOKED = AppointmentBooked(key="UC3QK2", slot=SLOT, registered_at=NOW)
CANCELLED = AppointmentCancelled(
    key="UC3QK2", requester="Rosa Díaz", reason=Reason.OTHER, registered_at=NOW
)
pytestmark = pytest.mark.usefixtures("patient")


@pytest.fixture(params=["memory", "file", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Every kind of database that the portal is used with."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql").new_database())
    return f"sqlite:///{tmp_path / 'portal.db'}" if request.param == "file" else "sqlite://"


@pytest.fixture
def database(url: str) -> Generator[Database]:
    """One of them, opened."""
    database = Database(url)
    yield database
    database.close()


@pytest.fixture
def store(database: Database) -> Store:
    """A store with the people of `someone`."""
    store = Store(database)
    for number in range(6):
        store.add_person(someone(number))
    return store


def someone(number: int) -> Person:
    fake = Faker("es_MX")
    fake.seed_instance(number)
    return fictitious_person(fake, f"p{number}")


def test_events_come_back_as_they_were(store: Store) -> None:
    store.append("p0", 0, [BOOKED, CANCELLED])
    assert store.events_of("p0") == (BOOKED, CANCELLED)
    assert store.events_of("p1") == ()


def test_a_slot_has_one_holder(store: Store) -> None:
    store.append("p0", 0, [BOOKED])
    with pytest.raises(SlotTakenError):
        store.append("p1", 0, [BOOKED])
    assert store.events_of("p1") == ()  # neither half of the transaction was kept


def test_a_cancelled_slot_is_free_again(store: Store) -> None:
    again = replace(BOOKED, key="CC3QZ8")
    store.append("p0", 0, [BOOKED, CANCELLED])
    store.append("p1", 0, [again])
    assert store.events_of("p1") == (again,)


def test_a_key_is_never_given_out_again(store: Store) -> None:
    store.append("p0", 0, [BOOKED, CANCELLED])
    with pytest.raises(KeyUsedError):
        store.append("p1", 0, [BOOKED])
    assert store.events_of("p1") == ()
    store.append("p1", 0, [replace(BOOKED, key="CC3QZ8")])  # nor did it keep the slot


def test_whoever_read_another_version_is_refused(store: Store) -> None:
    store.append("p0", 0, [BOOKED])
    for version in (0, 2):
        with pytest.raises(StreamMovedError):
            store.append("p0", version, [CANCELLED])


def test_only_people_have_a_log(store: Store) -> None:
    with pytest.raises(UnknownPersonError):
        store.append("nobody", 0, [BOOKED])


def test_at_once_one_of_many_gets_the_slot(store: Store) -> None:
    together = Barrier(6, timeout=60)

    def book(number: int) -> bool:
        together.wait()
        try:
            store.append(f"p{number}", 0, [BOOKED])
        except SlotTakenError:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        assert sum(threads.map(book, range(6))) == 1


@pytest.mark.parametrize("url", ["file", "postgresql"], indirect=True)
def test_what_is_kept_is_there_when_it_is_opened_again(url: str) -> None:
    first = Database(url)
    Store(first).add_person(someone(0))
    Store(first).append("p0", 0, [BOOKED])
    first.close()
    again = Database(url)
    assert Store(again).person("p0") == someone(0)
    assert Store(again).events_of("p0") == (BOOKED,)
    again.close()


def test_several_portals_can_start_at_once(url: str) -> None:
    together = Barrier(6, timeout=60)

    def start(_: int) -> None:
        together.wait()
        Database(url).close()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(start, range(6)))


@pytest.mark.parametrize("unlike", ["\0", "\ud800", "\udfff\ud800", "a" * 100_000, "%", "?"])
def test_nobody_is_found_by_what_nobody_can_have(store: Store, unlike: str) -> None:
    store.append("p0", 0, [BOOKED])
    assert store.people_by_identity(unlike) == []
    assert store.people_by_identity(someone(0).curp + unlike) == []
    assert store.person_by_key(unlike, "UC3QK2") is None
    assert store.person_by_key(someone(0).curp, unlike) is None


def test_a_moment_of_an_hour_that_came_twice(store: Store) -> None:
    twice = [local("2022-10-30 01:30").replace(fold=fold) for fold in (0, 1)]
    assert twice[0].utcoffset() != twice[1].utcoffset()
    booked, cancelled = (
        replace(BOOKED, registered_at=twice[0]),
        replace(CANCELLED, registered_at=twice[1]),
    )
    store.append("p0", 0, [booked, cancelled])
    kept = [event.registered_at.timestamp() for event in store.events_of("p0")]
    assert kept == [moment.timestamp() for moment in twice]
    assert all(event.registered_at.tzinfo is UTC for event in store.events_of("p0"))


def test_a_failure_repeats_nobodys_data(store: Store) -> None:
    with pytest.raises(IntegrityError) as raised:
        store.add_person(replace(someone(0), id="another"))
    told = "".join(format_exception(raised.value))
    assert "people" in told
    for datum in (someone(0).curp, someone(0).rfc, someone(0).first_surname):
        assert datum not in told


def test_writers_to_a_file_queue_up(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'portal.db'}")
    together, begun, at_once = Barrier(8, timeout=60), [], []

    def begin(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement == "BEGIN IMMEDIATE":  # SQLite makes whoever comes second look again later
            begun.append(statement)
            at_once.append(len(begun))

    def write(_: int) -> None:
        together.wait()
        for _ in range(5):
            with database.writing() as connection:
                connection.execute(text("SELECT 1"))
                begun.pop()

    event.listen(database._engine, "before_cursor_execute", begin)  # noqa: SLF001
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(8)))
    assert at_once == [1] * 40
    database.close()


def test_sqlite_is_told_to_keep_its_promises(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'portal.db'}")
    with database.reading() as connection:
        told = {
            pragma: connection.scalar(text(f"PRAGMA {pragma}"))
            for pragma in ("foreign_keys", "journal_mode", "synchronous")
        }
    database.close()
    assert told == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PortalError, match="Revise que la carpeta exista"):
        Database(f"sqlite:///{tmp_path / 'missing' / 'portal.db'}")


def test_an_event_of_another_time() -> None:
    with pytest.raises(ValueError, match="unknown type 'Moved'"):
        decode("Moved", {}, NOW)
