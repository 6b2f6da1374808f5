"""What a run was made with: when, how long, which browser, versions and commit."""

import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from reports.record import ScenarioRecord


@dataclass(frozen=True)
class PortalInfo:
    """A portal that somebody else deployed: its origin, and what the run could do there."""

    origin: str
    control: bool = False
    acts: bool = False


@dataclass(frozen=True)
class RunInfo:
    """Facts about one run, for the reports; `portal` is None for the reference portal."""

    began: datetime
    seconds: float
    browser: str
    commit: str
    versions: tuple[tuple[str, str], ...]
    portal: PortalInfo | None = None


def browsers(scenarios: Sequence[ScenarioRecord]) -> str:
    """Return in which browsers some scenarios were followed."""
    return " y ".join(sorted({scenario.browser for scenario in scenarios} - {""}))


def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of what followed the guides."""
    tools = (("Playwright", "playwright"), ("pytest", "pytest"), ("pytest-bdd", "pytest-bdd"))
    return (
        *((name, version(package)) for name, package in tools),
        ("Python", platform.python_version()),
    )


def commit(root: Path) -> str:
    """Return the commit that the run was made from, and whether files differ from it."""
    describe = ["describe", "--always", "--exclude=*", "--dirty= con cambios sin registrar"]
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *describe], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:  # a copy without git is no reason to stop
        return "sin repositorio"
    return done.stdout.strip() if done.returncode == 0 else "sin repositorio"
