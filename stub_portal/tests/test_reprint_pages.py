"""The sheet again: from Reimprime cita, the Bitácora, and the notice that gives the key out."""

import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from werkzeug.test import TestResponse

import stub_portal
from stub_portal.domain.events import AppointmentBooked
from stub_portal.domain.people import Person
from stub_portal.seed import published_examples
from stub_portal.service import Portal
from stub_portal.tests.booking import DAYS, SLOT, WANTED, confirm
from stub_portal.tests.test_same_answer import statements, without_what_was_typed
from stub_portal.tests.visitor import StillClock, Visitor

FORM, FOUND, SHEET = "/citas/reimprime", "/citas/reimprime/cita", "/citas/reimprime/hoja.pdf"
KEY, CANCELLED, SOMEBODY_ELSES = "CC3QZ8", "Z8YP3Q", "UC3QK2"
NOT_FOUND = "No encontramos ninguna cita con esa clave a nombre de esa CURP o ese RFC."


def ask(visitor: Visitor, identity: str, key: str) -> Visitor:
    """Fill the form and send it."""
    return visitor.send(FORM, identidad=identity, clave=key)


def assert_is_sheet(answer: TestResponse, key: str, person: Person) -> None:
    """Check that an answer is the sheet of that appointment, as a file."""
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="asignacion-de-clave-de-nueva-cita.pdf"'
    )
    text = PdfReader(BytesIO(answer.data)).pages[0].extract_text()
    assert f"Clave de cita:\n{key}\n" in text
    assert f"CURP: {person.curp}\n" in text


def test_what_the_form_says(visitor: Visitor) -> None:
    visitor.open(FORM)
    assert visitor.texts("h1") == ["Reimprime cita"]
    assert visitor.texts("label") == ["Ingresar RFC/CURP*", "Clave de cita*"]
    assert visitor.texts("button")[-1] == "Buscar"
    assert "* Campos obligatorios" in visitor.text


@pytest.mark.parametrize("identity", ["curp", "rfc"])
def test_by_curp_and_by_rfc(visitor: Visitor, with_history: Person, identity: str) -> None:
    ask(visitor, getattr(with_history, identity), KEY)
    assert visitor.path == FOUND
    assert visitor.facts == {
        "Clave de la cita": KEY,
        "Unidad Administrativa": "UAPES No. 4",
        "Ventanilla": "01",
        "Fecha": "30/01/2024",
        "Horario": "13:30-13:45 hrs",
    }
    person = with_history
    assert f"{person.names} {person.first_surname} {person.second_surname}" in visitor.text
    assert f'href="{SHEET}"' in visitor.page.text
    assert_is_sheet(visitor.open(SHEET).page, KEY, person)


def test_the_screen_repeats_neither_curp_nor_rfc(visitor: Visitor, with_history: Person) -> None:
    page = ask(visitor, with_history.rfc, KEY).page.text
    assert visitor.path == FOUND
    assert with_history.curp not in page
    assert with_history.rfc not in page


def test_from_the_bitacora(visitor: Visitor, with_history: Person) -> None:
    visitor.search("/citas/bitacora", with_history)
    assert f"Hoja de la cita vigente {KEY} : Descargar la hoja (PDF)" in visitor.text
    (address,) = re.findall(r'href="([^"]*pdf)"', visitor.page.text)
    assert_is_sheet(visitor.open(address).page, KEY, with_history)


def test_from_the_notice_of_a_new_appointment(chooser: Visitor, anna: Person) -> None:
    confirm(chooser.open(WANTED))
    key = chooser.facts["Clave de la cita"]
    (address,) = re.findall(r'href="([^"]*pdf)"', chooser.page.text)
    assert_is_sheet(chooser.open(address).page, key, anna)
    assert ask(chooser, anna.curp, key).path == FOUND


