"""What people change in their data without noticing, under the names that the sentences use."""

from collections.abc import Callable
from functools import partial
from unicodedata import normalize

_ACUTE = "\u0301"
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


def _put(blank: str, place: str, text: str) -> str:
    return place.format(blank=blank, first=text[:1], rest=text[1:])


def _without_accents(text: str) -> str:
    return normalize("NFC", normalize("NFD", text).replace(_ACUTE, ""))


def _with_one_more_accent(text: str) -> str:
    plain = next(place for place, letter in enumerate(text) if letter in "aeiou")
    return normalize("NFC", f"{text[: plain + 1]}{_ACUTE}{text[plain + 1 :]}")


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
    "n en lugar de ñ": lambda text: text.replace("ñ", "n"),
    "los acentos y la tilde como caracteres aparte": partial(normalize, "NFD"),
}


def changed(text: str, change: str) -> str:
    """Return the text with a change such as "un espacio al final".

    Raises KeyError for an unknown change, ValueError for one that leaves the text as it was.
    """
    result = _CHANGES[change](text)
    if result == text:
        raise ValueError(f"«{change}» deja «{text}» como estaba: el escenario no probaría nada")
    return result
