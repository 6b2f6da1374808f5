"""The count of wrong attempts: exact among threads, over in time, bounded in memory."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from stub_portal import limits
from stub_portal.limits import Attempts, Limit
from stub_portal.tests.visitor import local

NOW = local("2024-01-25 09:00")
END = local("2024-01-25 09:10")
SECOND = timedelta(seconds=1)


@pytest.fixture
def attempts() -> Attempts:
    """Three a visit and five an address in ten minutes."""
    return Attempts(Limit(per_visit=3, per_address=5, within=timedelta(minutes=10)))


def test_a_visit_has_so_many_until_the_time_is_over(attempts: Attempts) -> None:
    assert [attempts.take("v", "a", NOW) for _ in range(3)] == [None, None, None]
    assert attempts.take("v", "a", NOW) == END
    assert attempts.take("v", "a", END - SECOND) == END
    assert attempts.take("v", "a", END) is None


def test_an_address_has_so_many_whatever_the_visits(attempts: Attempts) -> None:
    assert not any(attempts.take(f"v{number}", "a", NOW) for number in range(5))
    assert attempts.take("another", "a", NOW) == END
    assert attempts.take("another", "b", NOW) is None


def test_being_kept_waiting_does_not_make_the_wait_longer(attempts: Attempts) -> None:
    for minute in range(10):
        attempts.take("v", "a", NOW + timedelta(minutes=minute))
    assert attempts.take("v", "a", END) is None


def test_what_was_right_does_not_count(attempts: Attempts) -> None:
    for _ in range(9):
        assert attempts.take("v", "a", NOW) is None
        attempts.give_back("v", "a")
    assert len(attempts) == 0


def test_the_end_is_told_to_the_second_and_never_early(attempts: Attempts) -> None:
    for _ in range(3):
        attempts.take("v", "a", NOW + timedelta(microseconds=1))
    assert attempts.take("v", "a", NOW + SECOND) == END + SECOND


def test_a_clock_set_back_keeps_nobody_waiting(attempts: Attempts) -> None:
    for _ in range(3):
        attempts.take("v", "a", NOW)
    assert attempts.take("v", "a", NOW - timedelta(days=1)) is None


def test_at_once_no_more_than_the_limit_are_let_through(attempts: Attempts) -> None:
    together = Barrier(8, timeout=60)

    def take(_: int) -> bool:
        together.wait()
        return attempts.take("v", "a", NOW) is None

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(take, range(8))) == 3


def test_memory_is_bounded(attempts: Attempts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_COUNTS", 20)
    for number in range(100):
        attempts.take(f"v{number}", f"a{number}", NOW)
    assert len(attempts) == 20
    attempts.take("v", "a", END)
    assert len(attempts) == 2


def test_however_many_visits_are_refused_the_address_still_waits(
    attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_COUNTS", 20)
    for number in range(5):
        attempts.take(f"v{number}", "a", NOW)
    assert {attempts.take(f"another {number}", "a", NOW) for number in range(30)} == {END}
    assert len(attempts) == 6


def test_a_refusal_ends_nobodys_count(attempts: Attempts, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        attempts.take(f"v{number}", "a", NOW)
    monkeypatch.setattr(limits, "MOST_COUNTS", len(attempts))
    assert [attempts.take("another", "a", NOW) for _ in range(2)] == [END, END]
