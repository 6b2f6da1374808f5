"""What has changed on a screen for who reads it: told from two ARIA snapshots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.pictures import telling
from reports.pictures.pairing import Pairing, pair_up
from reports.pictures.rows import Rows, compare_rows
from reports.pictures.screen import COLUMN, HEADING, Element, Table, read_screen
from reports.pictures.states import Change, Kind

# Below this part of the contents in common (0 to 1) it is another screen.
_SAME_SCREEN = 0.25
_FEW = 4  # of less than this, nobody can tell


@dataclass(frozen=True)
class Meaning:
    """The changes of a screen; `renamed` holds what each text that was replaced became."""

    changes: tuple[Change, ...]
    renamed: dict[str, str]
    is_other: bool = False


def compare_meaning(old: str, new: str) -> Meaning:
    """Compare two ARIA snapshots."""
    before, after = read_screen(old), read_screen(new)
    pairing = pair_up(before, after)
    renamed = {before[one].name: after[other].name for one, other in pairing.pairs}
    if _is_another_screen(before, after, pairing):
        return Meaning((), renamed, is_other=True)
    changes = _changes(before, after, pairing)
    order = list(Kind)
    return Meaning(tuple(sorted(changes, key=lambda change: order.index(change.kind))), renamed)


def _changes(old: Sequence[Element], new: Sequence[Element], pairing: Pairing) -> Iterator[Change]:
    """Tell nothing twice, nor of each part of a whole that has gone, come or moved."""
    yield from _missing(old, pairing)
    yield from _added(new, pairing)
    yield from _moved(new, pairing)
    renamed = {(old[one].name, new[other].name) for one, other in pairing.pairs}
    for one, other in pairing.pairs:
        yield from _of_pair(old[one], new[other], old, new)
        values = old[one].value, new[other].value
        # An option that was renamed, and is the chosen one, has been told.
        if values[0] != values[1] and values not in renamed:
            yield telling.other_value(new[other], *values)


def _missing(old: Sequence[Element], pairing: Pairing) -> Iterator[Change]:
    gone = set(pairing.missing)
    for place in pairing.missing:
        if old[place].head not in gone:
            more = _has_more(old, place, gone)
            yield telling.missing(old[place], old, with_more=more)


def _added(new: Sequence[Element], pairing: Pairing) -> Iterator[Change]:
    come = set(pairing.added)
    for place in pairing.added:
        if new[place].head not in come:
            more = _has_more(new, place, come)
            yield telling.added(new[place], new, with_more=more)


def _has_more(screen: Sequence[Element], head: int, among: set[int]) -> bool:
    return any(screen[place].head == head for place in among)


def _moved(new: Sequence[Element], pairing: Pairing) -> Iterator[Change]:
    for place in sorted(pairing.moved):
        if new[place].head not in pairing.moved:
            yield telling.moved(new[place], new, _where(new, place, pairing.moved))


def _where(screen: Sequence[Element], place: int, moved: frozenset[int]) -> str:
    """Say behind or before what an element stands, best of all another one of its sort."""
    element = screen[place]
    siblings = [
        other
        for other, one in enumerate(screen)
        if (one.noun, one.head) == (element.noun, element.head) and other not in moved and one.name
    ]
    before = [other for other in siblings if other < place]
    if before:
        return f"después de «{telling.shortened(screen[before[-1]].name)}»"
    if siblings:
        return f"antes de «{telling.shortened(screen[siblings[0]].name)}»"
    others = [one for one in screen[:place] if one.name]
    return f"después de «{telling.shortened(others[-1].name)}»" if others else ""


def _of_pair(
    old: Element, new: Element, before: Sequence[Element], after: Sequence[Element]
) -> Iterator[Change]:
    if (old.noun, old.name) != (new.noun, new.name):
        yield telling.renamed(old, new, before)
    if old.hint != new.hint:
        yield telling.other_hint(new, old.hint, new.hint)
    yield from telling.other_states(old, new, after)
    if old.table and new.table:
        yield from _of_table(old.table, new.table)


def _of_table(old: Table, new: Table) -> Iterator[Change]:
    """Compare two tables, their rows by the columns that both have."""
    before, after = ([Element(COLUMN, name) for name in table.columns] for table in (old, new))
    pairing = pair_up(before, after)
    yield from _changes(before, after, pairing)
    yield from compare_rows(
        Rows(old.rows, len(old.columns), tuple(one for one, _ in pairing.pairs)),
        Rows(new.rows, len(new.columns), tuple(other for _, other in pairing.pairs)),
        [new.columns[other] for _, other in pairing.pairs],
    )


def _is_another_screen(old: Sequence[Element], new: Sequence[Element], pairing: Pairing) -> bool:
    """Tell whether so little of the contents is left that naming each change would help nobody."""
    longest = max(sum(one.body for one in screen) for screen in (old, new))
    same = [
        old[one]
        for one, other in pairing.pairs
        if old[one].body and (old[one].noun, old[one].name) == (new[other].noun, new[other].name)
    ]
    has_kept_its_heading = any(one.noun == HEADING for one in same)
    return longest >= _FEW and not has_kept_its_heading and len(same) < _SAME_SCREEN * longest
