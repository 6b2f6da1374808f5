"""Fingerprints of what guides are made from: files of the project, and a few groups of them."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

# Groups: what all screens are made with, told and counted together.
PORTAL_CODE = "stub_portal/*.py"
FONTS = "font_source_sans_pro/*.ttf"
_OF_TESTS = "stub_portal/tests/"
# Where a file may come to be a source of something.
ROOMS = ("features", "fixtures", "reports", "steps", "stub_portal")
_SUFFIXES = {".css", ".feature", ".html", ".js", ".md", ".png", ".py", ".svg", ".toml"}
_MADE_BY_RUNS = tuple(
    f"reports/{folder}/" for folder in ("approved", "elsewhere", "out", "prove", "run")
)


def fingerprint(root: Path, source: str) -> str:
    """Return a source's SHA-256, or "" when it is not there.

    A source is a path within the project, with slashes, or the name of a group. Line ends do not
    count: a checkout on Windows has others.
    """
    if source in (PORTAL_CODE, FONTS):
        members = _fonts() if source == FONTS else _portal_code(root)
        told = sorted(f"{name} {_of_file(path)}\n" for name, path in members)
        return sha256("".join(told).encode()).hexdigest() if told else ""
    path = root / source
    return _of_file(path) if path.is_file() else ""


def source_of(path: str) -> str:
    """Return the source that a path within the project counts as: itself, or its group."""
    of_portal = fnmatchcase(path, PORTAL_CODE) and not path.startswith(_OF_TESTS)
    return PORTAL_CODE if of_portal else path


def candidates(root: Path) -> set[str]:
    """Return the sources that a guide of the project could come from, whether one does or not."""
    files = (path for room in ROOMS for path in (root / room).rglob("*.*") if path.is_file())
    names = (path.relative_to(root).as_posix() for path in files)
    return {source_of(name) for name in names if can_be_source(name)}


def fingerprints(root: Path) -> dict[str, str]:
    """Return the fingerprint of every source that a guide of the project could come from."""
    return {source: fingerprint(root, source) for source in candidates(root)}


def can_be_source(path: str) -> bool:
    """Tell whether a guide could come from a file: tests and what runs leave are none."""
    file = PurePosixPath(path)
    apart = "/tests/" in path or "/test_" in path or path.startswith(_MADE_BY_RUNS)
    named = file.suffix in _SUFFIXES and not is_aside(file.name)
    return file.parts[0] in ROOMS and named and not apart


def is_aside(name: str) -> bool:
    """Tell whether a file of this name is some program's own: Word's lock, an editor's copy."""
    return name[0] in ".~"


def _of_file(path: Path) -> str:
    content = path.read_bytes()
    if b"\0" not in content:
        content = content.replace(b"\r\n", b"\n")
    return sha256(content).hexdigest()


def _portal_code(root: Path) -> Iterator[tuple[str, Path]]:
    for path in (root / "stub_portal").rglob("*.py"):
        name = path.relative_to(root).as_posix()
        if source_of(name) == PORTAL_CODE:
            yield name, path


def _fonts() -> Iterator[tuple[str, Path]]:
    package = find_spec("font_source_sans_pro")
    for folder in package.submodule_search_locations or () if package else ():
        yield from ((path.name, path) for path in (Path(folder) / "files").glob("*.ttf"))
