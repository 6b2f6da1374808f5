"""Puts a folder that has just been made in the place of an older one, whole or not at all."""

import filecmp
import os
import shutil
from pathlib import Path

from reports.errors import ReportsError


def publish(new: Path, final: Path) -> bool:
    """Put `new` in the place of `final`, and tell whether anything changed.

    A file that is the same stays the file that it was, and so does the whole folder when all are.
    """
    names = _files(new)
    same = {name for name in names if _is_same(new / name, final / name)}
    if same == names == _files(final):
        return False
    for name in same:
        (new / name).unlink()
        _link(final / name, new / name)
    replace(new, final)
    return True


def replace(new: Path, final: Path) -> None:
    """Put a new folder in the place of an old one; if that fails, the old one is put back.

    Raises ReportsError when the system does not allow it: on Windows, when a file is open.
    """
    old = new.with_name(f"{new.name}-anterior")
    try:
        if final.exists():
            final.rename(old)
        new.rename(final)
    except OSError as error:
        raise ReportsError(
            f"No se pudo reemplazar la carpeta {final}; sigue como estaba ({error}).\n"
            "  Qué hacer: cierre los archivos de ella que tenga abiertos en Word o en otro "
            "programa, y vuelva a intentarlo."
        ) from error
    finally:  # also for whoever interrupts it
        if old.exists() and not final.exists():
            old.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def _files(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in files}


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a disk without links: a copy that keeps its date is as good
        shutil.copy2(old, new)
