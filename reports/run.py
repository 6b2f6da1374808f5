"""The main job: follow every guide, judge it, and replace what is published if all of it holds."""

import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.guides.guide import Guide, read_guides
from reports.pages import write_pages
from reports.pictures.draw_ahead import DrawAhead
from reports.record import ScenarioRecord, read_scenarios
from reports.run_info import RunInfo, commit, versions
from reports.verdicts import GuideVerdict, Verdict, judge, worst


@dataclass(frozen=True)
class Run:
    """A run that came to its end: its verdicts, and the folder that its pages are in."""

    verdicts: tuple[GuideVerdict, ...]
    scenarios: tuple[ScenarioRecord, ...]
    info: RunInfo
    folder: Path

    @property
    def verdict(self) -> Verdict:
        """The worst of all."""
        return worst(judged.verdict for judged in self.verdicts)


def follow_guides(root: Path, output: Path, progress: object, *, with_rules: bool = True) -> Run:
    """Follow the guides of a project and write the pages of the run.

    `progress` is a pytest plugin that tells how it goes. `with_rules` decides what the guides
    claim, by the scenarios of those rules and no others.
    All `cumple`: `out/` in the folder `output` is replaced whole. Otherwise `failed/` is, and
    what is published stays as it was. Raises ReportsError when the run does not come to its end.
    """
    guides = read_guides(root / "features" / "guias")
    work = root / ".guias"
    work.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=work, prefix="corrida-") as name:
        folder = Path(name) / "paginas"
        began, start = datetime.now().astimezone(), time.perf_counter()
        with DrawAhead() as draw_ahead:
            _run_pytest(root, folder, [progress, draw_ahead], _marks(guides, with_rules=with_rules))
        scenarios = tuple(read_scenarios(folder / "record"))
        verdicts = tuple(judge(guide, scenarios) for guide in guides)
        browser = " y ".join(sorted({scenario.browser for scenario in scenarios} - {""}))
        info = RunInfo(began, time.perf_counter() - start, browser, commit(root), versions())
        write_pages(folder, folder / "record", verdicts, scenarios, info)
        holds = worst(judged.verdict for judged in verdicts) is Verdict.HOLDS
        final = output / ("out" if holds else "failed")
        _replace(final, folder)
    if holds:
        shutil.rmtree(output / "failed", ignore_errors=True)
    return Run(verdicts, scenarios, info, final)


def _marks(guides: Sequence[Guide], *, with_rules: bool) -> str:
    """Return the expression that chooses the scenarios of guides and of what they claim.

    A rule's deeper look (@detalle) is left to the test suite: this job is for who waits for it.
    """
    passages = (passage for guide in guides for passage in (guide.opening, *guide.steps))
    rules = sorted({rule for passage in passages for rule in passage.rules})
    claims = [f'regla(name="{rule}")' for rule in rules if with_rules]
    return f"({' or '.join(['guia', *claims])}) and not detalle"


def _run_pytest(root: Path, folder: Path, plugins: Sequence[object], marks: str) -> None:
    folder.mkdir()
    arguments = [
        *(f"--rootdir={root}", str(root / "features"), "--ignore-glob=*/test_contracts*"),
        *("-m", marks),
        # The test suite looks for what was left open, and keeps a cache; here both only take time.
        *("-p", "no:unraisableexception", "-p", "no:threadexception", "-p", "no:cacheprovider"),
        *("-p", "no:xdist"),
        *("--record", str(folder / "record"), f"--junitxml={folder / 'junit.xml'}"),
    ]
    log = root / ".guias" / "corrida.log"
    with (
        log.open("w", encoding="utf-8") as output,
        redirect_stdout(output),
        redirect_stderr(output),
    ):
        code = pytest.main(arguments, plugins=plugins)
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        last = _last_lines(log)
        raise ReportsError(
            f"La corrida no llegó a su fin; lo publicado no se tocó.\n{last}\n"
            f"  Qué hacer: lea el registro completo en {log}"
        )


def _last_lines(log: Path, count: int = 5) -> str:
    lines: Sequence[str] = [line for line in log.read_text("utf-8").splitlines() if line.strip()]
    return "\n".join(f"  {line}" for line in lines[-count:])


def _replace(final: Path, new: Path) -> None:
    """Put a new folder in the place of an old one; if that fails, the old one is put back."""
    old = new.with_name("anterior")
    if final.exists():
        final.rename(old)
    try:
        new.rename(final)
    except OSError:
        if old.exists():
            old.rename(final)
        raise