def test_the_same_sheet_from_everywhere_and_at_any_time(
    visitor: Visitor, with_history: Person, clock: StillClock
) -> None:
    sheets = [ask(visitor, with_history.curp, KEY).open(SHEET).page.data]
    clock.set("2024-01-30 13:29")
    sheets.append(ask(visitor, with_history.rfc, KEY).open(SHEET).page.data)
    visitor.search("/citas/bitacora", with_history)
    sheets.append(visitor.open("/citas/bitacora/hoja.pdf").page.data)
    assert sheets[0].startswith(b"%PDF-")
    assert len(set(sheets)) == 1


def test_none_of_a_cancelled_one(visitor: Visitor, with_history: Person) -> None:
    ask(visitor, with_history.curp, CANCELLED)
    for _ in range(2):
        assert visitor.page.status_code == 409
        assert visitor.texts("h1") == ["La cita está cancelada"]
        assert "se canceló el 24/01/2024 15:49:45. De una cita cancelada no hay" in visitor.text
        assert 'href="/citas/nueva"' in visitor.page.text
        assert ".pdf" not in visitor.page.text
        visitor.open(SHEET)


def test_none_of_one_that_is_over(
    visitor: Visitor, with_history: Person, clock: StillClock
) -> None:
    clock.set("2024-01-30 13:29")
    visitor.search("/citas/bitacora", with_history)
    ask(visitor, with_history.curp, KEY)
    clock.set("2024-01-30 13:30")
    for address in (FOUND, SHEET):
        visitor.open(address)
        assert (visitor.page.status_code, visitor.texts("h1")) == (409, ["La cita ya empezó"])
        assert "era el 30/01/2024, 13:30-13:45 hrs." in visitor.text
    assert visitor.open("/citas/bitacora/hoja.pdf").path == "/citas/bitacora/listado"
    assert ".pdf" not in visitor.page.text


def test_none_any_more_once_it_is_cancelled_in_another_window(
    visitor: Visitor, with_appointment: Person
) -> None:
    ask(visitor, with_appointment.curp, SOMEBODY_ELSES)
    visitor.search("/citas/bitacora", with_appointment)
    visitor.choose_appointment(with_appointment).cancel()
    assert visitor.open("/citas/bitacora/hoja.pdf").path == "/citas/bitacora/listado"
    assert ".pdf" not in visitor.page.text
    assert visitor.open(SHEET).texts("h1") == ["La cita está cancelada"]


def test_none_of_a_new_appointment_that_is_over(chooser: Visitor, clock: StillClock) -> None:
    soon = f"{DAYS}/2024-01-25/0915/02"
    confirm(chooser.open(soon), soon)
    assert "/citas/nueva/hoja.pdf" in chooser.page.text
    clock.set("2024-01-25 09:15")
    assert chooser.open("/citas/nueva/hoja.pdf").path == "/citas/nueva/aviso"
    assert ".pdf" not in chooser.page.text


def test_none_of_a_new_appointment_that_is_cancelled(chooser: Visitor, anna: Person) -> None:
    confirm(chooser.open(WANTED))
    chooser.choose_appointment(anna).cancel()
    assert chooser.path == "/citas/cancela/aviso"
    assert chooser.open("/citas/nueva/hoja.pdf").path == "/citas/nueva"


@pytest.mark.parametrize(
    ("address", "form"),
    [
        (FOUND, FORM),
        (SHEET, FORM),
        ("/citas/bitacora/hoja.pdf", "/citas/bitacora"),
        ("/citas/nueva/hoja.pdf", "/citas/nueva"),
    ],
)
def test_without_a_search_one_is_asked_for(visitor: Visitor, address: str, form: str) -> None:
    assert visitor.open(address).path == form


def test_a_visit_gets_nobody_elses(
    visitor: Visitor, with_history: Person, with_appointment: Person
) -> None:
    ask(visitor, with_history.curp, KEY)
    ask(visitor, with_history.curp, SOMEBODY_ELSES)
    assert visitor.page.status_code == 422
    assert_is_sheet(visitor.open(SHEET).page, KEY, with_history)
    ask(visitor, with_appointment.curp, SOMEBODY_ELSES)
    assert_is_sheet(visitor.open(SHEET).page, SOMEBODY_ELSES, with_appointment)


