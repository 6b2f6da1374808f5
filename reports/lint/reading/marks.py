"""The marks in a line of text: bold, quotation marks, links, pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ESCAPED = re.compile(r"\\([^\w\s])")
_HIDDEN = re.compile("[\ue000-\ue07f]")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)|<img\b([^>]*)>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)|<(https?://[^>]+)>")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])[*_](?=\S)([^*_]+)(?<=\S)[*_](?![\w*])")
_QUOTED = re.compile(r"“([^”]+)”|«([^»]+)»|\"([^\"]+)\"")
_NAME = re.compile(r"(?=[A-ZÁÉÍÓÚÑ])[^\s:]+(?: [^\s:]+){0,5}(?<![.-])")
_EDGES = ' \t"“”«»'


@dataclass(frozen=True)
class Marked:
    """A text without marks, what it quotes, and what it sets in bold.

    A few words in bold that begin with a capital are a quote too: some guides quote screens so.
    """

    text: str
    quotes: tuple[str, ...]
    strong: tuple[str, ...]


def read_marks(source: str) -> Marked:
    """Take the marks out of a line."""
    text = _ESCAPED.sub(lambda it: chr(0xE000 + ord(it[1]) % 128), source)
    text = _PICTURE.sub("", text)
    text = _LINK.sub(lambda it: it[1] or it[2], text)
    strong = tuple(_shown(it[1]).strip(_EDGES) for it in _STRONG.finditer(text))
    names = {_shown(it[1]).strip(_EDGES) for it in _STRONG.finditer(text) if _quotes(text, it)}
    text = _EMPHASIS.sub(r"\1", text.replace("**", ""))
    text = _shown(" ".join(text.split()))
    quotes = [next(filter(None, it.groups())).strip() for it in _QUOTED.finditer(text)]
    quotes += [name for name in strong if name in names]
    return Marked(text, tuple(dict.fromkeys(quotes)), strong)


def _quotes(text: str, strong: re.Match[str]) -> bool:
    """Tell whether bold words are a name within a sentence, and not its beginning or an aside."""
    before = text[: strong.start()].strip()
    return bool(before and before[-1] != "(" and _NAME.fullmatch(strong[1].strip(_EDGES)))


def pictures_in(source: str) -> Iterator[str]:
    """Yield the alternative text of each picture in a line, "" where it has none."""
    for found in _PICTURE.finditer(source):
        alt = _ALT.search(found[2] or "")
        yield (found[1] or "").strip() or (((alt[1] or alt[2] or "").strip()) if alt else "")


def _shown(text: str) -> str:
    return _HIDDEN.sub(lambda it: chr(ord(it[0]) - 0xE000), text)
