"""The log of a person's appointments (Bitácora, step 7)."""

from pytest_bdd import given, then

from steps.control import Control, HistoryEvent
from steps.dates import moment_of
from steps.history import long_history, rows_of
from steps.person import Person
from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.screens.search_form import FIELDS, SearchForm
from steps.screens.table import sees_many_rows, sees_rows
from steps.sentence import Sentence

TITLE = "Bitácora"


@given(Sentence("que con sus citas ha pasado esto, en este orden:"))
def has_history(control: Control, person: Person, datatable: list[list[str]]) -> None:
    """Deja en el portal lo que ha pasado con las citas de quien lee, renglón por renglón."""
    events = [
        (status, key, moment_of(*start.split()), moment_of(*registered.split()))
        for registered, status, key, start in datatable[1:]
    ]
    control.give_history(person, events)


@given(Sentence("que agendó {number} citas y canceló cada una"), target_fixture="history")
def has_long_history(control: Control, person: Person, number: str) -> list[HistoryEvent]:
    """Deja en el portal muchas citas de quien lee, todas canceladas."""
    history = long_history(int(number))
    control.give_history(person, history)
    return history


@then(Sentence('ve en "{caption}" estos renglones:'))
def sees_listing(reader: Reader, caption: str, datatable: list[list[str]]) -> None:
    """Comprueba los renglones de una tabla: todos, en ese orden y con esos encabezados."""
    sees_rows(reader, caption, datatable)


@then(Sentence('apunta la clave de cita "{key}"'))
def notes_key(reader: Reader, key: str) -> None:
    """Señala en la imagen la clave que la persona debe apuntar."""
    # By its text: on a phone its name begins with its column's.
    cell = reader.page.get_by_role("cell").and_(reader.page.get_by_text(key, exact=True))
    reader.reads(cell.describe(f"la clave «{key}»"))


@then(Sentence("ve todos los renglones, del más nuevo al más viejo"))
def sees_all_rows(reader: Reader, history: list[HistoryEvent]) -> None:
    """Comprueba una Bitácora larga, renglón por renglón."""
    sees_many_rows(reader, "Listado de citas", rows_of(history))


@then(Sentence("no ve ningún renglón"))
def sees_no_rows(reader: Reader) -> None:
    """Comprueba que no hay ninguna tabla."""
    reader.does_not_see(reader.page.get_by_role("table").describe("una tabla"))


@then(Sentence('tiene "{name}" a la vista, sin recorrer la lista'))
def has_in_view(reader: Reader, name: str) -> None:
    """Comprueba que algo se ve sin desplazar la pantalla."""
    reader.has_in_view(clickable(reader.page, name))


@then(Sentence("los cuatro campos están vacíos"))
def sees_empty_form(reader: Reader) -> None:
    """Comprueba que el formulario de búsqueda está en blanco."""
    SearchForm(reader).sees_values(dict.fromkeys(FIELDS, ""))
