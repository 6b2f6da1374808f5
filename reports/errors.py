"""The errors that a person may meet, told in Spanish with what to do about them."""

from pathlib import Path


class ReportsError(Exception):
    """Base of all; its message is fit to be shown as it is."""


class GuideError(ReportsError):
    """A guide that cannot be read: where, what, and how to mend it."""

    def __init__(self, path: Path, line: int | None, problem: str, advice: str) -> None:
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {problem}\n  Qué hacer: {advice}")