def wrong_pairs(person: Person) -> list[tuple[str, str]]:
    """Return what must be answered alike, each part as long as the right one."""
    return [
        (person.curp, SOMEBODY_ELSES),
        (person.curp, "ZZZZZZ"),
        (published_examples()[1].person.curp, KEY),
        ("Z" * 18, KEY),
        ("Z" * 18, "ZZZZZZ"),
        (person.curp, KEY.lower()),
        (person.curp.lower(), KEY),
    ]


def test_one_and_the_same_answer(visitor: Visitor, with_history: Person) -> None:
    visitor.open(FORM)
    pages = [ask(visitor, *pair).page for pair in wrong_pairs(with_history)]
    assert {page.status_code for page in pages} == {422}
    assert NOT_FOUND in visitor.text
    assert len({without_what_was_typed(page) for page in pages}) == 1
    assert len({page.headers["Content-Length"] for page in pages}) == 1
    assert len({str(sorted(page.headers.keys())) for page in pages}) == 1


def test_one_and_the_same_path(visitor: Visitor, portal: Portal, with_history: Person) -> None:
    visitor.open(FORM)  # so that none of them is the one that begins the visit
    asked = []
    for pair in wrong_pairs(with_history):
        with statements(portal) as now_asked:
            ask(visitor, *pair)
        asked.append(now_asked)
    assert sum("FROM people" in statement for statement in asked[0]) == 1
    assert not any("FROM events" in statement for statement in asked[0])
    assert all(one == asked[0] for one in asked)


@pytest.mark.parametrize(
    ("identity", "key", "said"),
    [
        ("", "", ["«Ingresar RFC/CURP» es obligatorio.", "«Clave de cita» es obligatorio."]),
        (" {}", "{}", ["«Ingresar RFC/CURP» tiene un espacio al principio."]),
        ("{}", "{}\u00a0", ["«Clave de cita» tiene un espacio de no separación."]),
        ("{}", "CC3 QZ8", ["«Clave de cita» tiene un espacio en medio."]),
        ("{}", " ", ["«Clave de cita» es obligatorio y solo tiene espacios en blanco."]),
        ("{}", "a" * 101, ["«Clave de cita» acepta hasta 100 letras."]),
        ("a" * 101, "{}", ["«Ingresar RFC/CURP» acepta hasta 100 letras."]),
    ],
)
def test_what_is_wrong_is_named_and_kept(
    visitor: Visitor, with_history: Person, identity: str, key: str, said: list[str]
) -> None:
    identity, key = identity.format(with_history.curp), key.format(KEY)
    ask(visitor, identity, key)
    assert visitor.page.status_code == 422
    assert visitor.errors == [f"El campo {one}" for one in said]
    assert (visitor.value("identidad"), visitor.value("clave")) == (identity, key)
    assert visitor.texts("title")[0].startswith("Error: ")


def test_two_ways_to_write_a_letter_are_one(visitor: Visitor, portal: Portal) -> None:
    odd = replace(published_examples()[0].person, id="odd", curp="Ñ", rfc="R")
    portal.add_person(odd)
    portal.record(odd, AppointmentBooked(key="KELVIN", slot=SLOT, registered_at=portal.now()))
    assert ask(visitor, "N\u0303", "\N{KELVIN SIGN}ELVIN").path == FOUND
    assert_is_sheet(visitor.open(SHEET).page, "KELVIN", odd)


def test_nobody_waits_for_the_drawing_who_asks_for_no_sheet() -> None:
    script = (
        "import sys, stub_portal; "
        "sys.exit(str([name for name in ('fpdf', 'fontTools', 'segno') if name in sys.modules]))"
    )
    root = Path(stub_portal.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == "[]"
