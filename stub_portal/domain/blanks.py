"""Which stray blanks a typed text holds, seen from the text alone (Cancelación guide, step 6)."""

import re
from enum import Enum
from unicodedata import category, normalize

_NO_BREAK = frozenset("\u00a0\u2007\u202f")
_SEPARATORS = frozenset({"Zs", "Zl", "Zp"})  # the em space and its kin; line and paragraph ends
_CONTROL, _INVISIBLE = "Cc", "Cf"  # Cf: the zero-width space, the soft hyphen, direction marks
# Letters, marks and a symbol to Unicode, and nothing to the eye: Hangul's and Khmer's fillers, the
# grapheme joiner, the variation selectors and the empty Braille cell.
_SHOWS_NOTHING = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
).union(map(chr, range(0xFE00, 0xFE10)), map(chr, range(0xE0100, 0xE01F0)))
_INNER_SPACE = re.compile(r"[^ ] (?=[^ ])")


class Blank(Enum):
    """A kind of stray blank."""

    LEADING = "leading"
    TRAILING = "trailing"
    INNER = "inner"
    DOUBLED = "doubled"
    TAB = "tab"
    NO_BREAK = "no-break"
    ZERO_WIDTH = "zero-width"
    OTHER = "other"


def stray_blanks(text: str, *, one_word: bool = False) -> tuple[Blank, ...]:
    """Return the kinds of stray blank in the text, each once; () for a clean one.

    A single space between two words is stray only in what is `one_word`: a CURP or an RFC.
    """
    text = normalize("NFC", text)
    found = {
        Blank.LEADING: text.startswith(" "),
        Blank.TRAILING: text.endswith(" ") and bool(text.strip(" ")),
        Blank.INNER: one_word and _INNER_SPACE.search(text) is not None,
        Blank.DOUBLED: "  " in text.strip(" "),
        Blank.TAB: "\t" in text,
        Blank.NO_BREAK: any(char in _NO_BREAK for char in text),
        Blank.ZERO_WIDTH: any(_is_invisible(char) for char in text),
        Blank.OTHER: any(_is_other_blank(char) for char in text),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def only_blanks(text: str) -> bool:
    """Tell whether something was typed, and nothing of it can be seen."""
    blank = {*_SEPARATORS, _CONTROL}
    return bool(text) and all(_is_invisible(char) or category(char) in blank for char in text)


def shows_a_letter(text: str) -> bool:
    """Tell whether there is a letter in the text for anybody to see."""
    return any(category(char).startswith("L") and not _is_invisible(char) for char in text)


def _is_invisible(char: str) -> bool:
    return category(char) == _INVISIBLE or char in _SHOWS_NOTHING


def _is_other_blank(char: str) -> bool:
    known = char in " \t" or char in _NO_BREAK
    return not known and category(char) in {*_SEPARATORS, _CONTROL}
