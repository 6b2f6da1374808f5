"""What a file needs of its own room: the modules that it imports, the templates that it uses."""

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from jinja2 import Environment, TemplateSyntaxError, meta

_TEMPLATES = "stub_portal/templates"


class Needs:
    """Reads the files of one project, each of them once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[str, ...]] = {}
        self._jinja = Environment()  # noqa: S701 - only reads which templates name which

    def with_imports(self, files: Iterable[str]) -> set[str]:
        """Return some Python files and all that they import, wherever, of their own room."""
        return self._closure(files, self._imports)

    def with_templates(self, files: Iterable[str]) -> set[str]:
        """Return some templates of the portal, and all that they extend, include or import."""
        return self._closure(files, self._templates)

    def _closure(self, files: Iterable[str], needs: Callable[[str], Iterator[str]]) -> set[str]:
        found: set[str] = set()
        waiting = list(files)
        while waiting:
            file = waiting.pop()
            if file not in found:
                found.add(file)
                if file not in self._known:
                    self._known[file] = tuple(needs(file))
                waiting += self._known[file]
        return found

    def _imports(self, file: str) -> Iterator[str]:
        room = PurePosixPath(file).parts[0]
        for node in _statements(_syntax(self._root / file)):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            paths = (f"{name.replace('.', '/')}.py" for name in names)
            yield from (
                path
                for path in paths
                if path.startswith(f"{room}/") and (self._root / path).is_file()
            )

    def _templates(self, file: str) -> Iterator[str]:
        path = self._root / file
        try:
            tree = self._jinja.parse(path.read_text("utf-8") if path.is_file() else "")
        except TemplateSyntaxError:
            return  # the portal says so itself, on the screen
        named = (f"{_TEMPLATES}/{name}" for name in meta.find_referenced_templates(tree) if name)
        yield from named


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield all statements, at any depth; a walk through every name would take twice as long."""
    for part in ("body", "handlers", "orelse", "finalbody", "cases"):
        for statement in getattr(node, part, ()):
            yield statement
            yield from _statements(statement)


def _syntax(path: Path) -> ast.Module:
    try:
        return ast.parse(path.read_bytes()) if path.is_file() else ast.Module([], [])
    except SyntaxError:
        return ast.Module([], [])  # so is what follows the guides: it says more of it
