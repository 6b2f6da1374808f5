"""The Bitácora guide's step 7, to the letter."""

from stub_portal.domain.people import Person
from stub_portal.seed import bystanders
from stub_portal.tests.visitor import Visitor


def test_the_published_listing(visitor: Visitor, with_history: Person) -> None:
    visitor.search("/citas/bitacora", with_history)
    day, early, late = "30/01/2024", "13:15 hrs-13:30 hrs", "13:30 hrs-13:45 hrs"
    assert visitor.texts("h1") == ["Listado de citas"]
    assert visitor.rows == [
        ["Fecha cita", "Hora", "Expediente", "Fecha/Hora de registro", "Estatus", "Clave de cita"],
        [day, late, "NO", "24/01/2024 15:53:49", "AGENDADA", "CC3QZ8"],
        [day, early, "NO", "24/01/2024 15:49:45", "CANCELADA", "Z8YP3Q"],
        [day, early, "NO", "24/01/2024 12:56:02", "AGENDADA", "Z8YP3Q"],
    ]
    assert visitor.texts("button")[-1] == "Regresar"
    assert 'action="/citas/bitacora"' in visitor.page.text


def test_nothing_registered(visitor: Visitor) -> None:
    visitor.search("/citas/bitacora", bystanders()[0])
    assert "No hay citas registradas" in visitor.text
    assert visitor.rows == []


def test_a_cancellation_shows_up(visitor: Visitor, with_appointment: Person) -> None:
    visitor.choose_appointment(with_appointment).cancel()
    visitor.search("/citas/bitacora", with_appointment)
    assert [row[3:] for row in visitor.rows[1:]] == [
        ["25/01/2024 09:00:00", "CANCELADA", "UC3QK2"],
        ["24/01/2024 10:20:31", "AGENDADA", "UC3QK2"],
    ]
