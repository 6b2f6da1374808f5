"""The traps of pytest-bdd, and the rules of the feature files, each held by a test."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from gherkin.parser import Parser
from pytest_bdd import feature as bdd_feature
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from fixtures.tags import NAMED_TAGS, PLAIN_TAGS
from reports.guides.guide import read_guides
from steps.sentence import Sentence, without_guide_step

FEATURES = Path(__file__).parent
FILES = sorted(FEATURES.rglob("*.feature"))
IDS = [path.relative_to(FEATURES).as_posix() for path in FILES]


def gherkin(path: Path) -> dict[str, Any]:
    document = cast("dict[str, Any]", Parser().parse(path.read_text("utf-8")))
    return cast("dict[str, Any]", document["feature"])


def scenarios_of(feature: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for child in feature["children"]:
        if "rule" in child:
            yield from scenarios_of(child["rule"])
        elif "scenario" in child:
            yield child["scenario"]


def tags_of(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (tag["name"].removeprefix("@") for tag in node.get("tags", []))
        for value in node.values():
            yield from tags_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from tags_of(value)


def definitions() -> list[StepFunctionContext]:
    """Return the project's own: tests of plugins define others for the samples that they run."""
    found = step_function_context_registry.values()
    return [context for context in found if _is_ours(Path(context.step_func.__code__.co_filename))]


def _is_ours(file: Path) -> bool:
    return FEATURES.parent in file.parents and "tests" not in file.parts


