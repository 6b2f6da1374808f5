"""A published guide that cannot be read."""

from pathlib import Path

from reports.errors import ReportsError


class UnreadableError(ReportsError):
    """What happened to which file, and what to do."""

    def __init__(self, path: Path, problem: str, advice: str) -> None:
        super().__init__(f"{path}: {problem}\n  Qué hacer: {advice}")
