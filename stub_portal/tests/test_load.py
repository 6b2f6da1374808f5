"""Fifty clients at once: no failure, no slot held twice, no act lost that was acknowledged."""

from pathlib import Path

from faker import Faker

from stub_portal import Settings, SystemClock
from stub_portal.domain.people import Person
from stub_portal.seed import fictitious_person
from stub_portal.service import Portal
from stub_portal.tests.load import work_at_once
from stub_portal.tests.load_measured import check_no_slot_held_twice, check_nothing_lost
from stub_portal.tests.load_portal import portal_at_work
from stub_portal.tests.postgresql import running
from stub_portal.tests.profiles import TABLES, is_long
from stub_portal.tests.whole_log import check_whole

CLIENTS = 50
# So some clients share a person, as somebody with two windows does.
PEOPLE = 40


def registered(database_url: str) -> list[Person]:
    """Return the people that were registered in a new database."""
    fake = Faker("es_MX")
    fake.seed_instance(50)
    people = [fictitious_person(fake, f"p{number}") for number in range(PEOPLE)]
    portal = Portal(Settings(database_url=database_url), SystemClock())
    for person in people:
        portal.add_person(person)
    portal.close()
    return people


def hold_to_the_promises(database_url: str, log: Path) -> None:
    """Have the clients work, and check what they were told and what is kept of it."""
    people = registered(database_url)
    with portal_at_work(database_url, log) as address:
        told = work_at_once(address, people, CLIENTS, 60 if is_long() else 8)
    TABLES.extend(["", database_url.partition(":")[0], *told.table()])
    assert told.wrong == []
    assert log.read_text("utf-8") == ""
    check_nothing_lost(told, check_whole(database_url))
    check_no_slot_held_twice(told)
    assert told.is_enough, "or else it was no test"


def test_on_a_file(tmp_path: Path) -> None:
    hold_to_the_promises(f"sqlite:///{tmp_path / 'portal.db'}", tmp_path / "log")


def test_on_postgresql(postgresql_binaries: Path, tmp_path: Path) -> None:
    with running(postgresql_binaries) as server:  # as it comes, so that all is kept for good
        hold_to_the_promises(server.new_database(), tmp_path / "log")
