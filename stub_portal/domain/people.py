"""A person as SINAVID has them registered, and the search that finds them."""

from dataclasses import dataclass
from unicodedata import normalize


@dataclass(frozen=True, kw_only=True)
class Search:
    """What somebody typed into the search form, to the letter (Cancelación guide, step 5)."""

    identity: str
    names: str
    first_surname: str
    second_surname: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """A worker or pensioner. `second_surname` is empty for whoever has none."""

    id: str
    curp: str
    rfc: str
    names: str
    first_surname: str
    second_surname: str = ""

    def answers_to(self, search: Search) -> bool:
        """Tell whether every code point of the search is the registered one, after NFC.

        Case, accents and blanks count, because the data go "tal como se encuentran
        registrados" (Cancelación guide, step 6).
        """
        return nfc(search.identity) in {nfc(self.curp), nfc(self.rfc)} and (
            nfc(search.names),
            nfc(search.first_surname),
            nfc(search.second_surname),
        ) == (nfc(self.names), nfc(self.first_surname), nfc(self.second_surname))


def nfc(text: str) -> str:
    """Return the text in Unicode NFC, so that two ways to write "é" are one."""
    return normalize("NFC", text)
