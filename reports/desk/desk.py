"""What the desk reads and what it does, so that its pages can be tried on samples."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.guides.guide import Guide
from reports.last_run import LastRun
from reports.pictures.states import PictureState
from reports.record import TouchRecord


@dataclass(frozen=True)
class Desk:
    """Everything is read anew at each request: a new run shows as soon as the page is reloaded.

    `states` are those of the last run; `approve(states, by)` approves these very pictures, whatever
    another run has seen meanwhile, and returns their names;
    `difference(old, new, target)` and `annotate(clean, touches, target)` write a PNG; `rejections`
    is a file that may not be there.
    All of them may raise ReportsError.
    """

    guides: Callable[[], tuple[Guide, ...]]
    last_run: Callable[[], LastRun]
    states: Callable[[], tuple[PictureState, ...]]
    approve: Callable[[Sequence[PictureState], str], tuple[str, ...]]
    who: Callable[[], str]
    difference: Callable[[Path, Path, Path], object]
    annotate: Callable[[Path, Sequence[TouchRecord], Path], object]
    rejections: Path
