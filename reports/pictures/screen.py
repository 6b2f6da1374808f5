"""What a person finds on a screen, in the order of reading, from its ARIA snapshot.

Everything is found once: a label is its field's name, and a link in a heading is just a link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.pictures.aria import TEXT, Node, read_aria

COLUMN = "columna"
DATUM = "dato"
FIELD = "campo"
HEADING = "encabezado"
LIST = "lista"
NOTICE = "aviso"
OPTION = "opción"
POINT = "punto de la lista"
PROSE = "texto"
TABLE = "tabla"

# How the team calls what stands on a screen. What is used, is not looked into.
_USED = {
    "button": "botón",
    "checkbox": "casilla",
    "img": "imagen",
    "link": "vínculo",
    "menuitem": "opción del menú",
    "menuitemcheckbox": "opción del menú",
    "menuitemradio": "opción del menú",
    "progressbar": "barra de avance",
    "radio": OPTION,
    "slider": "control deslizante",
    "switch": "interruptor",
    "tab": "pestaña",
}
_FIELDS = {
    "combobox": LIST,
    "listbox": LIST,
    "searchbox": FIELD,
    "spinbutton": FIELD,
    "textbox": FIELD,
}
_PROSE = {
    "alert": NOTICE,
    "blockquote": PROSE,
    "caption": PROSE,
    "heading": HEADING,
    "listitem": POINT,
    "paragraph": PROSE,
    "status": NOTICE,
}
_AROUND = {
    "alertdialog": "ventana",
    "article": "apartado",
    "complementary": "recuadro",
    "dialog": "ventana",
    "figure": "imagen",
    "form": "formulario",
    "grid": TABLE,
    "group": "grupo",
    "list": LIST,
    "menu": "menú",
    "navigation": "menú",
    "radiogroup": "grupo",
    "region": "sección",
    "search": "buscador",
    "table": TABLE,
    "tablist": "grupo de pestañas",
}
_NOTICES = {"alert", "status"}
_TABLES = {"table", "grid", "treegrid"}
_CELLS = {"cell", "gridcell", "rowheader"}
_INLINE = {"code", "deletion", "emphasis", "insertion", "mark", "strong", "subscript"}
_INLINE |= {TEXT, "superscript", "time"}
_BESIDE = {"banner", "complementary", "contentinfo", "navigation"}
_STATES = ("checked", "disabled", "expanded", "invalid", "pressed", "selected")


@dataclass(frozen=True)
class Table:
    """The rows of a table below its columns' names; a cell is its text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Element:
    """One thing on the screen: `noun` says in Spanish what it is.

    `value` is what is written or chosen in it, `hint` what an empty field asks for. `head` is the
    place of the element that it belongs to, as a list's of an option. `body` is False for what
    stands around the contents: banner, menus and footer.
    """

    noun: str
    name: str
    value: str = ""
    hint: str = ""
    states: tuple[str, ...] = ()
    head: int | None = None
    body: bool = True
    table: Table | None = None


def noun_of(role: str) -> str:
    """Return how the team calls what has an ARIA role."""
    nouns = _AROUND | _PROSE | _USED | _FIELDS | {"columnheader": COLUMN, "option": OPTION}
    return nouns.get(role, "elemento")


def read_screen(snapshot: str) -> tuple[Element, ...]:
    """Return what is on the screen of an ARIA snapshot."""
    return tuple(_Reading(read_aria(snapshot)).elements)


@dataclass(frozen=True)
class _Place:
    """Where an element is met: `link` is what a link is called there, `told` what is no news."""

    head: int | None = None
    body: bool = True
    link: str = _USED["link"]
    told: str = ""


