"""The element of a screen that comes nearest to one that was looked for and not found."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from reports.pictures.aria import TEXT, Node, read_aria
from reports.pictures.pairing import likeness
from reports.pictures.screen import noun_of
from steps.sight import Aftermath

# From these likenesses (0 to 1) on: of an element of the sort that was looked for, and of another.
_ALIKE_OF_SORT, _ALIKE = 0.3, 0.5
_OF_SORT = 0.3  # so much nearer is one of that sort
_ROLE = re.compile(r"get_by_role\([\"'](\w+)[\"']")
_BY_LABEL = re.compile(r"get_by_(?:label|placeholder)\(")
# CSS pixels from an element to the outer side of its frame, as in the guides' pictures.
_MARGIN = 4
_FIELDS = {"textbox", "searchbox", "spinbutton", "combobox", "listbox", "checkbox", "radio"}


def roles_looked_for(error: BaseException) -> set[str]:
    """Return the roles that a locator asked for, as Playwright's own error names them."""
    said = str(error.__cause__ or "")
    return {*_ROLE.findall(said), *(_FIELDS if _BY_LABEL.search(said) else ())}


def nearest_element(
    text: str, roles: Collection[str], left: Aftermath, known: Collection[str]
) -> tuple[str, tuple[float, ...]]:
    """Return the element nearest to a text that was looked for, in Spanish, and how to frame it.

    `roles` are those that it was looked for by; an element called as one of `known` is no other
    one renamed. Nothing near: "" and no box.
    """
    found = []
    elements = list(_elements(read_aria(left.boxes)))
    for node in elements:
        name = _name(node)
        alike = likeness(text, name)
        of_sort = node.role in roles
        if name not in known and alike >= (_ALIKE_OF_SORT if of_sort else _ALIKE):
            found.append((alike + _OF_SORT * of_sort, node))
    if not found:
        return "", ()
    _, best = max(found, key=lambda one: one[0])
    others = (_box(node, left.scrolled) for node in elements)
    return f"{noun_of(best.role)} «{_name(best)}»", _framed(_box(best, left.scrolled), others)


def _elements(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        for one in (node, *node.descendants):
            if one.role != TEXT and _name(one):
                yield one


def _name(node: Node) -> str:
    return " ".join((node.name or node.text).split())


def _box(node: Node, scrolled: tuple[float, float]) -> tuple[float, ...]:
    try:
        left, top, width, height = (float(one) for one in node.attribute("box").split(","))
    except ValueError:  # it has none
        return ()
    return left + scrolled[0], top + scrolled[1], width, height


def _framed(box: tuple[float, ...], others: Iterable[tuple[float, ...]]) -> tuple[float, ...]:
    """Return the outer side of an element's frame, which reaches into no other element."""
    if not box:
        return ()
    gaps = (_apart(box, other) for other in others if other)
    margin = min((_MARGIN, *(gap / 2 for gap in gaps if gap >= 0)))
    left, top, width, height = box
    return left - margin, top - margin, width + 2 * margin, height + 2 * margin


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return how far two boxes are apart; less than 0 where one is over the other."""
    return max(
        *(one[0] - other[0] - other[2], other[0] - one[0] - one[2]),
        *(one[1] - other[1] - other[3], other[1] - one[1] - one[3]),
    )
