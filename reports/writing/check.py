"""What is wrong with the files of guides and rules, told before anybody follows them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gherkin.errors import CompositeParserException, ParserError

from reports.errors import GuideError, ReportsError
from reports.guides.guide import Guide
from reports.paths import guides_folder
from reports.writing.gherkin_errors import KEYWORDS, told
from reports.writing.spoken import KIND, parse_feature, scenarios_of
from steps.sentence import guide_step

LANGUAGE = "# language: es"
# The tags that exist: with a name after the colon, and without.
NAMED_TAGS, PLAIN_TAGS = ("guia", "regla"), ("detalle",)
_NEW = "«guias.py new» escribe una guía con sus dos archivos, de donde se puede copiar."


def check_guides(root: Path, guides: Sequence[Guide]) -> None:
    """Raise ReportsError, telling all at once, unless every guide and its feature go together.

    `guides` are all of the project, which have been read without an error.
    """
    folder = guides_folder(root)
    by_name = {guide.name: guide for guide in guides}
    features = sorted(folder.glob("*.feature"))
    troubles = []
    for name in sorted(by_name.keys() - {path.stem for path in features}):
        problem = f"nadie sigue la guía: falta {name}.feature"
        troubles.append(GuideError(folder / f"{name}.md", None, problem, _NEW))
    for path in features:
        guide = by_name.get(path.stem)
        if guide is None:
            problem = f"sigue una guía que no está: falta {path.stem}.md"
            troubles.append(GuideError(path, None, problem, _NEW))
        troubles += feature_troubles(path, guide)
    _tell(troubles)


def check_rules(root: Path) -> None:
    """Raise ReportsError, telling all at once, if a rule's feature cannot be followed as it is."""
    rules = sorted((root / "features" / "reglas").glob("*.feature"))
    _tell([trouble for path in rules for trouble in feature_troubles(path, None)])


def _tell(troubles: Sequence[GuideError]) -> None:
    if troubles:
        raise ReportsError("\n".join(str(trouble) for trouble in troubles))


def feature_troubles(path: Path, guide: Guide | None) -> list[GuideError]:
    """Return what is wrong in a feature; `guide` is the one that it follows, if it does."""
    try:
        begins = path.read_text("utf-8").partition("\n")[0].strip()
        if begins.startswith("\ufeff"):
            problem = "empieza con una marca invisible (BOM)"
            return [GuideError(path, 1, problem, "guárdelo como «UTF-8», sin «BOM» ni «firma».")]
        if begins != LANGUAGE:
            problem, advice = "no dice en qué idioma está", f"escriba arriba de todo: {LANGUAGE}"
            return [GuideError(path, 1, problem, advice)]
        feature = parse_feature(path)
    except UnicodeDecodeError:
        advice = "ábralo, elija «Guardar como» y, en «Codificación», UTF-8."
        return [GuideError(path, None, "el archivo no está en UTF-8", advice)]
    except CompositeParserException as error:
        return [told(path, error.errors[0])]  # the rest often follows from the first
    except ParserError as error:
        return [told(path, error)]
    kind = "guia" if path.parent.name == "guias" else "regla"
    return [*_tags(path, feature, f"{kind}:{path.stem}"), *_scenarios(path, feature, guide)]


def _tags(path: Path, feature: dict[str, Any], own: str) -> Iterator[GuideError]:
    known = f"@{':NOMBRE, @'.join(NAMED_TAGS)}:NOMBRE y @{', @'.join(PLAIN_TAGS)}"
    everywhere = set()
    for line, tag in _tags_of(feature):
        everywhere.add(tag)
        name, colon, argument = tag.partition(":")
        if not (name in NAMED_TAGS and argument) and (colon or name not in PLAIN_TAGS):
            yield GuideError(path, line, f"la etiqueta @{tag} no existe", f"hay {known}.")
    of_all = {tag["name"].removeprefix("@") for tag in feature.get("tags", ())}
    # A guide is followed whole; a file of rules may have some of another rule in it.
    if own not in (of_all if own.startswith("guia:") else everywhere):
        line = feature["location"]["line"] if feature else 1
        advice = f"escriba @{own} en el renglón de arriba de «Característica»."
        yield GuideError(path, line, f"falta la etiqueta @{own}", advice)


def _tags_of(node: object) -> Iterator[tuple[int, str]]:
    """Yield every tag below a node, with its line."""
    if isinstance(node, dict):
        for tag in node.get("tags", ()):
            yield tag["location"]["line"], tag["name"].removeprefix("@")
        for value in node.values():
            yield from _tags_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from _tags_of(value)


def _scenarios(path: Path, feature: dict[str, Any], guide: Guide | None) -> Iterator[GuideError]:
    all_of_them = list(scenarios_of(feature))
    scenarios = [one for one in all_of_them if "tags" in one]  # a background has none
    if not any(one["steps"] for one in scenarios):
        advice = "escriba debajo «Escenario: …», y en él lo que se hace en cada paso."
        yield GuideError(path, None, "no tiene ningún escenario con frases", advice)
    names = Counter(one["name"] for one in scenarios)
    for one in scenarios:
        if names.pop(one["name"], 0) > 1:
            problem = f"dos escenarios se llaman «{one['name']}»: solo se seguiría el último"
            yield GuideError(path, one["location"]["line"], problem, "póngales nombres distintos.")
    for part in (feature, *all_of_them) if guide else all_of_them:
        yield from _not_sentences(path, part)
    for step in (step for one in all_of_them for step in one["steps"]):
        yield from no_such_step(path, step["location"]["line"], guide_step(step["text"]), guide)


def no_such_step(
    path: Path, line: int, number: int | None, guide: Guide | None
) -> Iterator[GuideError]:
    """Yield an error if a sentence names a step that its guide does not have."""
    if guide and number is not None and not 1 <= number <= len(guide.steps):
        problem = f"dice «en el paso {number}» y {guide.name}.md tiene {len(guide.steps)} pasos"
        yield GuideError(path, line, problem, "corrija el número, o agregue el paso a la guía.")


def _not_sentences(path: Path, part: dict[str, Any]) -> Iterator[GuideError]:
    """Yield what Gherkin takes for a comment on a feature or a scenario, and nobody would run."""
    if part.get("description"):
        said = part["description"].strip().splitlines()[0]
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
        line = lines.index(said.strip(), part["location"]["line"]) + 1
        yield GuideError(path, line, f"no se entiende «{said}»", KEYWORDS)
    if part.get("steps") and part["steps"][0]["keywordType"] not in KIND:
        step = part["steps"][0]
        problem = f"la primera frase empieza con «{step['keyword'].strip()}»"
        advice = "empiece con Dado, Cuando o Entonces; Y y Pero siguen a otra frase."
        yield GuideError(path, step["location"]["line"], problem, advice)
