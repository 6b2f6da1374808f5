"""What the recorder tells other plugins while a run goes on."""

from collections.abc import Collection, Sequence
from pathlib import Path

from reports.record import TouchRecord


def pytest_guias_picture_kept(picture: Path, touches: Sequence[TouchRecord]) -> None:
    """Told when a clean picture has been kept, with what the Reader touched on it."""


def pytest_guias_sources_used() -> Collection[str] | None:
    """Asked which files of the project the screens of a scenario have come from, up to now.

    Each is a path within the project, with slashes.
    """
