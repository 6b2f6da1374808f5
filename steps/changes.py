"""What people change in their data without noticing, under the names that the sentences use."""

from collections.abc import Callable
from functools import partial
from unicodedata import normalize

_ACUTE, _VOWELS = "\u0301", "aeiouAEIOU"
_BLANKS = {
    "un espacio": " ",
    "dos espacios": "  ",
    "un tabulador": "\t",
    "un espacio de no separación": "\u00a0",
    "un espacio de ancho cero": "\u200b",
    "una marca de dirección": "\u200e",  # what comes along from a chat or a PDF
    "un espacio largo": "\u2003",
}
_PLACES = {
    "al principio": "{blank}{first}{rest}",
    "en medio": "{first}{blank}{rest}",
    "al final": "{first}{rest}{blank}",
    "a cada lado": "{blank}{first}{rest}{blank}",
}


class CannotChangeError(ValueError):
    """A change to a text would prove nothing; the message, in Spanish, does not tell the text."""


def _put(blank: str, place: str, text: str) -> str:
    first, rest = text[:1], text[1:]
    return place.format(blank=blank, first=first, rest=rest) if rest else text


def _without_accents(text: str) -> str:
    return normalize("NFC", normalize("NFD", text).replace(_ACUTE, ""))


def _with_one_more_accent(text: str) -> str:
    after = next((place for place, letter in enumerate(text, 1) if letter in _VOWELS), None)
    return normalize("NFC", f"{text[:after]}{_ACUTE}{text[after:]}") if after else text


_CHANGES: dict[str, Callable[[str], str]] = {
    f"{blank} {place}": partial(_put, character, pattern)
    for blank, character in _BLANKS.items()
    for place, pattern in _PLACES.items()
} | {
    "dos espacios entre dos nombres": lambda text: text.replace(" ", "  "),
    "un espacio y nada más": lambda _: " ",
    "todo en mayúsculas": str.upper,
    "todo en minúsculas": str.lower,
    "un acento de menos": _without_accents,
    "un acento de más": _with_one_more_accent,
    "n en lugar de ñ": lambda text: text.replace("ñ", "n").replace("Ñ", "N"),
    "los acentos y la tilde como caracteres aparte": partial(normalize, "NFD"),
}


def changed(text: str, change: str) -> str:
    """Return the text with a change such as "un espacio al final".

    Raises KeyError for an unknown change, CannotChangeError for one that leaves the text as it was,
    and for a blank with nothing around it.
    """
    result = _CHANGES[change](text)
    if result == text:
        raise CannotChangeError(f"ese dato no admite «{change}»")
    return result
