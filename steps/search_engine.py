"""Looking for the portal, or opening it by its address (all guides, step 1)."""

import pytest
from pytest_bdd import then, when

from steps.addresses import PortalAddresses, where
from steps.reader import Reader
from steps.screens.no_search_engine import NoSearchEngine, SkipsSentences
from steps.screens.search_engine import SearchEngine
from steps.sentence import Sentence

TITLE = "Buscador"

AnySearchEngine = SearchEngine | NoSearchEngine


@pytest.fixture
def search_engine(
    reader: Reader, addresses: PortalAddresses, witness: SkipsSentences
) -> AnySearchEngine:
    """What the reader looks for the portal with, if there is anything."""
    return SearchEngine(reader) if addresses.search_engine else NoSearchEngine(witness)


@when(Sentence('busca "{words}"'))
def searches(
    reader: Reader, addresses: PortalAddresses, search_engine: AnySearchEngine, words: str
) -> None:
    """Abre el buscador y busca esas palabras; donde no hay buscador, abre el portal."""
    reader.open(addresses.search_engine or addresses.portal)
    search_engine.search(words)


@then(Sentence('ve el resultado "{title}" con la dirección "{address}"'))
def sees_result(search_engine: AnySearchEngine, title: str, address: str) -> None:
    """Comprueba que entre los resultados está ese, con esa dirección junto a su nombre."""
    search_engine.sees_result(title, address)


@when(Sentence('elige el resultado "{title}"'))
def chooses_result(search_engine: AnySearchEngine, title: str) -> None:
    """Elige un resultado de la búsqueda."""
    search_engine.choose(title)


@when(Sentence('escribe la dirección "{address}"'))
def types_address(reader: Reader, addresses: PortalAddresses, address: str) -> None:
    """Escribe la dirección publicada en el navegador."""
    reader.open(where(addresses, address))
