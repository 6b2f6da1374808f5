"""What was rejected of the last run, in `rechazos.json` beside it; the next run begins anew."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from reports.errors import ReportsError


@dataclass(frozen=True)
class Rejection:
    """Why a picture was rejected ("" when nobody said), by whom, and on what date (ISO)."""

    reason: str
    by: str
    on: str


def read_rejections(path: Path) -> dict[str, Rejection]:
    """Return the rejections by the names of the pictures. Raises ReportsError for a broken file."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {name: Rejection(**rejection) for name, rejection in kept.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError, OSError) as error:
        raise ReportsError(
            f"No se pudo leer {path}, donde se apuntan las imágenes rechazadas.\n"
            "  Qué hacer: borre ese archivo; se perderá solo lo que se rechazó de esta corrida."
        ) from error


def add_rejection(path: Path, name: str, rejection: Rejection) -> None:
    """Reject a picture, or reject it again for another reason."""
    _write(path, read_rejections(path) | {name: rejection})


def drop_rejections(path: Path, names: Sequence[str]) -> None:
    """Forget that these pictures were rejected, if any was."""
    kept = read_rejections(path)
    left = {name: rejection for name, rejection in kept.items() if name not in names}
    if left != kept:
        _write(path, left)


def _write(path: Path, rejections: Mapping[str, Rejection]) -> None:
    """Write the file whole or not at all."""
    kept = {name: asdict(rejection) for name, rejection in sorted(rejections.items())}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    beside = path.with_name(f"{path.name}.nuevo")
    try:
        beside.write_text(f"{text}\n", "utf-8")
        beside.replace(path)
    except OSError as error:
        raise ReportsError(
            f"No se pudo escribir {path}; lo que se rechazó no quedó apuntado.\n"
            "  Qué hacer: revise que el disco tenga espacio y que pueda escribir en esa carpeta."
        ) from error
