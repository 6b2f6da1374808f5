"""The log keeps its promises, also on a file and with several threads."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from faker import Faker
from sqlalchemy import text

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


@pytest.fixture(params=["file", "memory"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Generator[Database]:
    """Both kinds of SQLite database that the portal is used with."""
    url = f"sqlite:///{tmp_path / 'portal.db'}" if request.param == "file" else "sqlite://"
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
    together = Barrier(6)

    def book(number: int) -> bool:
        together.wait()
        try:
            store.append(f"p{number}", 0, [BOOKED])
        except SlotTakenError:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        assert sum(threads.map(book, range(6))) == 1


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
