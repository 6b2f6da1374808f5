"""Looking for the portal, or opening it by its address (all guides, step 1)."""

from pytest_bdd import then, when

from steps.addresses import PortalAddresses, where
from steps.reader import Reader
from steps.screens.search_engine import SearchEngine
from steps.sentence import Sentence

TITLE = "Buscador"


@when(Sentence('busca "{words}"'))
def searches(reader: Reader, addresses: PortalAddresses, words: str) -> None:
    """Abre el buscador y busca esas palabras."""
    reader.open(addresses.search_engine)
    SearchEngine(reader).search(words)


@then(Sentence('ve el resultado "{title}" con la dirección "{address}"'))
def sees_result(reader: Reader, title: str, address: str) -> None:
    """Comprueba que entre los resultados está ese, con esa dirección debajo."""
    SearchEngine(reader).sees_result(title, address)


@when(Sentence('elige el resultado "{title}"'))
def chooses_result(reader: Reader, title: str) -> None:
    """Elige un resultado de la búsqueda."""
    SearchEngine(reader).choose(title)


@when(Sentence('escribe la dirección "{address}"'))
def types_address(reader: Reader, addresses: PortalAddresses, address: str) -> None:
    """Escribe la dirección publicada en el navegador."""
    reader.open(where(addresses, address))
