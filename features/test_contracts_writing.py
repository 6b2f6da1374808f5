"""Whoever writes guides finds every sentence, with what it means."""

from pathlib import Path

from pytest_bdd.steps import step_function_context_registry

from fixtures.tags import NAMED_TAGS, PLAIN_TAGS
from reports.writing import check
from reports.writing.sentences import known_sentences

ROOT = Path(__file__).parent.parent
KNOWN = known_sentences(ROOT)


def test_every_definition_is_listed() -> None:
    defined = {
        (context.type, context.parser.name)
        for context in step_function_context_registry.values()
        if context.step_func.__module__.startswith("steps.")
    }
    assert {(known.kind, known.pattern) for known in KNOWN} == defined


def test_every_sentence_has_a_meaning() -> None:
    wrong = [f"{known.where}: say in Spanish what it does" for known in KNOWN if not known.meaning]
    assert not wrong, "\n".join(wrong)


def test_every_sentence_has_a_group() -> None:
    modules = {known.where.partition(":")[0] for known in KNOWN}
    wrong = [module for module in modules if "\nTITLE = " not in (ROOT / module).read_text("utf-8")]
    assert not wrong, "these need a TITLE in Spanish"


def test_the_tags_that_exist_are_told() -> None:
    assert (check.NAMED_TAGS, check.PLAIN_TAGS) == (NAMED_TAGS, PLAIN_TAGS)
