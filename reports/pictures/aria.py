"""Reads Playwright's ARIA snapshots: what is on a screen, as whoever cannot see it is told.

A snapshot is a small part of YAML, an element a line, with two spaces for each level:

    - heading "Cancela cita" [level=1]
    - textbox "Motivo*":
      - /placeholder: Escribe el motivo
      - text: Otro
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TEXT = "text"

_INDENT = 2
_PROPERTIES = ("/placeholder", "/url")
_ELEMENT = re.compile(r'(?P<role>[^\s"\[]+)(?: (?P<name>"(?:[^"\\]|\\.)*"|/.*/))?(?P<rest>.*)')
_ATTRIBUTE = re.compile(r"\[([\w-]+)(?:=([^\]]*))?\]")
_QUOTED_KEY = re.compile(r"'((?:[^']|'')*)'(?:: ?)?(.*)")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|.)")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True)
class Node:
    """An element of the screen, or a piece of text, whose role is "text".

    `attributes` are its states ("checked", "disabled"…, "true" unless it has a value), its
    "placeholder" and its "url"; `text` is what it says beside its name: of a field, what is
    written in it.
    """

    role: str
    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str
    children: tuple["Node", ...] = ()

    def attribute(self, name: str) -> str:
        """Return an attribute's value; "" when it has none."""
        return dict(self.attributes).get(name, "")

    @property
    def descendants(self) -> Iterator["Node"]:
        """Everything below it, in the order of reading."""
        for child in self.children:
            yield child
            yield from child.descendants


def read_aria(snapshot: str) -> tuple[Node, ...]:
    """Read a snapshot. A line of an unknown form is taken for text."""
    lines = [line.rstrip("\r") for line in snapshot.split("\n") if line.strip()]
    entries = [((len(line) - len(line.lstrip())) // _INDENT, *_entry(line)) for line in lines]
    return tuple(_nodes(entries))


def _nodes(entries: Sequence[tuple[int, str, str]]) -> Iterator[Node]:
    """Make a node of each entry (level, key, value) that is not below another one."""
    place = 0
    while place < len(entries):
        level, key, value = entries[place]
        end = place + 1
        while end < len(entries) and entries[end][0] > level:
            end += 1
        if not key.startswith("/"):
            yield _node(key, value, entries[place + 1 : end])
        place = end


def _node(key: str, value: str, below: Sequence[tuple[int, str, str]]) -> Node:
    found = _ELEMENT.fullmatch(key)
    if key == TEXT or not found:
        return Node(TEXT, "", (), value if key == TEXT else key)
    attributes = [(name, given or "true") for name, given in _ATTRIBUTE.findall(found["rest"])]
    level = below[0][0] if below else 0
    for depth, own, given in below:
        if depth == level and own in _PROPERTIES:
            attributes.append((own.removeprefix("/"), given))
    return Node(
        role=found["role"],
        name=_name(found["name"] or ""),
        attributes=tuple(attributes),
        text=value,
        children=tuple(_nodes(below)),
    )


def _name(written: str) -> str:
    if not written.startswith('"'):
        return written
    try:
        return str(json.loads(written))
    except json.JSONDecodeError:
        return written.strip('"')


def _entry(line: str) -> tuple[str, str]:
    """Split a line into its key and its value."""
    said = line.strip().removeprefix("- ")
    quoted = _QUOTED_KEY.fullmatch(said)
    if quoted:
        return quoted[1].replace("''", "'"), _value(quoted[2])
    key, _, value = said.partition(": ")
    return key.removesuffix(":"), _value(value)


def _value(written: str) -> str:
    if not (len(written) > 1 and written.startswith('"') and written.endswith('"')):
        return written
    return _ESCAPE.sub(_unescaped, written[1:-1])


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    if len(code) > 1:
        return chr(int(code[1:], 16))
    return _ESCAPED.get(code, code)
