"""Which stray blanks a typed text holds, seen from the text alone (Cancelación guide, step 6)."""

from enum import Enum
from unicodedata import category, normalize

_NO_BREAK = frozenset("\u00a0\u2007\u202f")
_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Blank(Enum):
    """A kind of stray blank."""

    LEADING = "leading"
    TRAILING = "trailing"
    DOUBLED = "doubled"
    TAB = "tab"
    NO_BREAK = "no-break"
    ZERO_WIDTH = "zero-width"
    OTHER = "other"


def stray_blanks(text: str) -> tuple[Blank, ...]:
    """Return the kinds of stray blank in the text, each once; () for a clean one."""
    text = normalize("NFC", text)
    found = {
        Blank.LEADING: text.startswith(" "),
        Blank.TRAILING: text.endswith(" ") and bool(text.strip(" ")),
        Blank.DOUBLED: "  " in text.strip(" "),
        Blank.TAB: "\t" in text,
        Blank.NO_BREAK: any(char in _NO_BREAK for char in text),
        Blank.ZERO_WIDTH: any(char in _ZERO_WIDTH for char in text),
        Blank.OTHER: any(_is_other_blank(char) for char in text),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def _is_other_blank(char: str) -> bool:
    # Zs: the em space and its kin; Cc: line ends and other control characters.
    known = char in " \t" or char in _NO_BREAK
    return not known and category(char) in {"Zs", "Zl", "Zp", "Cc"}
