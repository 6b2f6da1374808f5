"""What is decided on a command, and what the log amounts to."""

from datetime import datetime, timedelta

import pytest

from stub_portal.domain.appointments import Book, Cancel, Rules, agenda_of, decide
from stub_portal.domain.bitacora import bitacora_of
from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Reason
from stub_portal.domain.notice import NoticeRule
from stub_portal.domain.refusals import (
    AlreadyBookedError,
    AlreadyCancelledError,
    AlreadyOverError,
    NotASlotError,
    Refusal,
    ShortNoticeError,
    UnknownAppointmentError,
)
from stub_portal.domain.slots import Slot
from stub_portal.tests.visitor import ZONE, local

BAR = NoticeRule(hours=36, enforced=True)
RULES = Rules(notice=BAR, zone=ZONE, closures=frozenset({local("2024-02-05 00:00").date()}))
NOW = local("2024-01-25 09:00")
CANCEL = Cancel(key="UC3QK2", requester="Rosa Díaz", reason=Reason.OTHER)


def slot(start: str) -> Slot:
    return Slot(office="UAPES No. 4", window="02", start=local(start))


BOOKED = AppointmentBooked(key="UC3QK2", slot=slot("2024-01-30 13:30"), registered_at=NOW)
CANCELLED = AppointmentCancelled(
    key="UC3QK2", requester="Rosa Díaz", reason=Reason.OTHER, registered_at=NOW
)


def test_booking() -> None:
    command = Book(key="UC3QK2", slot=BOOKED.slot)
    assert decide(agenda_of(()), command, RULES, NOW) == (BOOKED,)


def test_booking_again_after_cancelling() -> None:
    agenda = agenda_of((BOOKED, CANCELLED))
    assert agenda.live(NOW) is None
    assert decide(agenda, Book(key="CC3QZ8", slot=BOOKED.slot), RULES, NOW)


def test_one_live_appointment_a_person() -> None:
    command = Book(key="CC3QZ8", slot=slot("2024-01-31 13:30"))
    with pytest.raises(AlreadyBookedError):
        decide(agenda_of((BOOKED,)), command, RULES, NOW)


@pytest.mark.parametrize(
    "start",
    ["2024-01-27 13:30", "2024-02-05 13:30", "2024-01-30 13:31", "2024-01-25 09:00"],
    ids=["Saturday", "closure", "not a quarter", "not in the future"],
)
def test_no_slot_begins_then(start: str) -> None:
    with pytest.raises(NotASlotError):
        decide(agenda_of(()), Book(key="CC3QZ8", slot=slot(start)), RULES, NOW)


def test_cancelling() -> None:
    agenda = agenda_of((BOOKED,))
    assert decide(agenda, CANCEL, RULES, NOW) == (CANCELLED,)


@pytest.mark.parametrize(
    ("events", "now", "refusal"),
    [
        ((), NOW, UnknownAppointmentError),
        ((BOOKED, CANCELLED), NOW, AlreadyCancelledError),
        ((BOOKED,), local("2024-01-29 01:30:01"), ShortNoticeError),
        ((BOOKED,), BOOKED.slot.start, AlreadyOverError),
    ],
)
def test_refused_cancellations(
    events: tuple[AppointmentBooked, ...], now: datetime, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        decide(agenda_of(events), CANCEL, RULES, now)


def test_short_notice_says_when_the_right_ended() -> None:
    with pytest.raises(ShortNoticeError) as refused:
        decide(agenda_of((BOOKED,)), CANCEL, RULES, local("2024-01-29 09:00"))
    assert refused.value.last_moment == local("2024-01-29 01:30")


def test_a_warning_does_not_bar() -> None:
    rules = Rules(notice=NoticeRule(hours=36, enforced=False), zone=ZONE, closures=frozenset())
    assert decide(agenda_of((BOOKED,)), CANCEL, rules, local("2024-01-30 13:29:59"))


def test_an_appointment_is_live_until_it_begins() -> None:
    agenda = agenda_of((BOOKED,))
    assert agenda.live(BOOKED.slot.start - timedelta(seconds=1)) == agenda.find("UC3QK2")
    assert agenda.live(BOOKED.slot.start) is None


def test_of_two_registrations_of_one_moment_the_later_comes_first() -> None:
    assert [row.status for row in bitacora_of((BOOKED, CANCELLED))] == ["CANCELADA", "AGENDADA"]


def test_a_slot_needs_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Slot(office="UAPES No. 4", window="02", start=datetime(2024, 1, 30))  # noqa: DTZ001
