"""What the recorder tells other plugins while a run goes on."""

from collections.abc import Sequence
from pathlib import Path

from reports.record import TouchRecord


def pytest_guias_picture_kept(picture: Path, touches: Sequence[TouchRecord]) -> None:
    """Told when a clean picture has been kept, with what the Reader touched on it."""
