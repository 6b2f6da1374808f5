"""A published guide that cannot be read."""

from collections.abc import Iterable
from pathlib import Path

from reports.errors import ReportsError

_LONGEST = 5_000  # letters of a line; a longer one is no writing, and would take minutes


class UnreadableError(ReportsError):
    """What happened to which file, and what to do."""

    def __init__(self, path: Path, problem: str, advice: str) -> None:
        super().__init__(f"{path}: {problem}\n  Qué hacer: {advice}")


def check_lines(path: Path, lines: Iterable[str]) -> None:
    """Refuse a file whose lines are too long to be a guide's."""
    longest = max(map(len, lines), default=0)
    if longest > _LONGEST:
        problem = f"tiene un renglón de {longest} letras: no parece una guía"
        raise UnreadableError(path, problem, "revise que sea el archivo correcto.")
