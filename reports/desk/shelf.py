"""The pictures that pages have shown, by what they hold: an address is never part of a path."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from reports.record import TouchRecord


class Shelf:
    """Remembers where each picture lies. A picture that was replaced meanwhile is not found."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}
        self._touches: dict[str, tuple[TouchRecord, ...]] = {}

    def put(self, path: Path) -> str:
        """Remember a picture and return its digest; "" when it cannot be read."""
        try:
            digest = sha256(path.read_bytes()).hexdigest()
        except OSError:
            return ""
        self._paths[digest] = path
        return digest

    def put_touches(self, touches: Sequence[TouchRecord]) -> str:
        """Remember what is marked on a picture, and return its digest."""
        digest = sha256(repr(touches).encode()).hexdigest()
        self._touches[digest] = tuple(touches)
        return digest

    def touches_of(self, digest: str) -> tuple[TouchRecord, ...] | None:
        """Return what is marked on a picture that was shown."""
        return self._touches.get(digest)

    def bytes_of(self, digest: str) -> bytes | None:
        """Return the picture, as long as it is still the one that was shown."""
        try:
            content = self._paths[digest].read_bytes()
        except (KeyError, OSError):
            return None
        return content if sha256(content).hexdigest() == digest else None

    def path_of(self, digest: str) -> Path | None:
        """Return where the picture lies, as long as it is still the one that was shown."""
        return self._paths[digest] if self.bytes_of(digest) is not None else None
