"""A guide as Markdown: lists that hold together, and words that mean what they say."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from reports.documents.document import Document
from reports.documents.formats.wiki import render_wiki, write_wiki
from reports.guides.content import Paragraph, Run
from reports.tests.document_samples import plain_document
from reports.tests.document_texts import wiki_says


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return plain_document(tmp_path_factory.mktemp("muestra"))


def kinds(node: SyntaxTreeNode) -> list[str]:
    return [child.type for child in node.children]


def test_steps_are_one_list_and_all_of_a_step_is_in_it(document: Document) -> None:
    tree = SyntaxTreeNode(MarkdownIt("commonmark").parse(render_wiki(document)))
    steps = [node for node in tree.children if node.type == "ordered_list"]
    assert len(steps) == 1
    items = steps[0].children
    assert len(items) == len(document.steps)
    figures = ["paragraph", "paragraph"]
    assert kinds(items[0]) == ["paragraph", "blockquote", "blockquote", *figures, *figures]
    assert kinds(items[0].children[1]) == ["paragraph", "bullet_list"]
    assert kinds(items[1]) == ["paragraph", "bullet_list", *figures]
    assert kinds(items[2]) == ["paragraph", "paragraph", *figures]
    assert kinds(items[3]) == ["bullet_list", *figures]
    assert kinds(items[3].children[0].children[0]) == ["paragraph", "bullet_list"]


def test_words_keep_their_looks(document: Document) -> None:
    text = render_wiki(document)
    shown = MarkdownIt("commonmark").render(text)
    for told in (
        "<strong>Uno*</strong>, <em>dos</em> o <strong><em>tres</em></strong>",
        '<a href="https://example.com/a_b">este vínculo</a>',
        "<h1>Pedir una constancia</h1>",
        "<strong>Figura 2.</strong>",
    ):
        assert told in shown


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([Run("a "), Run(" dos ", strong=True), Run(" z")], "a dos z"),
        ([Run("re"), Run("hacer*", strong=True), Run("lo")], "rehacer*lo"),
        ([Run("uno", strong=True), Run("dos", emphasis=True), Run("tres")], "unodostres"),
        ([Run("«"), Run("Citas", strong=True), Run("»")], "«Citas»"),
        ([Run("1986\\"), Run(". Año", strong=True)], "1986\\. Año"),
        ([Run("1"), Run(". Año")], "1. Año"),
        ([Run("*", strong=True)], "*"),
    ],
)
def test_marks_are_put_where_they_are_understood(
    document: Document, runs: list[Run], shown: str
) -> None:
    changed = Document(**{**document.__dict__, "objective": (Paragraph(tuple(runs), 1),)})
    told = wiki_says(render_wiki(changed), "table", "strikethrough")
    assert f"Objetivo {shown} Aviso" in told


def test_lines_end_alike_on_every_system(document: Document, tmp_path: Path) -> None:
    assert b"\r" not in write_wiki(document, tmp_path).read_bytes()
