"""Looking a person up (Bitácora, step 6; Cancelación, steps 5 and 6)."""

from pytest_bdd import then, when

from steps.person import Person
from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.screens.search_form import SearchForm
from steps.sentence import Sentence

TITLE = "Formulario de búsqueda"


@then(Sentence("ve el formulario de búsqueda"))
def sees_form(reader: Reader) -> None:
    """Comprueba que el formulario de búsqueda tiene sus cuatro campos."""
    SearchForm(reader).sees_fields()


@when(Sentence("escribe sus datos tal como están registrados"))
def types_own_data(reader: Reader, person: Person) -> None:
    """Llena el formulario de búsqueda con los datos de quien lee."""
    SearchForm(reader).fill(person)


@when(Sentence("escribe sus datos, con el RFC en lugar de la CURP"))
def types_own_data_by_rfc(reader: Reader, person: Person) -> None:
    """Llena el formulario de búsqueda con los datos de quien lee, y su RFC en vez de la CURP."""
    SearchForm(reader).fill_by_rfc(person)


@then(Sentence("la búsqueda encuentra a la persona"))
def finds_person(reader: Reader) -> None:
    """Comprueba que la búsqueda encontró a alguien: no da ningún error ni vuelve a pedir datos."""
    SearchForm(reader).is_left()


@when(Sentence('oprime "{name}"'))
def presses(reader: Reader, name: str) -> None:
    """Oprime un botón o elige un vínculo que lleva a otra pantalla, por lo que dice."""
    reader.follow(clickable(reader.page, name))