def sentences(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield every sentence that pytest-bdd will run, with the values of the examples filled in."""
    feature = bdd_feature.get_feature(str(FEATURES), str(path.relative_to(FEATURES)))
    for template in feature.scenarios.values():
        rows = [row for examples in template.examples for row in examples.as_contexts()]
        for row in rows or [{}]:
            for step in template.render(row).steps:
                yield step.line_number, step.type, step.name


def test_every_guide_has_its_feature_and_every_feature_its_guide() -> None:
    guides = {path.stem for path in (FEATURES / "guias").glob("[a-z]*.md")}
    assert guides == {path.stem for path in (FEATURES / "guias").glob("*.feature")}


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_feature_is_spanish(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# language: es\n")


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_no_two_scenarios_of_one_name(path: Path) -> None:
    names = Counter(scenario["name"] for scenario in scenarios_of(gherkin(path)))
    assert not [name for name, count in names.items() if count > 1], "the first would vanish"


def test_no_two_scenarios_are_recorded_under_one_name() -> None:
    names = Counter(
        (path.stem, scenario["name"]) for path in FILES for scenario in scenarios_of(gherkin(path))
    )
    assert not [name for name, count in names.items() if count > 1], "one record would be lost"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_every_scenario_is_bound(path: Path) -> None:
    written = {scenario["name"] for scenario in scenarios_of(gherkin(path))}
    bound = bdd_feature.get_feature(str(FEATURES), str(path.relative_to(FEATURES))).scenarios
    assert written == set(bound)
    assert path.parent.name in {"guias", "reglas"}, f"no module binds {path.parent}"
    assert (FEATURES / f"test_{path.parent.name}.py").exists()


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_every_sentence_has_one_definition_and_no_more(path: Path) -> None:
    wrong = []
    for line, kind, sentence in sentences(path):
        takers = [
            context.step_func.__qualname__
            for context in definitions()
            if context.type in (None, kind) and context.parser.is_matching(sentence)
        ]
        if len(takers) != 1:
            wrong.append(f"{path.name}:{line}: «{sentence}» → {takers or 'no definition'}")
    assert not wrong, "\n".join(wrong)


def test_every_definition_lets_a_sentence_name_its_guide_step() -> None:
    ours = [
        context for context in definitions() if context.step_func.__module__.startswith("steps.")
    ]
    assert ours
    plain = [context.parser.name for context in ours if not isinstance(context.parser, Sentence)]
    assert not plain, f"use Sentence(…): {plain}"


def test_every_definition_is_used() -> None:
    spoken = [(kind, name) for path in FILES for _, kind, name in sentences(path)]
    idle = [
        context.parser.name
        for context in definitions()
        if context.step_func.__module__.startswith("steps.")
        and not any(
            context.type in (None, kind) and context.parser.is_matching(name)
            for kind, name in spoken
        )
    ]
    assert not idle


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_tags_are_known(path: Path) -> None:
    names = {tag.partition(":")[0] for tag in tags_of(gherkin(path))}
    assert names
    assert names <= {*NAMED_TAGS, *PLAIN_TAGS}


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_file_is_tagged_with_its_own_name(path: Path) -> None:
    kind = {"guias": "guia", "reglas": "regla"}[path.parent.name]
    assert f"{kind}:{path.stem}" in set(tags_of(gherkin(path)))


def test_conftests_bind_no_scenarios() -> None:
    wrong = [
        path
        for path in FEATURES.parent.glob("**/conftest.py")
        if ".venv" not in path.parts and re.search(r"\bscenarios?\(", path.read_text("utf-8"))
    ]
    assert not wrong, f"scenarios() in a conftest binds nothing: {wrong}"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_sentences_speak_of_people_not_of_markup(path: Path) -> None:
    markup = re.compile(r"[#.][a-z-]+\s*[>{]|<\w+>|//|\bcss\b|\bxpath\b|\bbotón\b", re.IGNORECASE)
    wrong = [
        f"{path.name}:{line}: {sentence}"
        for line, _, sentence in sentences(path)
        if markup.search(without_guide_step(sentence).replace("https://", ""))
    ]
    assert not wrong, "\n".join(wrong)


def tags_of_runs(node: dict[str, Any], above: frozenset[str] = frozenset()) -> Iterator[set[str]]:
    """Yield the tags of everything that pytest will run of a feature, the inherited ones too."""
    tags = above | {tag["name"].removeprefix("@") for tag in node["tags"]}
    below = [child.get("rule") or child.get("scenario") for child in node.get("children", [])]
    inner = [one for one in (*below, *node.get("examples", [])) if one]
    for one in inner:
        yield from tags_of_runs(one, tags)
    if not inner:
        yield set(tags)


def claims() -> set[tuple[str, str]]:
    """Return every guide's name with each rule that it claims."""
    return {
        (guide.name, rule)
        for guide in read_guides(FEATURES / "guias")
        for passage in (guide.opening, *guide.steps)
        for rule in passage.rules
    }


def test_every_claim_of_a_guide_is_decided_by_the_main_job() -> None:
    decided = {
        tag
        for path in (FEATURES / "reglas").glob("*.feature")
        for tags in tags_of_runs(gherkin(path))
        if "detalle" not in tags
        for tag in tags
    }
    assert claims()
    assert not [claim for claim in claims() if f"regla:{claim[1]}" not in decided]


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_only_rules_go_into_detail(path: Path) -> None:
    deep = [tags for tags in tags_of_runs(gherkin(path)) if "detalle" in tags]
    assert not deep or path.parent.name == "reglas", "a guide is followed whole"


def avoided_words() -> dict[str, str]:
    """Return the glossary's words to avoid, each with the one to use instead."""
    rows = (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (FEATURES / "GLOSARIO.md").read_text("utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| ---")
    )
    return {
        word.strip(): row[0]
        for row in rows
        if row[3] != "evite"
        for word in row[3].split(",")
        if word
    }


def spoken_texts() -> Iterator[tuple[str, str]]:
    """Yield what guides and scenarios say in their own words: quoted texts are the screen's."""
    for path in (FEATURES / "guias").glob("[a-z]*.md"):
        yield path.name, re.sub(r"\*\*.+?\*\*|«.+?»", "", path.read_text("utf-8"), flags=re.DOTALL)
    for path in FILES:
        for line, _, sentence in sentences(path):
            yield f"{path.name}:{line}", re.sub(r'".*?"', "", sentence)


def test_guides_and_scenarios_keep_to_the_glossary() -> None:
    avoided = avoided_words()
    assert avoided
    wrong = [
        f"{where}: «{word}»; el glosario dice «{better}»"
        for where, text in spoken_texts()
        for word, better in avoided.items()
        if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    ]
    assert not wrong, "\n".join(wrong)
