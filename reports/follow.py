"""Follows guides: the run of pytest behind the main job, and the record that it leaves."""

import shutil
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from guias import SetupError
from reports.errors import ReportsError
from reports.failures import plugin as failures
from reports.failures.again import keep_traces
from reports.guides.guide import Guide
from reports.pictures.draw_ahead import DrawAhead
from reports.record import ScenarioRecord, read_scenarios
from reports.writing.check import check_rules


def follow(
    root: Path, folder: Path, guides: Sequence[Guide], progress: object, *, with_rules: bool
) -> tuple[ScenarioRecord, ...]:
    """Follow guides and what they claim; leave `record/` and `junit.xml` in the folder.

    Raises ReportsError when the run does not come to its end.
    """
    folder.mkdir()
    with DrawAhead(root / ".guias" / "imagenes") as draw_ahead:
        words = [str(root / "features"), "--ignore-glob=*/test_contracts*"]
        words += ["-m", _marks(guides, with_rules=with_rules)]
        words += [f"--junitxml={folder / 'junit.xml'}"]
        run_pytest(root, folder / "record", [progress, draw_ahead], words)

    def follow_again(tests: Sequence[str], record: Path, plugins: Sequence[object]) -> None:
        names = [f"{root}/{test}" for test in tests]
        run_pytest(root, record, [progress, *plugins], names, log="corrida-otra-vez.log")

    keep_traces(folder / "record", follow_again)
    return tuple(read_scenarios(folder / "record"))


def carry_over(old: Path, new: Path) -> tuple[ScenarioRecord, ...]:
    """Take from an older record the guides and the rules that a newer one lacks altogether."""
    followed = read_scenarios(new)
    guides = {scenario.guide for scenario in followed} - {""}
    rules = {rule for scenario in followed for rule in scenario.rules}
    for path, scenario in zip(sorted(old.glob("*.json")), read_scenarios(old), strict=True):
        if scenario.guide not in guides and not rules.intersection(scenario.rules):
            for file in old.glob(f"{path.stem}*"):
                shutil.copy2(file, new / file.name)
    return tuple(read_scenarios(new))


def _marks(guides: Sequence[Guide], *, with_rules: bool) -> str:
    """Return the expression that chooses the scenarios of guides and of what they claim.

    A rule's deeper look (@detalle) is left to the test suite: this job is for who waits for it.
    """
    passages = (passage for guide in guides for passage in (guide.opening, *guide.steps))
    rules = sorted({rule for passage in passages for rule in passage.rules})
    wanted = [f'guia(name="{guide.name}")' for guide in guides]
    wanted += [f'regla(name="{rule}")' for rule in rules if with_rules]
    return f"({' or '.join(wanted)}) and not detalle"


def run_pytest(
    root: Path,
    record: Path,
    plugins: Sequence[object],
    words: Sequence[str],
    *,
    log: str = "corrida.log",
) -> None:
    """Run pytest on what `words` say, keep what is done and seen in `record`, and a log.

    Raises ReportsError when it does not come to its end.
    """
    arguments = [
        # Or pytest would ask the environment for another portal; of several the last one counts.
        *(f"--rootdir={root}", "--base-url=", *words),
        # The test suite looks for what was left open, and keeps a cache; here both only take time.
        *("-p", "no:unraisableexception", "-p", "no:threadexception", "-p", "no:cacheprovider"),
        # This job writes a page for each failure itself.
        *("-p", "no:xdist", "-p", f"no:{failures.NAME}"),
        *("--record", str(record)),
    ]
    said = root / ".guias" / log
    nothing_to_judge = _NothingToJudge()
    code = _logged(said, arguments, [*plugins, nothing_to_judge])
    if nothing_to_judge.interrupted:
        raise KeyboardInterrupt
    if nothing_to_judge.why:
        raise ReportsError(nothing_to_judge.why)
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        check_rules(root)
        raise _not_ended(said)


def _logged(log: Path, arguments: list[str], plugins: Sequence[object]) -> int:
    with (
        log.open("w", encoding="utf-8") as output,
        redirect_stdout(output),
        redirect_stderr(output),
    ):
        return pytest.main(arguments, plugins=plugins)


class _NothingToJudge:
    """A plugin that knows why a run has nothing to judge.

    What it needs does not work, such as the browser, which ends it at once; or it was interrupted.
    """

    why = ""
    interrupted = False

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Take note of who has had enough; pytest's own reasons to stop are of another type."""
        self.interrupted = excinfo.type is KeyboardInterrupt

    def pytest_exception_interact(
        self, node: pytest.Item | pytest.Collector, call: pytest.CallInfo[object]
    ) -> None:
        """Take note of what the person has to mend first."""
        if call.excinfo and isinstance(call.excinfo.value, SetupError):
            self.why = node.session.shouldstop = str(call.excinfo.value)


def _not_ended(log: Path) -> ReportsError:
    return ReportsError(
        f"La corrida no llegó a su fin; lo publicado no se tocó.\n{_last_lines(log)}\n"
        f"  Qué hacer: lea el registro completo en {log}"
    )


def _last_lines(log: Path, count: int = 5) -> str:
    lines: Sequence[str] = [line for line in log.read_text("utf-8").splitlines() if line.strip()]
    return "\n".join(f"  {line}" for line in lines[-count:])
