"""Getting somewhere by the shortest way, for rules whose story begins there.

By address, so that a rule is not called false because of a menu that it does not speak of.
"""

from pytest_bdd import given, when

from steps.addresses import PortalAddresses
from steps.person import Person
from steps.reader import Reader
from steps.screens.cancellation import Cancellation
from steps.screens.clickable import clickable
from steps.screens.search_form import SearchForm
from steps.sentence import Sentence

TITLE = "Atajos a una pantalla"


@given(Sentence('que llegó a la pantalla "{screen}"'))
def reached(reader: Reader, addresses: PortalAddresses, screen: str) -> None:
    """Llega por su dirección a la pantalla de una opción del menú «Citas»."""
    reader.open(addresses.screens[screen])


@when(Sentence('busca sus datos en "{screen}"'))
def searches_own_data(
    reader: Reader, addresses: PortalAddresses, person: Person, screen: str
) -> None:
    """Llega por su dirección a una pantalla y busca con los datos de quien lee."""
    reached(reader, addresses, screen)
    SearchForm(reader).fill(person)
    reader.follow(clickable(reader.page, "Buscar"))


@given(Sentence("que abrió el detalle de su cita del {date}"))
def opened_detail(reader: Reader, addresses: PortalAddresses, person: Person, date: str) -> None:
    """Llega por lo más corto al detalle de la cita de ese día, para cancelarla."""
    searches_own_data(reader, addresses, person, "Cancela cita")
    Cancellation(reader).choose_appointment(date)
    Cancellation(reader).can_cancel()
