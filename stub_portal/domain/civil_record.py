"""What a civil registry knows of a person, and the plain letters that official keys use."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from unicodedata import normalize

_COMMON_FIRST_NAMES = {"MARIA", "MA", "M", "JOSE", "J"}


@dataclass(frozen=True, kw_only=True)
class CivilRecord:
    """Name, birth, sex ("H" or "M") and two-letter state of birth, as a CURP writes them."""

    names: str
    first_surname: str
    second_surname: str = ""
    born: date
    sex: Literal["H", "M"]
    state: str


def plain(text: str) -> str:
    """Return capitals without accents: only A-Z, Ñ and single spaces are left."""
    # NFD would take the tilde off the Ñ as well, which is a letter and not an accent.
    kept_apart = normalize("NFC", text).upper().replace("Ñ", "\0")
    letters = "".join(
        " " if char in "- " else char
        for char in normalize("NFD", kept_apart)
        if char in "- \0" or "A" <= char <= "Z"
    )
    return " ".join(letters.replace("\0", "Ñ").split())


def without_particles(text: str, particles: frozenset[str]) -> str:
    """Return plain words without those that do not count, such as DE or LA.

    The last word always counts: a person may well be called only by it.
    """
    words = plain(text).split()
    kept = [word for word in words[:-1] if word not in particles] + words[-1:]
    return " ".join(kept)


def telling_name(names: str) -> str:
    """Return the given names without a leading María or José, which too many people share."""
    first, _, rest = names.partition(" ")
    return rest if rest and first in _COMMON_FIRST_NAMES else names


def inner_vowel(word: str) -> str:
    """Return the first vowel after the first letter, or X."""
    return next((char for char in word[1:] if char in "AEIOU"), "X")
