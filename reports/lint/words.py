"""Spanish words, compared as a reader compares them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_EMPTY = set(
    re.findall(
        r"\w+",
        "a al ante con cual cuando de del desde donde e el ella en entre es esta este esto ha hay"
        " la las le les lo los mas mismo mismos no o para por que se sera si sin su sus u un una"
        " y ya",
    )
)
_END = re.compile(r"(?<=[.!?…])\s+(?=[«“\"¿¡(]*[A-ZÁÉÍÓÚÑ])")
_WORD = re.compile(r"\w+")
# Two words are of one family when they begin alike for this long, and for this part of them.
_COMMON, _PART = 5, 0.6


@cache
def plain(text: str) -> str:
    """Return a text in small letters, without accents, with single blanks."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(it for it in bare if not unicodedata.combining(it)).split())


@cache
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, plain."""
    return tuple(_WORD.findall(plain(text)))


@cache
def content_words(text: str) -> tuple[str, ...]:
    """Return the words that say something: no articles, prepositions and the like."""
    return tuple(word for word in words(text) if word not in _EMPTY)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph."""
    return tuple(part.strip() for part in _END.split(text) if part.strip())


def same_family(one: str, other: str) -> bool:
    """Tell whether two plain words come from one root, as "cancelar" and "cancelacion"."""
    common = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        common += 1
    return common >= _COMMON and common >= _PART * min(len(one), len(other))


def speaks_of(text: str, word: str) -> bool:
    """Tell whether a text has a word of the same family."""
    return any(same_family(word, other) for other in words(text))


def likeness(one: str, other: str) -> float:
    """Return how many of their words two texts share, from 0 to 1."""
    mine, theirs = set(content_words(one)), set(content_words(other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def as_written(text: str, found: re.Match[str]) -> str:
    """Return what was found in the plain form of a text, with its capitals and accents."""
    written = " ".join(text.split())[found.start() : found.end()]
    return written if plain(written) == found[0].strip() else found[0].strip()


def unquoted(text: str, quotes: Iterable[str]) -> str:
    """Return a plain text with … in the place of each text that it quotes."""
    for quote in sorted(map(plain, quotes), key=len, reverse=True):
        text = text.replace(quote, "…")
    return text


def shortened(text: str, most: int = 90) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0]}…"
