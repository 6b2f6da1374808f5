"""What holds of appointments whatever is done, decided alone and through the portal."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from stub_portal import Settings
from stub_portal.domain.appointments import Agenda, Appointment, Cancel, decide
from stub_portal.domain.events import AppointmentBooked, Reason
from stub_portal.domain.refusals import ShortNoticeError
from stub_portal.service import Portal
from stub_portal.tests.explorer import log_of
from stub_portal.tests.ledger import CHANGES, NOTICE, micros, rules_in, why_not_cancel
from stub_portal.tests.machines import (
    PEOPLE,
    Alone,
    Together,
    changes,
    outcome,
    reasons,
    requesters,
    slots,
    spans,
)
from stub_portal.tests.postgresql import Server
from stub_portal.tests.profiles import examples
from stub_portal.tests.visitor import StillClock

_zones = st.sampled_from(["America/Tijuana", "America/Mexico_City", "UTC", "Asia/Kathmandu"])


@pytest.mark.parametrize(("zone", "change"), CHANGES)
def test_the_clocks_do_change_then(zone: str, change: datetime) -> None:
    before, after = (
        (change + timedelta(hours=hours)).astimezone(ZoneInfo(zone)) for hours in (-1, 1)
    )
    assert before.utcoffset() != after.utcoffset()


@st.composite
def cancellations(draw: st.DrawFn) -> tuple[str, Appointment, datetime]:
    """Return a zone, an appointment near a change of the clocks and a moment near the bound."""
    zone, change = draw(changes)
    slot = draw(slots(zone, change))
    now = slot.start.astimezone(UTC) + timedelta(microseconds=draw(spans) - NOTICE)
    key = "UC3QK2"
    return zone, Appointment(key=key, slot=slot), now.astimezone(ZoneInfo(draw(_zones)))


@examples(400)
@given(cancellations(), st.booleans())
def test_36_hours(case: tuple[str, Appointment, datetime], bar: bool) -> None:
    zone, appointment, now = case
    rules = rules_in(zone, bar=bar)
    cancel = Cancel(key=appointment.key, requester="Rosa", reason=Reason.OTHER)
    why, result = outcome(lambda: decide(Agenda((appointment,)), cancel, rules, now))
    assert why == why_not_cancel(appointment, now, bar=bar)
    left = micros(appointment.slot.start) - micros(now)
    assert (why is None) is (left >= NOTICE if bar else left > 0)
    assert rules.notice.is_met(appointment.slot.start, now) is (left >= NOTICE)
    if isinstance(result, ShortNoticeError):
        assert micros(appointment.slot.start) - micros(result.last_moment) == NOTICE


@examples(40)
@given(cancellations(), requesters, reasons)
def test_36_hours_through_the_portal(
    case: tuple[str, Appointment, datetime], requester: str, reason: Reason
) -> None:
    zone, appointment, now = case
    clock = StillClock("2024-01-25 09:00")
    clock.moment = now.astimezone(UTC)
    portal = Portal(Settings(database_url="sqlite://", time_zone=zone), clock)
    try:
        portal.add_person(PEOPLE[0])
        booked = AppointmentBooked(key="UC3QK2", slot=appointment.slot, registered_at=now)
        portal.record(PEOPLE[0], booked)
        before = log_of(portal)
        cancel = Cancel(key="UC3QK2", requester=requester, reason=reason)
        why, _ = outcome(lambda: portal.cancel(PEOPLE[0], cancel))
        assert (why is None) is (micros(appointment.slot.start) - micros(now) >= NOTICE)
        assert log_of(portal)[:1] == before
        assert len(log_of(portal)) == 1 + (why is None)
    finally:
        portal.close()


TestOnePerson = Alone.TestCase
TestOnePerson.settings = examples(60, steps=25)
TestAPortal = Together.TestCase
TestAPortal.settings = examples(25, steps=25)


def test_a_portal_on_postgresql(postgresql: Server) -> None:
    class OnPostgreSQL(Together):
        new_database = staticmethod(postgresql.new_database)

    run_state_machine_as_test(OnPostgreSQL, settings=examples(8, steps=25))
