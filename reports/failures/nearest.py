"""The element of a screen that comes nearest to one that was looked for and not found."""

import re
from collections.abc import Collection, Iterator, Sequence

from reports.pictures.aria import TEXT, Node, read_aria
from reports.pictures.pairing import likeness
from reports.pictures.screen import noun_of
from steps.sight import Aftermath

# From these likenesses (0 to 1) on: of an element of the sort that was looked for, and of another.
_ALIKE_OF_SORT, _ALIKE = 0.3, 0.5
_OF_SORT = 0.3  # so much nearer is one of that sort
_ROLE = re.compile(r"get_by_role\([\"'](\w+)[\"']")
_BY_LABEL = re.compile(r"get_by_(?:label|placeholder)\(")
_FIELDS = {"textbox", "searchbox", "spinbutton", "combobox", "listbox", "checkbox", "radio"}


def roles_looked_for(error: BaseException) -> set[str]:
    """Return the roles that a locator asked for, as Playwright's own error names them."""
    said = str(error.__cause__ or "")
    return {*_ROLE.findall(said), *(_FIELDS if _BY_LABEL.search(said) else ())}


def nearest_element(
    text: str, roles: Collection[str], left: Aftermath, known: Collection[str]
) -> tuple[str, tuple[float, ...]]:
    """Return the element nearest to a text that was looked for, in Spanish, and where it stands.

    `roles` are those that it was looked for by; an element called as one of `known` is no other
    one renamed. Nothing near: "" and no box.
    """
    found = []
    for node in _elements(read_aria(left.boxes)):
        name = _name(node)
        alike = likeness(text, name)
        of_sort = node.role in roles
        if name not in known and alike >= (_ALIKE_OF_SORT if of_sort else _ALIKE):
            found.append((alike + _OF_SORT * of_sort, node))
    if not found:
        return "", ()
    _, best = max(found, key=lambda one: one[0])
    return f"{noun_of(best.role)} «{_name(best)}»", _box(best, left.scrolled)


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
