"""What tests set up, and what happens when two do the same at once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random
from threading import Barrier

import pytest

from stub_portal.domain.appointments import Cancel
from stub_portal.domain.events import Event, Reason
from stub_portal.domain.keys import new_key
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import AlreadyCancelledError
from stub_portal.seed import bystanders, populate, published_examples, tryout
from stub_portal.service import Portal
from stub_portal.store import Store, StreamMovedError
from stub_portal.tests.visitor import StillClock, local


def test_at_once_one_of_many_cancels(portal: Portal, with_appointment: Person) -> None:
    together = Barrier(6, timeout=60)
    command = Cancel(key="UC3QK2", requester="Rosa Díaz", reason=Reason.OTHER)

    def cancel(_: int) -> bool:
        together.wait()
        try:
            portal.cancel(with_appointment, command)
        except AlreadyCancelledError:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        assert sum(threads.map(cancel, range(6))) == 1
    assert len(portal.bitacora(with_appointment)) == 2


def test_a_decision_on_an_older_state_is_made_again(
    portal: Portal, with_appointment: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, moved = Store.append, iter([True])

    def append_late(store: Store, stream: str, version: int, events: Sequence[Event]) -> None:
        if next(moved, False):
            raise StreamMovedError
        append(store, stream, version, events)

    monkeypatch.setattr(Store, "append", append_late)
    command = Cancel(key="UC3QK2", requester="Rosa Díaz", reason=Reason.OTHER)
    portal.cancel(with_appointment, command)
    assert len(portal.bitacora(with_appointment)) == 2


def test_reset_forgets_everybody(portal: Portal, with_appointment: Person) -> None:
    portal.captchas.issue("visit", portal.now())
    portal.reset()
    assert portal.person(with_appointment.id) is None
    assert portal.last_captcha_answer() == ""
    assert populate(portal).events


def test_populating_twice_changes_nothing(portal: Portal, with_appointment: Person) -> None:
    assert populate(portal).events == ()
    assert len(portal.bitacora(with_appointment)) == 1


def test_tryout_can_be_cancelled_whenever_it_is_made(clock: StillClock) -> None:
    for day in range(20, 32):
        clock.set(f"2024-01-{day} 23:59")
        (booked,) = tryout(clock.now()).events
        slot = getattr(booked, "slot")  # noqa: B009 - of either kind of event
        assert slot.start - clock.now() >= timedelta(days=4)
        assert slot.start.weekday() < 5


def test_tryout_keeps_off_closures() -> None:
    closed = local("2024-01-30 00:00").date()
    (booked,) = tryout(local("2024-01-25 09:00"), frozenset({closed})).events
    assert getattr(booked, "slot").start == local("2024-01-31 13:30")  # noqa: B009


def test_seeded_people_are_all_different() -> None:
    people = [example.person for example in published_examples()] + list(bystanders())
    people.append(tryout(local("2024-01-25 09:00")).person)
    assert len({person.curp for person in people}) == 8
    assert len({person.rfc for person in people}) == 8


def test_keys() -> None:
    key = new_key(Random(1))  # noqa: S311
    assert len(key) == 6
    assert key.isascii()
    assert key == key.upper()
