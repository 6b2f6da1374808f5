"""Draws the boxes while the browser is busy with the next screen, so that nobody waits for it."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from reports.pictures.drawings import Drawings
from reports.record import TouchRecord


class DrawAhead:
    """A pytest plugin; leave its `with` block to have every picture drawn.

    `folder` keeps what was drawn, for whoever asks for it later: no picture is drawn twice, in
    this run or another one.
    """

    def __init__(self, folder: Path) -> None:
        # Packing and unpacking PNG leaves Python's lock to others while it works.
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._pending: list[Future[Path]] = []
        self._drawings = Drawings(folder)

    def pytest_guias_picture_kept(self, picture: Path, touches: Sequence[TouchRecord]) -> None:
        """Begin to draw a picture that has just been kept."""
        self._pending.append(self._pool.submit(self._drawings.drawn, picture, tuple(touches)))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for what is being drawn; what could not be drawn is an error here."""
        self._pool.shutdown(cancel_futures=error is not None)
        if error is None:
            for done in self._pending:
                done.result()
            self._drawings.forget()
