"""The run of pytest behind `guias prove`: everything, with every defect, on every core."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.proving.reading import NO_DEFECT

ALL = "todos"
# What is followed: every scenario of guides and rules, and the check of labels to compare with.
_FOLLOWED = ("features/test_guias.py", "features/test_reglas.py", "fixtures/proving/label_check.py")
_LOG = "defectos.log"
# How a test is told from others: by its defect, which is called by two words or more.
_NAME = re.compile(r"\(([a-z0-9]+(?:-[a-z0-9]+)+)\)")


class Progress:
    """A pytest plugin that tells of each defect as soon as all of its scenarios have ended."""

    def __init__(self, ended: Callable[[str, int, int], None]) -> None:
        self._ended = ended
        self._left: Counter[str] = Counter()
        self._count = 0

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Count what each defect is tried with; all workers collect the same, also a late one."""
        if not self._count:
            self._left = Counter(map(_defect, ids))
            self._count = len(self._left)

    @property
    def is_over(self) -> bool:
        """Whether all that was to be followed has been."""
        return not self._left

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count what has ended."""
        name = _defect(report.nodeid)
        if report.when == "teardown" and self._left[name]:
            self._left[name] -= 1
            if not self._left[name]:
                del self._left[name]
                self._ended(name, self._count - len(self._left), self._count)


def run(
    root: Path, record: Path, names: Sequence[str], ended: Callable[[str, int, int], None]
) -> None:
    """Follow everything with these defects (all of them if none is named), and without any.

    `record` is where they leave what `ProofRecord` reads. `ended` is told the name of each defect
    that has been tried, which of how many it is, and how many there are. Raises ReportsError for
    an unknown name, and when the run does not come to its end.
    """
    defects = [f"--defect={name}" for name in (NO_DEFECT, *(names or (ALL,)))]
    arguments = [
        *(f"--rootdir={root}", *(str(root / path) for path in _FOLLOWED), *defects),
        *("-n", "auto", "--record", str(record)),
        # The test suite looks for what was left open, and keeps a cache; here both only take time.
        *("-p", "no:unraisableexception", "-p", "no:threadexception", "-p", "no:cacheprovider"),
    ]
    progress = Progress(ended)
    log = root / ".guias" / _LOG
    log.parent.mkdir(exist_ok=True)
    with (
        log.open("w", encoding="utf-8") as output,
        redirect_stdout(output),
        redirect_stderr(output),
    ):
        code = pytest.main(arguments, plugins=[progress])
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) or not progress.is_over:
        raise ReportsError(_trouble(log))


def _defect(test: str) -> str:
    """Return the defect that a test is of: it stands in its name, in parentheses."""
    return str(_NAME.findall(test)[-1])


def _trouble(log: Path) -> str:
    said = log.read_text("utf-8")
    _, usage, told = said.partition("ERROR: ")
    if usage:
        return told.strip()
    last = [line for line in said.splitlines() if line.strip()][-5:]
    return "\n  ".join(
        ["No se terminó de probar.", *last, f"Qué hacer: lea el registro completo en {log}"]
    )
