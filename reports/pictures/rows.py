"""What has changed among the rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.pictures import telling
from reports.pictures.states import Change, Kind

Row = tuple[str, ...]

# More new or missing rows than these are counted instead of read out.
_FEW = 3


@dataclass(frozen=True)
class Rows:
    """The rows of a table with so many columns; `common` are the places of those compared."""

    cells: tuple[Row, ...]
    columns: int
    common: tuple[int, ...]

    @property
    def compared(self) -> list[Row]:
        """Each row's cells in the columns compared; a row that has not one in each, whole."""
        return [
            tuple(row[place] for place in self.common) if len(row) == self.columns else row
            for row in self.cells
        ]

    def told(self, place: int) -> str:
        """Return a row as it is read."""
        return " · ".join(filter(None, self.cells[place]))


def compare_rows(old: Rows, new: Rows, columns: Sequence[str]) -> Iterator[Change]:
    """Tell which rows are new, missing or moved, and which cells say something else.

    `columns` are the names of those compared.
    """
    before, after = old.compared, new.compared
    gone: list[int] = []
    come: list[int] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, left, left_end, right, right_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        lefts, rights = list(range(left, left_end)), list(range(right, right_end))
        for one, other in _rewritten(before, after, lefts, rights):
            yield from _cells(before[one], after[other], columns, other, len(after))
        gone += lefts
        come += rights
    yield from _moved(before, after, gone, come, new)
    yield from _counted(Kind.MISSING, [old.told(place) for place in gone])
    yield from _counted(Kind.ADDED, [new.told(place) for place in come])


def _rewritten(
    before: Sequence[Row], after: Sequence[Row], lefts: list[int], rights: list[int]
) -> Iterator[tuple[int, int]]:
    """Pair rows of which at least half is the same, and take them out of the two lists."""
    for one in list(lefts):
        alike = {other: _same_cells(before[one], after[other]) for other in rights}
        best = max(alike, key=lambda other: alike[other], default=None)
        if best is not None and 2 * alike[best] >= len(before[one]) == len(after[best]):
            lefts.remove(one)
            rights.remove(best)
            yield one, best


def _same_cells(one: Row, other: Row) -> int:
    return sum(left == right for left, right in zip(one, other, strict=False))


def _cells(
    before: Row, after: Row, columns: Sequence[str], place: int, count: int
) -> Iterator[Change]:
    of_several = f" del renglón {place + 1}" if count > 1 else ""
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            column = f"«{columns[number]}»" if number < len(columns) else f"la celda {number + 1}"
            yield Change(Kind.OTHER_VALUE, telling.said(f"{column}{of_several}", old, new))


def _moved(
    before: Sequence[Row], after: Sequence[Row], gone: list[int], come: list[int], new: Rows
) -> Iterator[Change]:
    """Tell which rows have only changed places, and take them out of the two lists."""
    for one in list(gone):
        other = next((place for place in come if after[place] == before[one]), None)
        if other is not None:
            gone.remove(one)
            come.remove(other)
            text = f"Cambió de lugar un renglón, ahora el {other + 1}: {new.told(other)}"
            yield Change(Kind.MOVED, text)


def _counted(kind: Kind, rows: Sequence[str]) -> Iterator[Change]:
    is_new = kind is Kind.ADDED
    if len(rows) > _FEW:
        what = f"Hay {len(rows)} renglones nuevos" if is_new else f"Faltan {len(rows)} renglones"
        yield Change(kind, f"{what}; el primero: {rows[0]}")
        return
    for row in rows:
        yield Change(kind, f"{'Hay un renglón nuevo' if is_new else 'Falta un renglón'}: {row}")
