"""What takes long to make, kept for the next time that it would come out the same."""

import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self


class Kept:
    """A folder of files under names that say all they were made from.

    Leave its `with` block to have those removed that nobody asked for this time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked_for: set[str] = set()

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a name, made first if it is not there."""
        self._asked_for.add(name)
        path = self._folder / name
        if not path.exists():
            half = path.with_name(f"{name}.{os.getpid()}")
            half.write_bytes(make())
            half.replace(path)
        return path.read_bytes()

    def __enter__(self) -> Self:
        """Begin."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what is not needed any more, unless something went wrong."""
        if error is None:
            for path in self._folder.iterdir():
                if path.name not in self._asked_for:
                    path.unlink()
