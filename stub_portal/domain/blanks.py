"""Which stray blanks a typed text holds, seen from the text alone (Cancelación guide, step 6)."""

import re
from enum import Enum
from unicodedata import category, normalize

_NO_BREAK = frozenset("\u00a0\u2007\u202f")
_SEPARATORS = frozenset({"Zs", "Zl", "Zp"})  # the em space and its kin; line and paragraph ends
_CONTROL, _INVISIBLE = "Cc", "Cf"  # Cf: the zero-width space, the soft hyphen, direction marks
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
        Blank.ZERO_WIDTH: any(category(char) == _INVISIBLE for char in text),
        Blank.OTHER: any(_is_other_blank(char) for char in text),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def only_blanks(text: str) -> bool:
    """Tell whether something was typed, and nothing of it can be seen."""
    unseen = {*_SEPARATORS, _CONTROL, _INVISIBLE}
    return bool(text) and all(category(char) in unseen for char in text)


def _is_other_blank(char: str) -> bool:
    known = char in " \t" or char in _NO_BREAK
    return not known and category(char) in {*_SEPARATORS, _CONTROL}
