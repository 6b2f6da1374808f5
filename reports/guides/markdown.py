"""The Markdown of a guide, turned into its content."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from reports.guides.content import Block, Bullets, Content, Note, Paragraph, Run, tidied

FIRST_FACT = 0xE100  # facts are private characters until the Markdown is read: see source.py
_RULE = "regla:"
_MARK = "{informativo}"
_FACT_OR_MARK = re.compile(rf"([\ue100-\uf8ff]|\s*{_MARK})")
_LOOSE_BOLD = (
    "dos asteriscos (**) sin pareja: las negritas se abren y se cierran, sin espacio dentro"
)
_STUCK_ASTERISK = "un asterisco pegado a las negritas: si es parte del texto, va dentro, como \\*"
_BREAKS = {"softbreak", "hardbreak"}
_SPANISH = {
    "fence": "un bloque de código",
    "code_block": "un bloque de código (cuatro espacios al principio del renglón)",
    "code_inline": "texto entre acentos graves",
    "image": "una imagen: las toma la corrida",
    "hr": "una línea de guiones",
    "ordered_list": "una lista numerada dentro de un paso, de una nota o de otra lista",
    "heading": "un encabezado dentro de un paso o de una nota",
}
_parser = MarkdownIt("commonmark", {"html": False}).use(front_matter_plugin)


class UnknownMarkdownError(Exception):
    """Something that Markdown can say and a guide cannot: the line, and what it is, in Spanish."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


@dataclass(frozen=True)
class Heading:
    """A heading of the guide."""

    text: str
    line: int


@dataclass(frozen=True)
class Item:
    """A numbered item: what it says, and its line."""

    content: Content
    line: int


@dataclass(frozen=True)
class Numbered:
    """A numbered list."""

    items: tuple[Item, ...]
    line: int


Part = Heading | Numbered | Block
_Facts = Mapping[str, tuple[str, str]]  # by its mark, the name and the text of each fact


def parse_parts(source: str, facts: Mapping[str, str]) -> tuple[str, list[Part]]:
    """Return the front matter's text ("" when there is none) and what comes after it.

    `facts` are those that `source` holds marks of, in the order of their marks.
    """
    marked = {chr(FIRST_FACT + place): fact for place, fact in enumerate(facts.items())}
    tree = SyntaxTreeNode(_parser.parse(source))
    front = next((node.content for node in tree.children if node.type == "front_matter"), "")
    for mark, (_, text) in marked.items():
        front = front.replace(mark, text)
    return front, [_part(node, marked) for node in tree.children if node.type != "front_matter"]


def line_of(part: Part) -> int:
    """Return the line on which a part begins."""
    if isinstance(part, Note):
        return line_of(part.blocks[0]) if part.blocks else 1
    if isinstance(part, Bullets):
        return line_of(part.items[0][0]) if part.items and part.items[0] else 1
    return part.line


def _part(node: SyntaxTreeNode, facts: _Facts) -> Part:
    if node.type == "heading":
        return Heading(_paragraph(node, facts).text, _line(node))
    if node.type == "ordered_list":
        items = (Item(_blocks(item.children, facts), _line(item)) for item in node.children)
        return Numbered(tuple(items), _line(node))
    return _block(node, facts)


def _blocks(nodes: Sequence[SyntaxTreeNode], facts: _Facts) -> Content:
    return tuple(_block(node, facts) for node in nodes)


def _block(node: SyntaxTreeNode, facts: _Facts) -> Block:
    if node.type == "paragraph":
        return _paragraph(node, facts)
    if node.type == "blockquote":
        return Note(_blocks(node.children, facts))
    if node.type == "bullet_list":
        return Bullets(tuple(_blocks(item.children, facts) for item in node.children))
    raise UnknownMarkdownError(_line(node), _SPANISH.get(node.type, node.type))


def _paragraph(node: SyntaxTreeNode, facts: _Facts) -> Paragraph:
    line = _line(node)
    found = [
        run
        for inline in node.children
        if inline.token
        for run in _runs(inline.token.children or (), facts, line)
    ]
    return Paragraph(tidied(found), line)


def _runs(tokens: Sequence[Token], facts: _Facts, line: int) -> Iterator[Run]:
    """Yield the runs of a paragraph that begins on a line."""
    looks = [Run("")]  # of everything that is open, the innermost last
    before = ""
    for token in tokens:
        here = replace(looks[-1], line=line)
        if token.type == "text":
            _check_asterisks(token.content, before, line)
            yield from _words(token.content, here, facts)
        elif token.type in _BREAKS:
            yield replace(here, text=" ")
            line += 1
        elif token.nesting < 0:
            looks.pop()
        elif token.nesting > 0:
            looks.append(_looks(token, here))
        else:
            raise UnknownMarkdownError(line, _SPANISH.get(token.type, token.type))
        before = token.type


def _check_asterisks(text: str, before: str, line: int) -> None:
    """Refuse asterisks that were meant for bold and would be printed."""
    if "**" in text:
        raise UnknownMarkdownError(line, _LOOSE_BOLD)
    if before == "strong_close" and text.startswith("*"):
        raise UnknownMarkdownError(line, _STUCK_ASTERISK)


def _looks(token: Token, looks: Run) -> Run:
    if token.type == "strong_open":
        return replace(looks, strong=True)
    if token.type == "em_open":
        return replace(looks, emphasis=True)
    address = str(token.attrs["href"])
    if address.startswith(_RULE):
        return replace(looks, rule=address.removeprefix(_RULE))
    return replace(looks, link=address)


def _words(text: str, looks: Run, facts: _Facts) -> Iterator[Run]:
    """Split words where a fact stands, and where a sentence is marked informative."""
    for words in _FACT_OR_MARK.split(text):
        if words in facts:
            name, fact = facts[words]
            yield replace(looks, text=fact, fact=name)
        else:
            marks = words.endswith(_MARK)
            yield replace(looks, text="" if marks else words, informative=marks)


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 0
