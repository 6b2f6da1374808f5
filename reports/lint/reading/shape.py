"""The lines of a file, told apart: titles, steps, notes, and what a screen shows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from reports.lint.reading.marks import Marked, read_marks
from reports.lint.reading.written import Written, is_capitals
from reports.lint.telling import Kind, Line, Picture, Step, Telling
from reports.lint.vocabulary import NOTE, ORDER
from reports.lint.words import plain

_MANUAL = re.compile(
    r"^(?:gu[ií]a|manual|instructivo)\b[^“\"«]*(?:[“\"«][^”\"»]*[”\"»])?\s*", re.IGNORECASE
)
_CAPTION = re.compile(r"(?:figura|imagen|ilustracion) \d+ ?[.:]")  # it speaks of its picture
_BADGE = re.compile(r"(\d{1,2})\s+(?=[A-ZÁÉÍÓÚÑ¿¡])")
_LABEL_WORDS, _VALUE_WORDS, _NAME_WORDS = 8, 6, 5
_FIELD = re.compile(r"^([^:.]{2,60}?)\s*:\s+(\S(?:(?!:\s).)*)$")
_SAYS = re.compile(r"\b(?:\w+ran?|debe|hay que|se \w+|es|son|esta|o ingresar)\b|https?:")


def shape(
    name: str,
    written: Sequence[Written],
    pictures: Iterable[Picture] = (),
    *,
    untagged: bool = False,
) -> Telling:
    """Return what a guide tells, from the lines of its file."""
    own = [line for line in written if not _CAPTION.match(plain(read_marks(line.text).text))]
    opening, steps = _parts(list(_lines(_numbered(own))))
    lines = (*opening, *(line for step in steps for line in step.lines))
    return Telling(name, _title(lines), opening, steps, tuple(pictures), untagged=untagged)


def _numbered(written: Sequence[Written]) -> Sequence[Written]:
    """Number the steps of a file that shows their numbers without any sign, as in a badge."""
    if any(line.number for line in written):
        return written
    found: list[Written] = []
    due = 1
    for line in written:
        badge = _BADGE.match(line.text)
        if badge and int(badge[1]) == due:
            found.append(replace(line, text=line.text[badge.end() :], number=due, cells=()))
            due += 1
        else:
            found.append(line)
    return found


def _parts(lines: list[tuple[int, Line]]) -> tuple[tuple[Line, ...], tuple[Step, ...]]:
    starts = [place for place, (number, _) in enumerate(lines) if number]
    ends = [*starts, len(lines)][1:]
    opening = tuple(line for _, line in lines[: starts[0] if starts else len(lines)])
    steps = (
        Step(lines[start][0], tuple(line for _, line in lines[start:end]))
        for start, end in zip(starts, ends, strict=True)
    )
    return opening, tuple(steps)


def _lines(written: Sequence[Written]) -> Iterator[tuple[int, Line]]:
    """Yield each line with the number of the step that it begins, or 0."""
    texts = Counter(_bare(read_marks(line.text).text) for line in written)
    step, kind = 0, Kind.HEADING
    for one, after in zip_longest(written, written[1:]):
        step = one.number or step
        marked = read_marks(one.text)
        again = texts[_bare(marked.text)] > 1
        kind = _kind(one, marked, before=kind, heads=not step or again, after=after)
        place = replace(one.place, step=step)
        for text, cells in _pieces(one, marked, kind):
            row = _field_or(kind, text)
            cut = _FIELD.match(text) if row is Kind.FIELD else None
            told = (cut[1], cut[2]) if cut else cells
            yield (
                one.number,
                Line(text, row, place, marked.quotes, marked.strong, told),
            )


def _bare(text: str) -> str:
    return re.sub(r"[“”\"«»]", "", plain(text))


def _pieces(one: Written, marked: Marked, kind: Kind) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a line whole, or each of the fields that stand side by side in it."""
    cells = tuple(read_marks(cell).text for cell in one.cells)
    if cells and kind is Kind.FIELD:
        yield from ((cell, ()) for cell in cells)
    else:
        yield marked.text, cells


def _field_or(kind: Kind, text: str) -> Kind:
    if kind is Kind.FIELD and not _FIELD.match(text):
        return Kind.LABEL
    return kind


def _kind(
    one: Written, marked: Marked, *, before: Kind, heads: bool, after: Written | None
) -> Kind:
    text = marked.text
    if one.cells:
        return _row(one.cells, before, after)
    if one.heading or (heads and not one.number and is_capitals(text)):
        return Kind.HEADING
    if one.number:
        return Kind.PROSE
    if one.note or NOTE.match(plain(text)):
        return Kind.NOTE
    if one.item:
        return Kind.ITEM
    return _of_screen(text)


def _row(cells: tuple[str, ...], before: Kind, after: Written | None) -> Kind:
    if all(_FIELD.match(read_marks(cell).text) for cell in cells):
        return Kind.FIELD
    follows = before in {Kind.HEADER, Kind.ROW}
    return Kind.ROW if follows or not (after and len(after.cells) > 1) else Kind.HEADER


def _of_screen(text: str) -> Kind:
    field = _FIELD.match(text)
    if field and _short(field[1], _NAME_WORDS) and _short(field[2], _VALUE_WORDS):
        return Kind.FIELD
    alone = text.rstrip(":")
    begins = alone[:1].isupper() or alone[:1] == "*"
    is_label = begins and _short(alone, _LABEL_WORDS) and not _SAYS.search(plain(alone))
    return Kind.LABEL if is_label or is_capitals(alone) else Kind.PROSE


def _short(text: str, most: int) -> bool:
    orders = ORDER.search(plain(text)) and len(text.split()) > _NAME_WORDS
    return len(text.split()) <= most and text[-1:] not in tuple(".,;") and not orders


def _title(lines: Iterable[Line]) -> str:
    """Return what the guide is about: its first heading without "Guía para…"."""
    for line in lines:
        if line.kind is Kind.HEADING and (title := about(line.text)):
            return title
    return ""


def about(heading: str) -> str:
    """Return a heading without what every guide's begins with."""
    return _MANUAL.sub("", heading).strip()
