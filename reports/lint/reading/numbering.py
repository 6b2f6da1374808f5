"""The numbers that Word gives the paragraphs of its lists."""

from collections import defaultdict
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_PLAIN = ("decimal", "decimalZero")


class Numbering:
    """Counts a document's lists; ask for its paragraphs once each, in their order."""

    def __init__(self, document: Document) -> None:
        self._lists: dict[str, Any] = {}
        self._abstract: dict[str, Any] = {}
        self._counts: dict[str, int] = defaultdict(int)
        try:
            root: Any = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # a document without lists
            return
        for one in root.findall(qn("w:abstractNum")):
            self._abstract[one.get(qn("w:abstractNumId"))] = one
        for one in root.findall(qn("w:num")):
            self._lists[one.get(qn("w:numId"))] = one

    def of(self, paragraph: Paragraph) -> tuple[int, bool]:
        """Return its number, 0 when it has none of its own, and whether it is in a list."""
        asked = _asked(paragraph)
        if asked is None or asked[0] not in self._lists:
            return 0, False
        name, depth = asked
        numbered = [level for level in range(depth + 1) if self._is_numbered(name, level)]
        if numbered != [depth]:
            return 0, True
        return self._next(name, depth), True

    def _level(self, name: str, depth: int) -> Any:
        base = self._lists[name].find(qn("w:abstractNumId"))
        abstract = self._abstract.get(base.get(qn("w:val")))
        levels = [] if abstract is None else abstract.findall(qn("w:lvl"))
        return next((it for it in levels if it.get(qn("w:ilvl")) == str(depth)), None)

    def _is_numbered(self, name: str, depth: int) -> bool:
        level = self._level(name, depth)
        shape = None if level is None else level.find(qn("w:numFmt"))
        return shape is not None and shape.get(qn("w:val")) in _PLAIN

    def _next(self, name: str, depth: int) -> int:
        overrides = self._lists[name].findall(qn("w:lvlOverride"))
        here = next((it for it in overrides if it.get(qn("w:ilvl")) == str(depth)), None)
        override = None if here is None else here.find(qn("w:startOverride"))
        base = self._lists[name].find(qn("w:abstractNumId")).get(qn("w:val"))
        count = f"num {name} {depth}" if override is not None else f"base {base} {depth}"
        if count not in self._counts:
            first = (
                override if override is not None else self._level(name, depth).find(qn("w:start"))
            )
            self._counts[count] = int(first.get(qn("w:val"))) - 1 if first is not None else 0
        self._counts[count] += 1
        return self._counts[count]


def _asked(paragraph: Paragraph) -> tuple[str, int] | None:
    """Return the list and the level that a paragraph, or its style, asks for."""
    element: Any = paragraph._p  # noqa: SLF001 (python-docx gives no other way to its list)
    styles = [paragraph.style.element] if paragraph.style else []
    for one in (element, *styles):
        found = one.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is not None and (name := found.find(qn("w:numId"))) is not None:
            level = found.find(qn("w:ilvl"))
            depth = int(level.get(qn("w:val"))) if level is not None else 0
            return str(name.get(qn("w:val"))), depth
    return None
