"""The sentences that scenarios can be written with, read from `steps/` without running it."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from steps.sentence import Sentence, without_guide_step

KEYWORD = {"given": "Dado", "when": "Cuando", "then": "Entonces"}
# Below this likeness (0 to 1) two sentences have nothing to do with each other.
_ALIKE = 0.6
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True)
class Known:
    """A sentence that a definition takes.

    `kind` is "given", "when" or "then"; `pattern` the definition's own notation; `meaning` and
    `group` are Spanish; `where` is the file and line of the definition.
    """

    kind: str
    pattern: str
    meaning: str
    group: str
    where: str

    @property
    def shown(self) -> str:
        """The sentence as a person writes it, with … where something of theirs goes."""
        return re.sub(r"{\w+}", "…", self.pattern)

    @cached_property
    def _parser(self) -> Sentence:
        return Sentence(self.pattern)

    def takes(self, sentence: str) -> bool:
        """Tell whether a sentence is this one, whatever the guide's step."""
        return self._parser.is_matching(sentence)


def known_sentences(root: Path) -> list[Known]:
    """Return every sentence of a project's `steps/`, in the order of its files."""
    return [known for path in sorted((root / "steps").glob("*.py")) for known in _of_file(path)]


def why_unknown(known: Sequence[Known], kind: str, sentence: str) -> str:
    """Say, in Spanish, that nothing takes a sentence, and what comes nearest to it."""
    elsewhere = [one for one in known if one.takes(sentence)]
    if elsewhere:
        keywords = " o ".join(KEYWORD[one.kind] for one in elsewhere)
        return f"esa frase va con {keywords}, no con {KEYWORD[kind]}"
    said = without_guide_step(sentence)
    near = [f"«{KEYWORD[one.kind]} {one.shown}»" for one in nearest(known, sentence)]
    alike = f"; lo más parecido: {'; '.join(near)}" if near else ", ni nada parecido"
    return f"ninguna frase dice «{said}»{alike}. Véalas todas con: guias.py steps"


def nearest(known: Sequence[Known], sentence: str, count: int = 3) -> list[Known]:
    """Return the sentences most like one that nothing takes, the nearest first."""
    said = _bare(without_guide_step(sentence))
    ranked = ((SequenceMatcher(None, said, _bare(one.shown)).ratio(), one) for one in known)
    found = sorted(
        ((likeness, one) for likeness, one in ranked if likeness >= _ALIKE),
        key=lambda pair: -pair[0],
    )
    return [one for _, one in found[:count]]


def _bare(sentence: str) -> str:
    return _QUOTED.sub('"…"', sentence).casefold()


def _of_file(path: Path) -> Iterator[Known]:
    tree = ast.parse(path.read_text("utf-8"), str(path))
    group = next((title for node in tree.body if (title := _title(node))), path.stem)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            meaning = (ast.get_docstring(node) or "").partition("\n")[0]
            for kind, pattern in map(_taken, reversed(node.decorator_list)):
                if pattern:
                    yield Known(kind, pattern, meaning, group, f"steps/{path.name}:{node.lineno}")


def _title(node: ast.stmt) -> str:
    """Return what `TITLE = "…"` says, "" when it is another statement."""
    match node:
        case ast.Assign(targets=[ast.Name(id="TITLE")], value=ast.Constant(value=str(title))):
            return title
    return ""


def _taken(decorator: ast.expr) -> tuple[str, str]:
    """Return the kind and the sentence of `@when(Sentence("…"))`, "" for anything else."""
    match decorator:
        case ast.Call(
            func=ast.Name(id=kind),
            args=[ast.Call(func=ast.Name(id="Sentence"), args=[ast.Constant(value=str(pattern))])],
        ) if kind in KEYWORD:
            return kind, pattern
    return "", ""
