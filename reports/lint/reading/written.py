"""Lines as they stand in a file, and wrapped ones made whole."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reports.lint.telling import Place

_STEP = re.compile(r"^\s*(?:[-*•▪◦●–\uf000-\uf0ff]\s+)?(?:\*\*)?(?:(\d{1,2})\s?[.)][-.]?|[Pp](?:aso|ASO) (\d{1,2})[.:)-]+)(?:\*\*)?\s+(?=\S)")  # fmt: skip  # noqa: E501
_ITEM = re.compile(r"^\s*(?:[-*•▪◦●–\uf000-\uf0ff]\s+(?:[a-h][.)]\s+)?|[a-h][.)]\s+)(?=\S)")
_CELLS = re.compile(r"\t+|[ \u00a0]{3,}|\s+\|\s+")
_RULED = re.compile(r"[\s|:+-]+")
_WRAPPED = 60  # letters: a line this long, without an end, goes on in the next
_LONGEST = 3000  # letters of a paragraph
_PAGE_NUMBER = re.compile(r"(?:p[áa]gina\s+)?\d+(?:\s+de\s+\d+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """A line of a file: `number` is its step's, where it begins one.

    `item` is an item of a list; `heading` and `cells` are known where the file says so.
    """

    text: str
    place: Place
    number: int = 0
    item: bool = False
    note: bool = False
    heading: bool = False
    cells: tuple[str, ...] = ()


def read_line(raw: str, place: Place) -> Written:
    """Read one line of text: its number or bullet, its cells, its heading mark."""
    text = raw.rstrip()
    note = text.lstrip().startswith(">")
    text = text.lstrip("> ") if note else text
    if text.startswith("#"):
        return Written(text.lstrip("# "), place, heading=True)
    if step := _STEP.match(text):
        nested = len(text) - len(text.lstrip()) > _INDENT
        number = 0 if nested and place.unit == "línea" else int(step[1] or step[2])
        return Written(text[step.end() :], place, number, item=nested, note=note)
    if item := _ITEM.match(text):
        return Written(text[item.end() :], place, item=True, note=note)
    cells = _cells(text)
    return Written("" if _RULED.fullmatch(text) else text.strip(), place, note=note, cells=cells)


_INDENT = 2  # blanks before a number: more, and it is an item of its step


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but the number of its page."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def made_whole(lines: Iterable[Written]) -> list[Written]:
    """Return the lines with wrapped ones joined, and without the empty ones."""
    whole: list[Written] = []
    last = ""  # the physical line before
    for line in lines:
        if line.text and last and whole and _goes_on(whole[-1], last, line):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {line.text}")
        elif line.text or line.cells:
            whole.append(line)
        last = line.text
    return whole


def _goes_on(before: Written, last: str, line: Written) -> bool:
    if line.number or line.item or line.heading or line.cells or before.cells:
        return False
    if before.heading or len(before.text) > _LONGEST or line.note != before.note:
        return False
    if is_capitals(line.text) != is_capitals(before.text):
        return False
    end = last.rstrip(" *_")[-1:]
    if line.text[0].islower() and end != ":":
        return True
    ended = end in tuple(".:;!?…")
    return len(last) >= _WRAPPED and not ended and not is_capitals(line.text)


def is_capitals(text: str) -> bool:
    """Tell whether a line is two words or more in capital letters."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) > 1 and all(word.isupper() for word in words)


def _cells(text: str) -> tuple[str, ...]:
    cells = tuple(cell.strip() for cell in _CELLS.split(text.strip().strip("|")) if cell.strip())
    return cells if len(cells) > 1 and not _RULED.fullmatch(text) else ()
