"""Looking for the portal, or opening it by its address (both guides, step 1)."""

from pytest_bdd import then, when

from steps.addresses import PortalAddresses, where
from steps.reader import Reader
from steps.screens.search_engine import SearchEngine
from steps.sentence import Sentence


@when(Sentence('busca "{words}"'))
def searches(reader: Reader, addresses: PortalAddresses, words: str) -> None:
    reader.open(addresses.search_engine)
    SearchEngine(reader).search(words)


@then(Sentence('ve el resultado "{title}" con la dirección "{address}"'))
def sees_result(reader: Reader, title: str, address: str) -> None:
    SearchEngine(reader).sees_result(title, address)


@when(Sentence('elige el resultado "{title}"'))
def chooses_result(reader: Reader, title: str) -> None:
    SearchEngine(reader).choose(title)


@when(Sentence('escribe la dirección "{address}"'))
def types_address(reader: Reader, addresses: PortalAddresses, address: str) -> None:
    reader.open(where(addresses, address))
