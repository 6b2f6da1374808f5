"""What following the guides costs beside a bare Playwright script that does the same."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.errors import ReportsError
from reports.pictures.seen import seen_pictures
from reports.record import read_scenarios

_OURS = """
import sys
from pathlib import Path
from reports.run import follow_guides
follow_guides(Path.cwd(), Path(sys.argv[1]), object(), with_rules=False)
"""


@dataclass(frozen=True)
class Pair:
    """One run of each, seconds of whole processes."""

    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        """How many times the bare script's time ours took."""
        return self.ours / self.bare


def run_pairs(root: Path, count: int) -> Iterator[Pair]:
    """Run both in turn, after a first pair that only warms the machine up."""
    with tempfile.TemporaryDirectory(dir=root / ".guias", prefix="medicion-") as name:
        for number in range(count + 1):
            folder = Path(name) / str(number)
            folder.mkdir()
            ours = [sys.executable, "-c", _OURS, str(folder)]
            bare = [sys.executable, "-m", "fixtures.bare_script", str(folder)]
            pair = Pair(ours=_time(root, ours), bare=_time(root, bare))
            _same_number_of_pictures(folder)
            if number:
                yield pair


def median_ratio(pairs: Sequence[Pair]) -> float:
    """Return the median of the pairs' ratios."""
    return statistics.median(pair.ratio for pair in pairs)


def _time(root: Path, command: list[str]) -> float:
    # Python may keep its compiled files, as it does wherever nobody forbids it.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise ReportsError(f"Lo que se medía falló:\n{done.stderr[-2000:]}")
    return seconds


def _same_number_of_pictures(folder: Path) -> None:
    record = folder / "run" / "record"
    ours = len(seen_pictures(record, read_scenarios(record)))
    bare = len(list(folder.glob("*.png")))
    if ours != bare:
        raise ReportsError(
            f"No se mide lo mismo: las guías dan {ours} imágenes y el guion de comparación {bare}."
            "\n  Qué hacer: ponga al día fixtures/bare_script.py."
        )
