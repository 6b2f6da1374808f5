"""Booking: what the office offers, one holder a slot, one live appointment a person, new keys."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask

from stub_portal.domain.appointments import Cancel
from stub_portal.domain.events import Reason
from stub_portal.domain.office import Office
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import AlreadyBookedError, NotASlotError, Refusal, SlotTakenError
from stub_portal.domain.slots import Slot
from stub_portal.seed import bystanders
from stub_portal.service import Portal
from stub_portal.store import KeyUsedError
from stub_portal.tests.visitor import StillClock, local
from stub_portal.web.current import portal_of

FRIDAY, MONDAY = date(2024, 1, 26), date(2024, 1, 29)


def slot(start: str, window: str = "02", office: str = "UAPES No. 4") -> Slot:
    return Slot(office=office, window=window, start=local(start))


def windows_at(portal: Portal, start: str) -> list[str]:
    moment = local(start)
    return [one.window for one in portal.free_slots(moment.date()) if one.start == moment]


def test_a_whole_day(portal: Portal) -> None:
    free = portal.free_slots(MONDAY)
    assert len(free) == 24 * 3
    assert (free[0], free[1].window) == (slot("2024-01-29 09:00", "01"), "02")
    assert free[-1] == slot("2024-01-29 14:45", "03")


def test_a_slot_that_does_not_end_before_closing_time_is_none() -> None:
    office = Office(opens=time(9), closes=time(9, 29), windows=("01",))
    starts = [one.start for one in office.slots(MONDAY, local("2024-01-29 00:00").tzinfo)]  # type: ignore[arg-type]
    assert starts == [local("2024-01-29 09:00")]


def test_days(make_app: Callable[..., Flask]) -> None:
    portal = portal_of(make_app(closures=frozenset({MONDAY}), office=Office(days_ahead=6)))
    days = {one.day.day: len(one.slots) for one in portal.days()}
    # Thursday at 9:00 sharp: that slot has begun; on Tuesday three are held.
    assert days == {25: 69, 26: 72, 30: 69, 31: 72}
    assert portal.free_slots(MONDAY) == ()
    assert portal.free_slots(date(2024, 2, 1)) == ()


def test_no_days_at_all(make_app: Callable[..., Flask]) -> None:
    office = Office(days_ahead=0)
    portal = portal_of(make_app(closures=frozenset({date(2024, 1, 25)}), office=office))
    assert portal.days() == ()


def test_booking(portal: Portal, anna: Person) -> None:
    booked = portal.book(anna, slot("2024-01-31 10:00"))
    assert portal.live_appointment(anna, portal.now()) == booked
    assert windows_at(portal, "2024-01-31 10:00") == ["01", "03"]
    (row,) = portal.bitacora(anna)
    assert (row.key, row.status, row.registered_at) == (booked.key, "AGENDADA", portal.now())


@pytest.mark.parametrize(
    "wrong",
    [
        slot("2024-01-31 08:45"),
        slot("2024-01-31 15:00"),
        slot("2024-01-31 23:45"),
        slot("2024-01-31 10:05"),
        slot("2024-01-27 10:00"),
        slot("2024-01-24 10:00"),
        slot("2024-01-25 09:00"),
        slot("2024-02-27 10:00"),
        slot("2024-01-31 10:00", window="04"),
        slot("2024-01-31 10:00", office="UAPES No. 5"),
    ],
    ids=[
        "before it opens", "after it closes", "at night", "not a quarter", "Saturday", "past",
        "begins now", "too far ahead", "another window", "another office",
    ],
)  # fmt: skip
def test_what_the_office_does_not_offer(portal: Portal, anna: Person, wrong: Slot) -> None:
    with pytest.raises(NotASlotError):
        portal.book(anna, wrong)
    assert not portal.offers(wrong)
    assert portal.bitacora(anna) == ()


def test_as_far_ahead_as_the_setting_says(portal: Portal, anna: Person) -> None:
    assert portal.days()[-1].day == date(2024, 2, 23)
    assert portal.book(anna, slot("2024-02-23 14:45"))


def test_a_day_on_which_the_office_is_closed(portal: Portal, anna: Person) -> None:
    portal.close_office(MONDAY)
    with pytest.raises(NotASlotError):
        portal.book(anna, slot("2024-01-29 10:00"))
    portal.reset()
    assert len(portal.free_slots(MONDAY)) == 72


def test_one_live_appointment_a_person(portal: Portal, anna: Person, clock: StillClock) -> None:
    portal.book(anna, slot("2024-01-31 10:00"))
    with pytest.raises(AlreadyBookedError):
        portal.book(anna, slot("2024-01-31 10:15"))
    assert windows_at(portal, "2024-01-31 10:15") == ["01", "02", "03"]
    clock.set("2024-01-31 10:00")
    assert portal.book(anna, slot("2024-02-01 10:00"))


def test_one_person_a_slot_until_it_is_cancelled(
    portal: Portal, anna: Person, bert: Person
) -> None:
    wanted = slot("2024-01-31 10:00")
    booked = portal.book(anna, wanted)
    with pytest.raises(SlotTakenError):
        portal.book(bert, wanted)
    assert portal.bitacora(bert) == ()
    portal.cancel(anna, Cancel(key=booked.key, requester="Anna", reason=Reason.OTHER))
    assert wanted in portal.free_slots(wanted.start.date())
    assert portal.book(bert, wanted).key != booked.key


@pytest.mark.parametrize("in_a_file", [False, True])
def test_at_once_one_of_two_gets_the_slot(
    make_app: Callable[..., Flask], tmp_path: Path, in_a_file: bool
) -> None:
    file = {"database_url": f"sqlite:///{tmp_path / 'portal.db'}"}
    portal = portal_of(make_app(**file if in_a_file else {}))
    wanted = [(person, slot("2024-01-31 10:00")) for person in bystanders()[:2]]
    assert sorted(_at_once(portal, wanted)) == ["", "SlotTakenError"]
    assert windows_at(portal, "2024-01-31 10:00") == ["01", "03"]
    assert sum(len(portal.bitacora(person)) for person, _ in wanted) == 1


def test_at_once_a_person_gets_one_of_two_slots(portal: Portal, anna: Person) -> None:
    wanted = [(anna, slot("2024-01-31 10:00")), (anna, slot("2024-01-31 10:15"))]
    assert sorted(_at_once(portal, wanted)) == ["", "AlreadyBookedError"]
    assert len(portal.bitacora(anna)) == 1


def _at_once(portal: Portal, wanted: list[tuple[Person, Slot]]) -> list[str]:
    together = Barrier(len(wanted), timeout=60)

    def book(person: Person, slot: Slot) -> str:
        together.wait()
        try:
            portal.book(person, slot)
        except Refusal as refusal:
            return type(refusal).__name__
        return ""

    with ThreadPoolExecutor(len(wanted)) as threads:
        return list(threads.map(lambda one: book(*one), wanted))


def test_a_key_that_was_used_is_drawn_again(
    portal: Portal, anna: Person, bert: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter(["AAAAAA", "AAAAAA", "UC3QK2", "BBBBBB"])
    monkeypatch.setattr("stub_portal.service.new_key", lambda _: next(drawn))
    assert portal.book(anna, slot("2024-01-31 10:00")).key == "AAAAAA"
    assert portal.book(bert, slot("2024-01-31 10:15")).key == "BBBBBB"


def test_a_source_without_new_keys_is_an_error(
    portal: Portal, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stub_portal.service._KEYS_DRAWN", 20)
    monkeypatch.setattr("stub_portal.service.new_key", lambda _: "UC3QK2")
    with pytest.raises(KeyUsedError):
        portal.book(anna, slot("2024-01-31 10:00"))
    assert len(windows_at(portal, "2024-01-31 10:00")) == 3


def test_a_seed_repeats_the_keys(make_app: Callable[..., Flask], anna: Person) -> None:
    first, second = (portal_of(make_app(key_seed=7)) for _ in range(2))
    wanted = slot("2024-01-31 10:00")
    key = first.book(anna, wanted).key
    assert second.book(anna, wanted).key == key
    first.reset()
    first.add_person(anna)
    assert first.book(anna, wanted).key == key
