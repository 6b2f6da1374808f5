"""What the recorder tells other plugins while a run goes on."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import pytest

from reports.guides.guide import Guide
from reports.record import ScenarioRecord, TouchRecord
from steps.personal_data import Datum


def pytest_guias_picture_kept(picture: Path, touches: Sequence[TouchRecord]) -> None:
    """Told when a clean picture has been kept, with what the Reader touched on it."""


def pytest_guias_scenario_ended(
    request: pytest.FixtureRequest, record: ScenarioRecord, guide: Guide | None, path: Path
) -> None:
    """Told when a scenario has been recorded; `path` is its record's, without an ending."""


def pytest_guias_sources_used() -> Collection[str] | None:
    """Asked which files of the project the screens of a scenario have come from, up to now.

    Each is a path within the project, with slashes.
    """


def pytest_guias_personal_data(config: pytest.Config) -> Iterable[Datum] | None:
    """Asked once, after all is configured: what nothing that the run leaves may show."""


def pytest_guias_portal(config: pytest.Config) -> tuple[str, bool, bool] | None:
    """Asked which portal elsewhere a run is for: origin, with control or not, may act or not."""
