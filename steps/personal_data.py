"""Personal data that nothing may show: found however they are written, and hidden in texts."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote_to_bytes

from steps.person import Person

HIDDEN = "•••"

# What may stand between two characters and is not seen, or hardly.
_GAP = r"[\s\u200b-\u200f\u2060\ufeff\u00ad]"
_LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f"
_LOWER, _UPPER = r"a-z\u00df-\u00f6\u00f8-\u00ff", r"A-Z\u00c0-\u00d6\u00d8-\u00de"
# A name is a whole word. "NombreGil" holds one: two boxes of a screen read without what parts them.
_BEGINS = rf"(?:(?<![{_LETTER}])|(?<=[{_LOWER}])(?=[{_UPPER}]))"
_ENDS = rf"(?:(?![{_LETTER}])|(?<=[{_LOWER}])(?=[{_UPPER}]))"
# Of a CURP and of an RFC the first ten characters are the same: initials and date of birth.
_IDENTIFIER = re.compile(r"[A-ZÑ&]{4}\d{6}\w{0,8}", re.IGNORECASE)
_SHARED = 10
_CURP, _RFC, _NAMES, _ONE_NAME = "la CURP", "el RFC", "el nombre", "uno de los nombres"
_ALTERNATIVE = {_CURP: _RFC, _RFC: _CURP, _ONE_NAME: _NAMES}
_ALONE = 3  # letters of a given name that is hidden also without the others
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrtfv])")
_OCTETS = re.compile("(?:%[0-9a-fA-F]{2})+")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Datum:
    """One datum: `kind` is what it is, in Spanish; `value`, what it says; `person`, whose it is."""

    kind: str
    value: str
    person: str = ""

    def __repr__(self) -> str:
        return f"Datum({self.kind!r})"  # whatever prints one must not tell it

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The datum in any case, with accents or without; valid in Python and in a browser."""
        return re.compile(_pattern(self.value))

    def count(self, text: str) -> int:
        """Return how many times a text holds it."""
        return sum(1 for _ in self.pattern.finditer(text))


class PersonalData:
    """All that must not be shown in a run.

    `masked` is what was covered on some picture or hidden in some text, `pictures` how many
    pictures were taken.
    """

    def __init__(self, data: Iterable[Datum] = ()) -> None:
        known = (one for one in data if one.value.strip())
        self.data: tuple[Datum, ...] = tuple(dict.fromkeys(known))
        self.masked: set[Datum] = set()
        self.pictures = 0
        # The longest first: what is within another one goes with it.
        longest = sorted({one.value for one in self.data}, key=len, reverse=True)
        self.pattern = re.compile("|".join(f"(?:{_pattern(value)})" for value in longest))

    def __bool__(self) -> bool:
        return bool(self.data)

    def find(self, text: str) -> set[Datum]:
        """Return the data that a text holds, as it is written."""
        return {one for one in self.data if one.pattern.search(text)}

    def hide(self, text: str) -> str:
        """Return a text with every datum as "•••", also those that an address or HTML encodes."""
        if not self.data:
            return text
        for decode in _DECODERS:
            shown = decode(_COLOUR.sub("", text))
            found = self.find(shown)
            if found:  # else it stays as it is written
                self.masked |= found
                text = self.pattern.sub(HIDDEN, shown)
        return text

    def parts(self, datum: Datum) -> set[Datum]:
        """Return what stands for a datum where only its words are found, each by itself."""
        if datum.kind != _NAMES:
            return set()
        return {one for one in self.data if (one.person, one.kind) == (datum.person, _ONE_NAME)}

    def never_masked(self) -> set[Datum]:
        """Return the data whose mask matched nothing, though pictures of their person were taken.

        Nobody is looked up by both CURP and RFC, and nobody has to be called by one name alone.
        """
        looked_up = {one.person for one in self.masked if one.kind in {_CURP, _RFC}}
        shown = looked_up or {one.person for one in self.masked or self.data}
        masked = {(one.person, one.kind) for one in self.masked}
        return {
            one
            for one in self.data
            if self.pictures
            and one.person in shown
            and one not in self.masked
            and (one.person, _ALTERNATIVE.get(one.kind)) not in masked
        }


def data_of_person(person: Person, name: str = "") -> tuple[Datum, ...]:
    """Return what must not be shown of a person; the full name is made of parts that are not.

    `name` tells them from other people of the run.
    """
    data = [
        Datum(_CURP, person.curp, name),
        Datum(_RFC, person.rfc, name),
        Datum("el primer apellido", person.first_surname, name),
        Datum("el segundo apellido", person.second_surname, name),
        Datum(_NAMES, person.names, name),
    ]
    apart = [one for one in person.names.split() if len(one) >= _ALONE and one != person.names]
    data += [Datum(_ONE_NAME, one, name) for one in apart]
    return tuple(one for one in data if one.value.strip())


def decoded(text: str) -> Iterator[str]:
    """Yield a text as it reads without colours, then decoded from JSON, HTML and an address."""
    plain = _COLOUR.sub("", text)
    for decode in _DECODERS:
        yield decode(plain)


def kinds(data: Iterable[Datum]) -> str:
    """Return which data, without telling them: "la CURP, el nombre"."""
    return ", ".join(sorted({one.kind for one in data}))


def _unescaped(text: str) -> str:
    def character(escape: re.Match[str]) -> str:
        code = escape[1] or escape[2]
        return chr(int(code, 16)) if code else " "

    return _ESCAPE.sub(character, text)


def _from_address(text: str) -> str:
    def characters(octets: re.Match[str]) -> str:
        data = unquote_to_bytes(octets[0])
        try:
            return data.decode()
        except UnicodeDecodeError:  # as old addresses are written
            return data.decode("latin-1")

    return _OCTETS.sub(characters, text.replace("+", " "))


_DECODERS: Sequence[Callable[[str], str]] = (str, _unescaped, html.unescape, _from_address)


def _pattern(value: str) -> str:
    value = unicodedata.normalize("NFC", value.strip())
    if _IDENTIFIER.fullmatch(value):
        whole, beginning = (
            f"{_GAP}*".join(map(_character, part)) for part in (value, value[:_SHARED])
        )
        return rf"(?:{whole}|{beginning}[0-9A-Za-z]{{0,8}})"
    words = rf"{_GAP}+".join(_word(word) for word in value.split())
    return f"{_BEGINS}{words}{_ENDS}"


def _word(word: str) -> str:
    """A blank after the first letter is how the rules about blanks break a datum."""
    first, *rest = map(_character, word)
    return rf"{first}{_GAP}*{''.join(rest)}" if rest else first


def _character(character: str) -> str:
    letter = _plain(character)
    if not letter.isalpha():
        return re.escape(character).replace("/", r"\/")
    return rf"[{_WRITTEN.get(letter, character)}][\u0300-\u036f]*"


def _plain(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()


def _written() -> dict[str, str]:
    """Return by each plain letter all that it may be written as, in both cases."""
    ways: dict[str, str] = {}
    for code in (*range(0x41, 0x180), *range(0x1E00, 0x1F00)):
        letter = _plain(chr(code))
        if chr(code).isalpha() and letter.isascii():
            ways[letter] = ways.get(letter, "") + chr(code)
    return ways


_WRITTEN = _written()
