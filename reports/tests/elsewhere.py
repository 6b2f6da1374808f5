"""Portals started as processes of their own, and scenarios followed there as one would by hand."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reports.failures.plugin import NAME as FAILURE_PAGES
from reports.guides.guide import read_guides
from reports.record import ScenarioRecord, read_scenarios
from reports.verdicts import GuideVerdict, Verdict, decision, judge

ROOT = Path(__file__).resolve().parents[2]
# A guide's first scenario tells all of it; and a rule's detail is left to the suite on the stub.
_MARKS, _NAMES = "not detalle and ({})", "not por_su_dirección"
_FALSE = {Verdict.FAILS, Verdict.TEXT_DIFFERS}


@dataclass(frozen=True)
class Followed:
    """A run against a portal elsewhere: pytest's exit code, what it said, and its record."""

    code: int
    said: str
    scenarios: tuple[ScenarioRecord, ...]

    @property
    def verdicts(self) -> tuple[GuideVerdict, ...]:
        """Every guide, judged by these scenarios alone."""
        guides = read_guides(ROOT / "features" / "guias")
        return tuple(judge(guide, self.scenarios) for guide in guides)

    @property
    def found_false(self) -> set[str]:
        """The guides' steps and the rules that are not so there: "agendar 4", "regla captcha"."""
        steps = {
            f"{guide.guide.name} {step.number}"
            for guide in self.verdicts
            for step in guide.steps
            if step.verdict in _FALSE
        }
        rules = (one.rules for one in self.scenarios if decision(one) is Verdict.FAILS)
        return steps | {f"regla {rule}" for names in rules for rule in names}

    @property
    def passed(self) -> set[str]:
        """The names of the scenarios in which everything held."""
        return {scenario.name for scenario in self.scenarios if scenario.passed}


@contextmanager
def process(words: Sequence[str], environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run a Python program meanwhile; lend the first line that it says."""
    with subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=_environment(environment),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as running:
        assert running.stdout
        try:
            yield running.stdout.readline().strip()
        finally:
            running.terminate()


def follow(
    address: str,
    folder: Path,
    wanted: str,
    *words: str,
    names: str = "",
    environment: Mapping[str, str] | None = None,
) -> Followed:
    """Follow the scenarios with these marks and names; a browser runs, so wanted are few."""
    named = f"{_NAMES} and ({names})" if names else _NAMES
    record = folder / "record"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "features/test_guias.py", "features/test_reglas.py"),
            *("-m", _MARKS.format(wanted), "-k", named, "--base-url", address, *words),
            *("--record", str(record), "--output", str(folder / "output")),
            *("-p", "no:xdist", "-p", "no:cacheprovider", "-p", f"no:{FAILURE_PAGES}"),
            *("--tb=no", "-q"),
        ],
        cwd=ROOT,
        env=_environment(environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    scenarios = tuple(read_scenarios(record)) if record.exists() else ()
    return Followed(done.returncode, done.stdout + done.stderr, scenarios)


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    """Return this process's own, without what speaks of the run of pytest that this is part of."""
    mine = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTEST_") and name != "GUIAS_CONTROL"
    }
    return mine | {"PYTHONUTF8": "1"} | dict(more or {})
