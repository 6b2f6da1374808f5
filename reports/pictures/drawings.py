"""Drawn pictures, kept for the next time that the same would be drawn."""

import os
import shutil
import time
import zlib
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from reports.pictures.annotate import annotate
from reports.record import TouchRecord

_HERE = Path(__file__).parent
DRAWN_BY = ("annotate.py", "crop.py", "frames.py")
_DAYS = 30


class Drawings:
    """A folder of drawn pictures, under names that say all that they were drawn from."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def draw(self, clean: Path, touches: Sequence[TouchRecord], target: Path) -> None:
        """Do as `annotate` does; what has been drawn before is only copied."""
        shutil.copyfile(self.drawn(clean, touches), target)

    def drawn(self, clean: Path, touches: Sequence[TouchRecord]) -> Path:
        """Return the file that a picture is kept in, drawn first if it has not been."""
        kept = self._folder / f"{_key(clean, touches)}.png"
        if not kept.exists():
            half = kept.with_suffix(f".{os.getpid()}")  # another run may be drawing the same
            annotate(clean, touches, half)
            half.replace(kept)
        os.utime(kept)
        return kept

    def forget(self) -> None:
        """Remove what nobody has asked for in a month."""
        long_ago = time.time() - _DAYS * 24 * 60 * 60
        for path in self._folder.iterdir():
            if path.stat().st_mtime < long_ago:
                path.unlink()


def _key(clean: Path, touches: Sequence[TouchRecord]) -> str:
    where = [(touch.x, touch.y, touch.width, touch.height) for touch in touches]
    return sha256(_style() + clean.read_bytes() + repr(where).encode()).hexdigest()


@cache
def _style() -> bytes:
    """Return what stands for the way of drawing: the code, and what it draws and packs with."""
    used = f"{version('pillow')} {zlib.ZLIB_RUNTIME_VERSION}".encode()
    return sha256(used + b"".join((_HERE / name).read_bytes() for name in DRAWN_BY)).digest()
