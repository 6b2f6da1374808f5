"""The Markdown of a guide, as blocks that know what they quote and what they claim."""

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

_RULE = "regla:"
_parser = MarkdownIt("commonmark", {"html": False}).use(front_matter_plugin)


@dataclass(frozen=True)
class Block:
    """A top-level block, or an item of a list; `line` counts from 1."""

    kind: str
    line: int
    text: str
    tokens: list[Token] = field(repr=False)
    bold_texts: tuple[str, ...]
    rules: tuple[str, ...]
    items: tuple["Block", ...] = ()


def parse_blocks(source: str) -> tuple[str, list[Block]]:
    """Return the front matter's text ("" when there is none) and the blocks after it."""
    tree = SyntaxTreeNode(_parser.parse(source))
    front = next((node.content for node in tree.children if node.type == "front_matter"), "")
    return front, [_block(node) for node in tree.children if node.type != "front_matter"]


def render(block: Block) -> str:
    """Return a block as HTML; a claim's link becomes plain text: no reader could follow it."""
    return str(_parser.renderer.render(_without_claim_links(block.tokens), _parser.options, {}))


def _block(node: SyntaxTreeNode) -> Block:
    items = [item for item in node.children if item.type == "list_item"]
    tokens = node.to_tokens()
    return Block(
        kind=node.type,
        line=node.map[0] + 1 if node.map else 0,
        text=_text(node),
        tokens=tokens[1:-1] if node.type == "list_item" else tokens,
        bold_texts=tuple(_text(found) for found in node.walk() if found.type == "strong"),
        rules=tuple(_rules(node)),
        items=tuple(_block(item) for item in items),
    )


def _text(node: SyntaxTreeNode) -> str:
    kinds = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": " "}
    words = (kinds[found.type] or found.content for found in node.walk() if found.type in kinds)
    return " ".join("".join(words).split())


def _rules(node: SyntaxTreeNode) -> list[str]:
    links = (str(found.attrs["href"]) for found in node.walk() if found.type == "link")
    return [address.removeprefix(_RULE) for address in links if address.startswith(_RULE)]


def _without_claim_links(tokens: list[Token]) -> list[Token]:
    kept = []
    for token in tokens:
        if token.type == "inline" and token.children:
            kept.append(token.copy(children=_drop_claims(token.children)))
        else:
            kept.append(token)
    return kept


def _drop_claims(tokens: list[Token]) -> list[Token]:
    kept, claims_open = [], 0
    for token in tokens:
        is_claim = token.type == "link_open" and str(token.attrs["href"]).startswith(_RULE)
        if is_claim or (token.type == "link_close" and claims_open):
            claims_open += 1 if is_claim else -1
        else:
            kept.append(token)
    return kept