class _Reading:
    """Goes through a snapshot and keeps what it finds."""

    def __init__(self, roots: Sequence[Node]) -> None:
        everything = [node for root in roots for node in (root, *root.descendants)]
        labelled = {*_FIELDS, *_USED, *_AROUND}
        names = {node.name for node in everything if node.role in labelled} - {""}
        self._labels = sorted(names, key=len, reverse=True)
        self._titles = {node.name for node in everything if node.role in ("heading", "region")}
        self.elements: list[Element] = []
        has_main = any(node.role == "main" for node in everything)
        self._visit_all(roots, _Place(body=not has_main))

    def _visit_all(self, nodes: Iterable[Node], place: _Place) -> None:
        term = ""
        for node in nodes:
            if node.role == "term":
                term = _own_text(node)
            elif node.role == "definition":
                self._add(place, Element(DATUM, term, value=_own_text(node)))
                self._visit_all(_not_inline(node), place)
            else:
                self._visit(node, place)

    def _visit(self, node: Node, place: _Place) -> None:
        if node.role == TEXT:
            self._read_text(_spaced(node.text), place)
        elif node.role in _USED:
            noun = place.link if node.role == "link" else _USED[node.role]
            if node.role == "button" and place.link != _USED["link"]:
                noun = "menú"  # it is what opens the list beside it
            self._add(place, Element(noun, _any_text(node), states=_states(node)))
        elif node.role in _FIELDS:
            self._visit_field(node, place)
        elif node.role in _TABLES:
            name = "" if node.name in self._titles else node.name
            self._add(place, Element(TABLE, name, table=_table(node)))
        elif node.role in _PROSE:
            self._visit_prose(node, place)
        else:
            self._visit_around(node, place)

    def _visit_field(self, node: Node, place: _Place) -> None:
        options = [child for child in node.descendants if child.role == "option"]
        chosen = [option.name for option in options if option.attribute("selected")]
        value = ", ".join(chosen) or _own_text(node)
        hint = node.attribute("placeholder")
        field = Element(_FIELDS[node.role], node.name, value, hint, _states(node))
        inner = replace(place, head=self._add(place, field))
        for option in options:
            self._add(inner, Element(OPTION, option.name))

    def _visit_prose(self, node: Node, place: _Place) -> None:
        says = (node.name if node.role == "heading" else "") or _own_text(node)
        if node.role in _NOTICES:
            says = says or next((text for text in map(_any_text, node.children) if text), "")
        within = [child for child in node.descendants if child.role in _USED]
        if says == place.told or any(child.name == says for child in within):
            says = ""  # told already, or about to be
        inner = place
        if says:
            head = self._add(place, Element(_PROSE[node.role], says))
            inner = replace(place, head=head, told=says) if node.role in _NOTICES else place
        self._visit_all(_not_inline(node), inner)

    def _visit_around(self, node: Node, place: _Place) -> None:
        body = node.role == "main" or (place.body and node.role not in _BESIDE)
        inner = replace(place, body=body, link=_link(node, place))
        name = _spaced(node.name or node.text)
        # A list or a group often has the name of the heading before it.
        if name and (node.role == "region" or name not in self._titles):
            head = self._add(inner, Element(_AROUND.get(node.role, "elemento"), name))
            inner = replace(inner, head=head, told=name)
        self._visit_all(node.children, inner)

    def _read_text(self, text: str, place: _Place) -> None:
        rest = text
        for label in self._labels:
            rest = rest.replace(label, "")
        if rest.strip() and text != place.told:
            self._add(place, Element(PROSE, text))

    def _add(self, place: _Place, element: Element) -> int | None:
        """Keep an element, and return its place; one without a name is nothing to speak of."""
        if not element.name and not element.table:
            return place.head
        self.elements.append(replace(element, head=place.head, body=place.body))
        return len(self.elements) - 1


def _link(node: Node, place: _Place) -> str:
    """Say how a link below is called: in a row they are tabs, in a list they are a menu's."""
    if node.role == "navigation":
        return _USED["tab"]
    if node.role == "list" and place.link == _USED["tab"]:
        return _USED["menuitem"]
    return place.link


def _table(node: Node) -> Table:
    rows = [child for child in node.descendants if child.role == "row"]
    columns = next(filter(None, (_cells(row, {"columnheader"}) for row in rows)), ())
    return Table(columns, tuple(cells for row in rows if (cells := _cells(row, _CELLS))))


def _cells(row: Node, roles: set[str]) -> tuple[str, ...]:
    return tuple(_any_text(cell) for cell in row.children if cell.role in roles)


def _states(node: Node) -> tuple[str, ...]:
    return tuple(state for state in _STATES if node.attribute(state))


def _own_text(node: Node) -> str:
    """Return what a node says itself, without what can be used in it."""
    inline = (_own_text(child) for child in node.children if child.role in _INLINE)
    return _spaced(" ".join((node.text, *inline)))


def _any_text(node: Node) -> str:
    """Return a node's name, or else what it says, or else what the first one below it does."""
    below = (_any_text(child) for child in node.children)
    return _spaced(node.name) or _own_text(node) or next((text for text in below if text), "")


def _not_inline(node: Node) -> Iterator[Node]:
    return (child for child in node.children if child.role not in _INLINE)


def _spaced(text: str) -> str:
    """Return a text in one line; the pieces of a sentence are put together as it is written."""
    return re.sub(r" ([,.;:)])", r"\1", " ".join(text.split()))
