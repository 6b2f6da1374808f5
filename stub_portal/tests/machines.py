"""Sequences of wishes, time and accidents: one person's appointments alone, and a portal's."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Row, select

from stub_portal import Settings
from stub_portal.domain.appointments import Agenda, Book, Cancel, Rules, agenda_of, decide, evolve
from stub_portal.domain.bitacora import BitacoraRow, bitacora_of
from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Event, Reason
from stub_portal.domain.refusals import Refusal
from stub_portal.domain.slots import Slot
from stub_portal.seed import bystanders
from stub_portal.service import Portal
from stub_portal.store import KeyUsedError, Store, StreamMovedError
from stub_portal.tables import HELD_SLOTS
from stub_portal.tests.explorer import log_of
from stub_portal.tests.ledger import (
    CHANGES,
    NOTICE,
    OFFICE,
    QUIET,
    Ledger,
    Why,
    micros,
    rules_in,
    why_not_cancel,
)
from stub_portal.tests.visitor import StillClock

PEOPLE = bystanders()[:3]
requesters = st.text(max_size=20).map(str.strip)
reasons = st.sampled_from(Reason)
changes = st.sampled_from([*CHANGES, QUIET])
bounds = st.sampled_from([0, 1, -1, 1_000_000, -1_000_000, 3_600_000_000, -3_600_000_000])
spans = st.one_of(bounds, st.integers(-(10**6) * 86400 * 3, 10**6 * 86400 * 3))


@st.composite
def slots(draw: st.DrawFn, zone: str, near: datetime) -> Slot:
    """Return a slot within days of a moment; some are none that the office has."""
    day = near.astimezone(ZoneInfo(zone)).replace(hour=9, minute=0, second=0, microsecond=0)
    wall = day + timedelta(days=draw(st.sampled_from([3, 2, 4, 5, 1, 6, 0, -1])))
    wall += timedelta(minutes=draw(st.sampled_from([0, 0, 15, 15, 345, 345, 360, 7, -15])))
    window = draw(st.sampled_from(["01", "01", "02", "02", "03"]))
    return Slot(office=OFFICE.name, window=window, start=wall)


def outcome(act: Callable[[], Any]) -> tuple[Why, Any]:
    """Return why something was refused, or what came of it."""
    try:
        return None, act()
    except Refusal as refusal:
        return type(refusal), refusal


def check_rows(rows: tuple[BitacoraRow, ...], events: tuple[Event, ...]) -> None:
    """Hold a Bitácora to the log: a row an event, newest first, the later of two first."""
    told = [(micros(row.registered_at), row.key, row.status) for row in rows]
    log = [
        (micros(one.registered_at), one.key, "AGENDADA" if hasattr(one, "slot") else "CANCELADA")
        for one in events
    ]
    log.reverse()
    log.sort(key=lambda row: -row[0])
    assert told == log
    slot_of = {one.key: one.slot for one in events if isinstance(one, AppointmentBooked)}
    assert all(row.slot == slot_of[row.key] for row in rows)


class Alone(RuleBasedStateMachine):
    """One person's appointments, by decide and evolve alone."""

    by: Rules
    ledger: Ledger
    now: datetime
    zone: str

    @initialize(change=changes)
    def begin(self, change: tuple[str, datetime]) -> None:
        """Begin days before the clocks change, with a closure after it."""
        self.zone, moment = change
        self.now = moment - timedelta(days=3)
        self.by = rules_in(self.zone, frozenset({(moment + timedelta(days=2)).date()}))
        self.ledger = Ledger(self.by, {})
        self.begun()

    def begun(self) -> None:
        """Begin with an empty log."""
        self.agenda, self.log = Agenda(), ()  # type: tuple[Agenda, tuple[Event, ...]]

    # One rule for all acts: of several, Hypothesis leaves some out of most runs.
    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """Do one of the acts that are possible."""
        data.draw(st.sampled_from(self.acts()))(data)

    def acts(self) -> list[Callable[[st.DataObject], None]]:
        """Return what can be done next."""
        later = [self.cancel, self.cancel, self.wait_for_the_bound] if self.ledger.held else []
        return [self.book, self.book, self.wait, *later]

    def wait(self, data: st.DataObject) -> None:
        """Let time pass."""
        self.now += timedelta(microseconds=abs(data.draw(spans)) // 9)

    def wait_for_the_bound(self, data: st.DataObject) -> None:
        """Let time pass until about 36 hours before some appointment, or about its start."""
        keys = st.sampled_from([*reversed(self.ledger.held)])
        _, appointment = self.ledger.held[data.draw(keys)]
        span = data.draw(bounds) - data.draw(st.sampled_from([NOTICE, NOTICE, 0]))
        bound = appointment.slot.start.astimezone(UTC) + timedelta(microseconds=span)
        self.now = max(self.now, bound)

    def book(self, data: st.DataObject) -> None:
        """Wish for a slot, some of them held."""
        who = data.draw(st.integers(0, 2))
        known = [one.slot for _, one in self.ledger.held.values()]
        slot = data.draw(st.sampled_from([None, None, *known]))
        slot = slot or data.draw(slots(self.zone, self.now))
        expected = self.ledger.why_not_book(self.person(who), slot, self.now)
        event(f"book: {expected.__name__ if expected else 'done'}")
        why, key = outcome(lambda: self.do_book(who, slot))
        assert why == expected
        if why is None:
            self.ledger.book(self.person(who), key, slot)

    def cancel(self, data: st.DataObject) -> None:
        """Wish to give back an appointment: one's own, somebody else's, or none."""
        key = data.draw(st.sampled_from([*reversed(self.ledger.held), "NOBODY"]))
        owner, appointment = self.ledger.held.get(key, ("", None))
        owners = [who for who in range(3) if self.person(who) == owner]
        who = data.draw(st.sampled_from([*owners * 3, 0, 1, 2]))
        mine = appointment if owner == self.person(who) else None
        expected = why_not_cancel(mine, self.now)
        event(f"cancel: {expected.__name__ if expected else 'done'}")
        command = Cancel(key=key, requester=data.draw(requesters), reason=data.draw(reasons))
        why, _ = outcome(lambda: self.do_cancel(who, command))
        assert why == expected
        if why is None:
            self.ledger.cancel(key, self.now)

    def person(self, _who: int) -> str:
        """Return whose appointments a number means: here there is one person."""
        return "p"

    def do_book(self, _who: int, slot: Slot) -> str:
        """Decide, let what happened happen, and return the key."""
        key = f"KEY{len(self.log):03}"
        self.happen(decide(self.agenda, Book(key=key, slot=slot), self.by, self.now))
        return key

    def do_cancel(self, _who: int, command: Cancel) -> None:
        """Decide, and let what happened happen."""
        self.happen(decide(self.agenda, command, self.by, self.now))

    def happen(self, events: tuple[Event, ...]) -> None:
        """Add events that each change exactly the appointment that they speak of."""
        assert len(events) == 1
        for one in events:
            before, self.agenda = self.agenda, evolve(self.agenda, one)
            self.log += (one,)
            changed = set(self.agenda.appointments) ^ set(before.appointments)
            assert {appointment.key for appointment in changed} == {one.key}
            assert len(changed) == 1 + isinstance(one, AppointmentCancelled)

    @invariant()
    def holds(self) -> None:
        """Hold what was replayed to what was told, and count what stands."""
        assert self.agenda == agenda_of(self.log) == self.ledger.agenda("p")
        begun = [one for one in self.agenda.appointments if not one.cancelled_at]
        assert sum(micros(one.slot.start) > micros(self.now) for one in begun) <= 1
        assert len({one.slot for one in begun}) == len(begun)
        check_rows(bitacora_of(self.log), self.log)


class FewKeys(Random):
    """Chance that draws from 64 keys alone, so that it often draws one again."""

    def random(self) -> float:
        """Return 0 or a half."""
        return round(super().random()) / 2


class Together(Alone):
    """Three people at one portal, with its store on a database of which new places can be had."""

    @staticmethod
    def new_database() -> str:
        """Return the URL of an empty place."""
        return "sqlite://"

    def begun(self) -> None:
        """Open a portal that knows the people and nothing else."""
        self.clock = StillClock("2024-01-25 09:00")
        settings = Settings(
            database_url=self.new_database(),
            time_zone=self.zone,
            closures=frozenset(self.by.closures),
            office=OFFICE,
        )
        self.portal = Portal(settings, self.clock)
        self.portal._chance = FewKeys(1)  # noqa: SLF001 - wanted: keys that meet again
        self.store = Store(self.portal._database)  # noqa: SLF001 - past every rule of the service
        for person in PEOPLE:
            self.portal.add_person(person)
        self.written: list[Row[Any]] = []
        self.done = 0

    def teardown(self) -> None:
        """Close it."""
        if hasattr(self, "portal"):
            self.portal.close()

    def person(self, who: int) -> str:
        """Return the id of that person."""
        return PEOPLE[who].id

    def do_book(self, who: int, slot: Slot) -> str:
        """Book by the portal, which offers the slot exactly when a newcomer could have it."""
        self.clock.moment = self.now
        day = slot.start.astimezone(self.by.zone).date()
        free = self.ledger.why_not_book("newcomer", slot, self.now) is None
        assert (slot in self.portal.free_slots(day)) is free
        key = self.portal.book(PEOPLE[who], slot).key
        self.done += 1
        return key

    def do_cancel(self, who: int, command: Cancel) -> None:
        """Cancel by the portal."""
        self.clock.moment = self.now
        self.portal.cancel(PEOPLE[who], command)
        self.done += 1

    def acts(self) -> list[Callable[[st.DataObject], None]]:
        """Return what can be done next, accidents among it."""
        return [*super().acts(), *([self.accident] if self.ledger.held else [])]

    def accident(self, data: st.DataObject) -> None:
        """Write what was decided on another state, or under a key that was given out."""
        key = data.draw(st.sampled_from(list(self.ledger.held)))
        slot = data.draw(slots(self.zone, self.now + timedelta(days=40)))
        booked = AppointmentBooked(key=key, slot=slot, registered_at=self.now)
        stream = data.draw(st.sampled_from(PEOPLE)).id
        version = len(self.store.events_of(stream))
        with pytest.raises(StreamMovedError):
            self.store.append(stream, version + data.draw(st.sampled_from([-1, 1])), [booked])
        with pytest.raises(KeyUsedError):
            self.store.append(stream, version, [booked])

    @invariant()
    def holds(self) -> None:
        """Hold the log, what it amounts to and the slots that are held to what was told."""
        log = log_of(self.portal)
        assert log[: len(self.written)] == self.written
        assert len(log) == self.done
        self.written = log
        for person in PEOPLE:
            events = self.store.events_of(person.id)
            assert agenda_of(events) == self.ledger.agenda(person.id)
            check_rows(self.portal.bitacora(person), events)
        keys = [row.payload["key"] for row in log if row.type == AppointmentBooked.__name__]
        assert len(set(keys)) == len(keys)
        standing = [(who, one) for who, one in self.ledger.held.values() if not one.cancelled_at]
        told = sorted((who, one.key, one.slot.window, one.slot.start) for who, one in standing)
        assert self.held() == told
        assert len({one.slot for _, one in standing}) == len(standing)

    def held(self) -> list[tuple[str, str, str, datetime]]:
        """Return who holds what, by the table."""
        columns = (HELD_SLOTS.c.stream, HELD_SLOTS.c.key, HELD_SLOTS.c.window, HELD_SLOTS.c.start)
        with self.portal._database.reading() as connection:  # noqa: SLF001
            return sorted(tuple(row) for row in connection.execute(select(*columns)))
