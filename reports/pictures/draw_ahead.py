"""Draws the boxes while the browser is busy with the next screen, so that nobody waits for it."""

import shutil
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from reports.pictures.annotate import annotate
from reports.record import TouchRecord


def drawn(clean: Path) -> Path:
    """Return where the drawn picture of a clean one lies."""
    return clean.with_suffix(".drawn.png")


class DrawAhead:
    """A pytest plugin; leave its `with` block to have every picture drawn."""

    def __init__(self) -> None:
        # The PNG codec leaves Python's lock to others while it works.
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._pending: list[Future[None]] = []
        self._drawn: dict[tuple[bytes, tuple[TouchRecord, ...]], Path] = {}

    def pytest_guias_picture_kept(self, picture: Path, touches: Sequence[TouchRecord]) -> None:
        """Begin to draw a picture that has just been kept."""
        self._pending.append(self._pool.submit(self._draw, picture, tuple(touches)))

    def _draw(self, picture: Path, touches: tuple[TouchRecord, ...]) -> None:
        # Guides begin alike: what one of them has shown already is not drawn again.
        same = sha256(picture.read_bytes()).digest(), touches
        if same in self._drawn:
            shutil.copyfile(self._drawn[same], drawn(picture))
        else:
            annotate(picture, touches, drawn(picture))
            self._drawn[same] = drawn(picture)

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
