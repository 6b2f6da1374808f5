"""The Markdown of a guide, turned into its content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from reports.guides.content import Block, Bullets, Content, Note, Paragraph, Run

FIRST_FACT, FACT_END = 0xE100, "\ue000"  # private characters: no guide holds any
_RULE = "regla:"
_INFORMATIVE = re.compile(r"\s*{informativo}")
_FACT = re.compile(f"([\ue100-\uf8ff])([^{FACT_END}]*){FACT_END}")
_BREAKS = {"softbreak", "hardbreak"}
_SPANISH = {
    "fence": "un bloque de código",
    "code_block": "un bloque de código (cuatro espacios al principio del renglón)",
    "code_inline": "texto entre acentos graves",
    "image": "una imagen: las toma la corrida",
    "hr": "una línea de guiones",
    "ordered_list": "una lista numerada dentro de otra",
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


def parse_parts(source: str, facts: Sequence[str]) -> tuple[str, list[Part]]:
    """Return the front matter's text ("" when there is none) and what comes after it.

    `facts` are the names of the marked facts, in the order of their marks.
    """
    tree = SyntaxTreeNode(_parser.parse(source))
    front = next((node.content for node in tree.children if node.type == "front_matter"), "")
    front = _FACT.sub(r"\2", front)
    return front, [_part(node, facts) for node in tree.children if node.type != "front_matter"]


def line_of(part: Part) -> int:
    """Return the line on which a part begins."""
    if isinstance(part, Note):
        return line_of(part.blocks[0]) if part.blocks else 1
    if isinstance(part, Bullets):
        return line_of(part.items[0][0]) if part.items and part.items[0] else 1
    return part.line


def _part(node: SyntaxTreeNode, facts: Sequence[str]) -> Part:
    if node.type == "heading":
        return Heading(_paragraph(node, facts).text, _line(node))
    if node.type == "ordered_list":
        items = (Item(_blocks(item.children, facts), _line(item)) for item in node.children)
        return Numbered(tuple(items), _line(node))
    return _block(node, facts)


def _blocks(nodes: Sequence[SyntaxTreeNode], facts: Sequence[str]) -> Content:
    return tuple(_block(node, facts) for node in nodes)


def _block(node: SyntaxTreeNode, facts: Sequence[str]) -> Block:
    if node.type == "paragraph":
        return _paragraph(node, facts)
    if node.type == "blockquote":
        return Note(_blocks(node.children, facts))
    if node.type == "bullet_list":
        return Bullets(tuple(_blocks(item.children, facts) for item in node.children))
    raise UnknownMarkdownError(_line(node), _SPANISH.get(node.type, node.type))


def _paragraph(node: SyntaxTreeNode, facts: Sequence[str]) -> Paragraph:
    line = _line(node)
    found = [
        run
        for inline in node.children
        for run in _runs(inline.children, Run(""), facts, line)
        if run.text or run.informative
    ]
    return Paragraph(tuple(found), line)


def _runs(
    nodes: Sequence[SyntaxTreeNode], looks: Run, facts: Sequence[str], line: int
) -> Iterator[Run]:
    for node in nodes:
        if node.type == "text":
            yield from _words(node.content, looks, facts)
        elif node.type in _BREAKS:
            yield replace(looks, text=" ")
        elif node.type in {"strong", "em", "link"}:
            yield from _runs(node.children, _looks(node, looks), facts, line)
        else:
            raise UnknownMarkdownError(line, _SPANISH.get(node.type, node.type))


def _looks(node: SyntaxTreeNode, looks: Run) -> Run:
    if node.type == "strong":
        return replace(looks, strong=True)
    if node.type == "em":
        return replace(looks, emphasis=True)
    address = str(node.attrs["href"])
    if address.startswith(_RULE):
        return replace(looks, rule=address.removeprefix(_RULE))
    return replace(looks, link=address)


def _words(text: str, looks: Run, facts: Sequence[str]) -> Iterator[Run]:
    """Split words where a fact begins or ends, and where a sentence is marked informative."""
    for place, words in enumerate(_INFORMATIVE.split(text)):
        if place:
            yield replace(looks, text="", informative=True)
        end = 0
        for fact in _FACT.finditer(words):
            yield replace(looks, text=words[end : fact.start()])
            yield replace(looks, text=fact[2], fact=facts[ord(fact[1]) - FIRST_FACT])
            end = fact.end()
        yield replace(looks, text=words[end:])


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 0
