"""Nueva cita: what stands in the way, also between choosing and confirming."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask

from stub_portal.domain.people import Person
from stub_portal.domain.slots import Slot
from stub_portal.service import Portal
from stub_portal.tests.booking import DAYS, SLOT, WANTED, confirm
from stub_portal.tests.visitor import StillClock, Visitor


def test_taken_meanwhile(chooser: Visitor, portal: Portal, anna: Person, bert: Person) -> None:
    chooser.open(WANTED)
    portal.book(bert, SLOT)
    confirm(chooser)
    assert chooser.page.status_code == 409
    assert "en la ventanilla 02 ya lo apartó otra persona. Elige otro." in chooser.text
    assert chooser.facts["CURP"] == anna.curp
    assert f'"{WANTED}"' not in chooser.page.text
    other = f"{DAYS}/2024-01-31/1000/03"
    assert f'"{other}"' in chooser.page.text
    assert confirm(chooser.open(other), other).path == "/citas/nueva/aviso"


def test_taken_between_the_check_and_the_booking(
    chooser: Visitor, portal: Portal, bert: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = portal.book
    chooser.open(WANTED)

    def book_late(person: Person, slot: Slot) -> object:
        monkeypatch.undo()
        book(bert, slot)
        return book(person, slot)

    monkeypatch.setattr(portal, "book", book_late)
    assert confirm(chooser).page.status_code == 409
    assert "ya lo apartó otra persona" in chooser.text


def test_not_offered_any_more(chooser: Visitor, portal: Portal, clock: StillClock) -> None:
    chooser.open(WANTED)
    portal.close_office(SLOT.start.date())
    assert confirm(chooser).page.status_code == 409
    assert "10:00-10:15 hrs en la ventanilla 02 ya no se ofrece. Elige otro." in chooser.text
    assert chooser.texts("h2")[-1] == "Elige el día"
    clock.set("2024-01-25 09:20")
    assert "ya no se ofrece" in chooser.open(f"{DAYS}/2024-01-25/0915/01").text


@pytest.mark.parametrize("address", [DAYS, f"{DAYS}/2024-01-31", WANTED])
def test_one_live_appointment(visitor: Visitor, with_appointment: Person, address: str) -> None:
    visitor.search("/citas/nueva", with_appointment).open(address)
    assert visitor.page.status_code == 409
    assert visitor.texts("h1") == ["Ya tienes una cita agendada"]
    assert visitor.facts["Clave de la cita"] == "UC3QK2"
    assert visitor.facts["Horario"] == "13:30-13:45 hrs"
    assert "primero cancela esta" in visitor.text
    assert 'href="/citas/cancela"' in visitor.page.text


def test_booked_in_another_window(chooser: Visitor, portal: Portal, anna: Person) -> None:
    chooser.open(WANTED)
    portal.book(anna, Slot(office=SLOT.office, window="01", start=SLOT.start))
    assert confirm(chooser).texts("h1") == ["Ya tienes una cita agendada"]
    assert len(portal.bitacora(anna)) == 1


def test_at_once_one_of_two_visitors_gets_the_slot(
    app: Flask, portal: Portal, anna: Person, bert: Person
) -> None:
    visitors = [Visitor(app.test_client(), portal) for _ in range(2)]
    sent = []
    for visitor, person in zip(visitors, (anna, bert), strict=True):
        visitor.search("/citas/nueva", person).open(WANTED)
        sent.append((visitor, portal.last_captcha_answer()))
    together = Barrier(2, timeout=60)

    def send(visitor: Visitor, code: str) -> str:
        together.wait()
        return confirm(visitor, captcha=code).texts("h1")[0]

    with ThreadPoolExecutor(2) as threads:
        titles = sorted(threads.map(lambda one: send(*one), sent))
    assert titles == ["Nueva cita", "Tu cita quedó agendada"]
    assert sum("ya lo apartó otra persona" in visitor.text for visitor in visitors) == 1
