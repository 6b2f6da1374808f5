"""A copy of the whole project, to run the command line in and to break on purpose."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from reports.guides.guide import read_guides
from reports.record import ScenarioRecord, read_scenarios
from reports.verdicts import GuideVerdict, judge

ROOT = Path(__file__).resolve().parents[2]
_ONLY = """
import sys
from pathlib import Path
from reports.run import follow_guides
follow_guides(Path.cwd(), Path("reports"), object(), only=sys.argv[1:])
"""

_CLAIM = re.compile(r"\[([^]]+)\]\(regla:\w+\)")

Done = subprocess.CompletedProcess[str]


def copy_project(target: Path) -> Path:
    """Copy what git keeps or would keep, as it is now, and nothing that a run has left."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


def guias(project: Path, *words: str, **env: str) -> Done:
    """Run the command line."""
    return _python(project, "-m", "reports", *words, **env)


def follow_only(project: Path, *guides: str) -> Done:
    """Follow some guides; the last run answers for the others."""
    return _python(project, "-c", _ONLY, *guides)


def scenarios_with(project: Path, marks: str) -> set[str]:
    """Return the names of the scenarios that bear these marks, as pytest gives them."""
    words = ("features", "--ignore-glob=*/test_contracts*", "--collect-only", "-q", "-m", marks)
    collected = _python(project, "-m", "pytest", *words).stdout
    return {line.partition("::")[2] for line in collected.splitlines() if "::" in line}


def _python(project: Path, *words: str, **env: str) -> Done:
    return subprocess.run(
        [sys.executable, *words],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", **env},
        capture_output=True,
        text=True,
        encoding=env.get("PYTHONIOENCODING", "utf-8"),
        timeout=600,
        check=False,
    )


@contextmanager
def changed(path: Path, old: str, new: str) -> Iterator[None]:
    """Change a file for a while; what is to be changed must be there, and just once."""
    before = path.read_text("utf-8")
    assert before.count(old) == 1, f"{path} says {old!r} {before.count(old)} times"
    path.write_text(before.replace(old, new), "utf-8")
    try:
        yield
    finally:
        path.write_text(before, "utf-8")


@contextmanager
def claiming_nothing(project: Path) -> Iterator[None]:
    """Have the guides claim no rule for a while: they are followed alike, and sooner."""
    guides = {path: path.read_text("utf-8") for path in (project / "features/guias").glob("*.md")}
    for path, text in guides.items():
        path.write_text(_CLAIM.sub(r"\1{informativo}", text), "utf-8")
    try:
        yield
    finally:
        for path, text in guides.items():
            path.write_text(text, "utf-8")


@contextmanager
def without(project: Path, *guides: str) -> Iterator[None]:
    """Take guides away for a while."""
    folder = project / "features" / "guias"
    files = [path for guide in guides for path in folder.glob(f"{guide}.*")]
    texts = {path: path.read_bytes() for path in files}
    for path in files:
        path.unlink()
    try:
        yield
    finally:
        for path, text in texts.items():
            path.write_bytes(text)


def contents(folder: Path, pattern: str = "**/*") -> dict[str, str]:
    """Return what every file of a folder holds, as a digest by its name."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.glob(pattern)
        if path.is_file()
    }


def judged(project: Path, pages: Path) -> dict[str, tuple[GuideVerdict, list[ScenarioRecord]]]:
    """Return each guide's verdicts in a run, and the records of its own scenarios, by name."""
    scenarios = read_scenarios(pages / "record")
    return {
        guide.name: (
            judge(guide, scenarios),
            [scenario for scenario in scenarios if scenario.guide == guide.name],
        )
        for guide in read_guides(project / "features" / "guias")
    }


def work_left(project: Path) -> list[Path]:
    """Return the folders in which runs do their work, which each takes away when it ends."""
    return [path for path in (project / ".guias").glob("corrida-*") if path.is_dir()]


def inodes(folder: Path) -> dict[str, tuple[int, int]]:
    """Return which file on the disk each name of a folder is, and when it was last written."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in files
    }


def in_one_line(text: str) -> str:
    """Return a text without its line breaks, which go where the terminal ends."""
    return " ".join(text.split())
