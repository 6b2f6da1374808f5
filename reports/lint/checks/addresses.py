"""Addresses told differently, and names that are not spelt as in the address."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from reports.lint.case import Case
from reports.lint.finding import Fault, Finding
from reports.lint.telling import Line, Place, Telling
from reports.lint.words import plain

TWO_ADDRESSES = Fault(
    "la misma dirección, escrita de otro modo",
    matters="Una de las dos no lleva a donde debe, o lleva a un sitio ajeno.",
    do="Compruebe cuál abre la página y deje solo esa.",
)
NOT_AS_NAMED = Fault(
    "el nombre y la dirección no se escriben igual",
    matters="Quien escribe la dirección de memoria, por el nombre, no llega.",
    do="Avise de la diferencia y pida copiar la dirección con cuidado.",
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»“”\"()]+", re.IGNORECASE)
_NEAR, _LETTERS, _LONG = 0.85, 0.9, 6


def check_addresses(case: Case) -> Iterator[Finding]:
    """Find addresses that are nearly one and the same."""
    first: dict[str, Line] = {}
    for line in case.lines():
        for address in _addresses(line):
            first.setdefault(address, line)
    told = list(first.items())
    for place, (address, line) in enumerate(told):
        near = [(it, other) for it, other in told[place + 1 :] if _nearly(address, it)]
        if near and case.is_checked(line.place):
            against = ((other.place, it) for it, other in near)
            yield TWO_ADDRESSES.at(line.place, address, *against)


def check_names(case: Case) -> Iterator[Finding]:
    """Find names that differ by a letter from a part of the guide's address."""
    for guide in case.guides:
        for part, place in _parts(guide).items():
            if any(part in plain(quote) for line in guide.spoken
                   for quote in line.quotes if not _ADDRESS.search(quote)):  # fmt: skip
                continue  # the guide warns of it
            if named := next(_misspelt(guide, part), None):
                yield NOT_AS_NAMED.at(place, f"«{part}» en la dirección", named)


def _misspelt(guide: Telling, part: str) -> Iterator[tuple[Place, str]]:
    for line in guide.lines:
        text = _ADDRESS.sub("", line.text)
        for word in re.findall(r"\b[A-ZÁÉÍÓÚÑ]\w+", text):
            name = plain(word)
            if name != part and _one_letter_apart(name, part):
                yield line.place, f"«{word}»"


def _parts(guide: Telling) -> dict[str, Place]:
    """Return the words of the guide's addresses, each with where it stands first."""
    parts: dict[str, Place] = {}
    for line in guide.lines:
        for address in _addresses(line):
            for part in re.split(r"[\W_]+", plain(address)):
                if len(part) >= _LONG:
                    parts.setdefault(part, line.place)
    return parts


def _one_letter_apart(one: str, other: str) -> bool:
    alike = SequenceMatcher(None, one, other).ratio()
    return alike >= _LETTERS and abs(len(one) - len(other)) <= 1


def _addresses(line: Line) -> Iterator[str]:
    for found in _ADDRESS.findall(line.text):
        yield found.rstrip(".,;:")


def _nearly(one: str, other: str) -> bool:
    mine, theirs = _host(one), _host(other)
    if mine == theirs:
        bare = [re.sub(r"^\w+://(?:www\.)?", "", it).rstrip("/") for it in (one, other)]
        return bare[0] == bare[1]
    return SequenceMatcher(None, mine, theirs).ratio() >= _NEAR


def _host(address: str) -> str:
    return re.sub(r"^\w+://", "", plain(address)).split("/")[0]
