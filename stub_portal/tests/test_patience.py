"""Whatever is waited for, one after the other: all of it is one wait."""

from collections.abc import Generator
from pathlib import Path
from threading import Lock
from typing import Any

import pytest
from sqlalchemy import text

from stub_portal import patience
from stub_portal.database import Database
from stub_portal.errors import UnavailableError
from stub_portal.faults import BUSY
from stub_portal.patience import held, one_wait, waiting


class Seconds:
    """A clock that stands still until it is told that time passed."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.passed


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    """The clock by which is waited, ten seconds in all."""
    clock = Seconds()
    monkeypatch.setattr(patience, "monotonic", clock)
    monkeypatch.setattr(patience, "SECONDS", 10)
    return clock


class Slow:
    """Stands for a lock that others hold for so many seconds."""

    def __init__(self, clock: Seconds, lasts: float) -> None:
        self._clock, self._lasts = clock, lasts

    def acquire(self, *, timeout: float) -> bool:
        """Wait for it."""
        self._clock.passed += min(timeout, self._lasts)
        return self._lasts <= timeout

    def release(self) -> None:
        """Nobody else wants it."""


def left() -> float:
    """Return how long can still be waited."""
    with waiting() as seconds:
        return seconds


def test_waits_add_up(seconds: Seconds) -> None:
    with one_wait():
        for passed, still in ((4, 10), (3, 6), (8, 3), (1, 0)):
            with waiting() as left_before:
                assert left_before == still
                seconds.passed += passed
        assert left() == 0


def test_only_what_is_waited_counts(seconds: Seconds) -> None:
    with one_wait():
        seconds.passed += 100
        assert left() == 10


def test_a_wait_within_another_is_part_of_it_and_then_a_new_one_begins(seconds: Seconds) -> None:
    with one_wait():
        with one_wait(), waiting():
            seconds.passed += 4
        assert left() == 6
    assert left() == 10


def test_a_lock_is_waited_for_no_longer_than_that(seconds: Seconds) -> None:
    with one_wait():
        for lasts, mine in ((6, True), (5, False)):
            with held(Slow(seconds, lasts)) as got:  # type: ignore[arg-type]
                assert got is mine
    assert seconds.passed == 10


def test_a_lock_is_given_back_by_who_had_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0)
    lock = Lock()
    with held(lock):
        with held(lock) as mine:
            assert not mine
        assert lock.locked()
    assert not lock.locked()


@pytest.fixture
def database(tmp_path: Path) -> Generator[Database]:
    """A database in a file."""
    database = Database(f"sqlite:///{tmp_path / 'portal.db'}")
    yield database
    database.close()


def patience_of_sqlite(connection: Any) -> int:
    """Return how many milliseconds SQLite waits for another program."""
    return int(connection.scalar(text("PRAGMA busy_timeout")))


def test_for_another_program_a_writer_waits_what_the_queue_left(
    database: Database, seconds: Seconds
) -> None:
    database._queue._turn = Slow(seconds, 4)  # type: ignore[assignment]  # noqa: SLF001
    with database.writing() as connection:
        assert patience_of_sqlite(connection) == 6000
    with database.reading() as connection:
        assert patience_of_sqlite(connection) == 10_000


def test_two_writes_for_one_person_are_one_wait(database: Database, seconds: Seconds) -> None:
    database._queue._turn = Slow(seconds, 6)  # type: ignore[assignment]  # noqa: SLF001
    with one_wait():
        with database.writing() as connection:
            assert patience_of_sqlite(connection) == 4000
        with pytest.raises(UnavailableError) as told, database.writing():
            pass
    assert told.value.fault is BUSY
    assert seconds.passed == 10
