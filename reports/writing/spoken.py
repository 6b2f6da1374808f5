"""The sentences that guides and rules are written with, as they stand in their files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from gherkin.errors import ParserError
from gherkin.parser import Parser

KIND = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True)
class Spoken:
    """A sentence of a scenario; `kind` is "given", "when" or "then".

    `table` has the rows of the table below it, each with its cells.
    """

    kind: str
    sentence: str
    file: str
    line: int
    table: tuple[tuple[str, ...], ...] = ()

    @property
    def in_guide(self) -> bool:
        """Whether a guide says it, and not only a rule."""
        return self.file.startswith("features/guias/")


def spoken_sentences(root: Path) -> list[Spoken]:
    """Return every sentence, the guides' first. A file that cannot be read says none."""
    folders = (root / "features" / name for name in ("guias", "reglas"))
    files = (path for folder in folders for path in sorted(folder.glob("*.feature")))
    return [spoken for path in files for spoken in _of_file(root, path)]


def parse_feature(path: Path) -> dict[str, Any]:
    """Return the feature of a file as Gherkin's parser gives it, {} when the file is empty.

    Raises what the parser does, and UnicodeDecodeError.
    """
    document = cast("dict[str, Any]", Parser().parse(path.read_text("utf-8")))
    return cast("dict[str, Any]", document.get("feature") or {})


def scenarios_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the backgrounds and the scenarios of a feature, those of its rules too."""
    for child in node.get("children", ()):
        for name, below in child.items():
            if name == "rule":
                yield from scenarios_of(below)
            else:
                yield below


def _of_file(root: Path, path: Path) -> Iterator[Spoken]:
    try:
        feature = parse_feature(path)
    except (ParserError, UnicodeDecodeError):
        return  # following it says so
    file = path.relative_to(root).as_posix()
    for scenario in scenarios_of(feature):
        kind, values = "given", _first_example(scenario)
        for step in scenario["steps"]:
            kind = KIND.get(step["keywordType"], kind)
            table = tuple(
                tuple(_filled(cell["value"], values) for cell in row["cells"])
                for row in step.get("dataTable", {}).get("rows", ())
            )
            sentence = _filled(step["text"], values)
            yield Spoken(kind, sentence, file, step["location"]["line"], table)


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"<{name}>", value)
    return text


def _first_example(scenario: dict[str, Any]) -> dict[str, str]:
    for examples in scenario.get("examples", ()):
        header, rows = examples.get("tableHeader"), examples["tableBody"]
        if header and rows:
            names = [cell["value"] for cell in header["cells"]]
            values = [cell["value"] for cell in rows[0]["cells"]]
            return dict(zip(names, values, strict=True))
    return {}
