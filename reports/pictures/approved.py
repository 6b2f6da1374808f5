"""The approved pictures: `reports/approved/`, a manifest and the files that it names.

Files are named by what they hold, so a new one never takes the place of an old one. The manifest
is replaced last, and at once: whatever interrupts an approval, the old one or the new one is
there, and whole.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import oxipng

from reports.errors import ReportsError
from reports.pictures.states import Approved, Seen
from reports.record import TouchRecord

_MANIFEST = "manifest.json"
_LOCK = ".lock"
_ENDINGS = {"picture": "png", "aria": "aria.yml"}
_EFFORT = 1  # of oxipng: one more takes twice as long for an eighth less
_PATIENCE = 20  # seconds

Entry = dict[str, Any]


def read_approved(folder: Path) -> tuple[Approved, ...]:
    """Return the approved pictures, by name; none when there is no manifest.

    Raises ReportsError for a manifest that cannot be read, and for a file that is not the one that
    was approved.
    """
    try:
        return _read(folder)
    except ReportsError:  # somebody may just have approved, and removed what was named before
        return _read(folder)


def renew(
    folder: Path, pictures: Sequence[Seen], gone: Iterable[str], *, by: str, on: date, release: str
) -> None:
    """Approve pictures and take others out, all at once. Raises ReportsError; then nothing is done.

    `by` is who approves them, `release` what they were taken of.
    """
    smaller = dict(_made_smaller(read_approved(folder)))
    contents = {picture.name: _contents(picture, smaller) for picture in pictures}
    with _alone(folder):
        entries = _without(_read_manifest(folder), gone)
        for picture in pictures:
            approval = {"by": by, "on": on.isoformat(), "release": release}
            entries[picture.name] = _entry(picture, contents[picture.name]) | approval
            for kind, content in contents[picture.name].items():
                _put(folder / entries[picture.name][kind], content)
        _finish(folder, entries)


def _read(folder: Path) -> tuple[Approved, ...]:
    return tuple(_approved(folder, entry) for entry in _read_manifest(folder).values())


def _finish(folder: Path, entries: Mapping[str, Entry]) -> None:
    """Replace the manifest, and only then remove the files that it does not name."""
    kept = {"pictures": [entries[name] for name in sorted(entries)]}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    _put(folder / _MANIFEST, f"{text}\n".encode())
    named = {entry[kind] for entry in entries.values() for kind in _ENDINGS}
    for path in folder.iterdir():
        if path.name not in named | {_MANIFEST} and not path.name.startswith("."):
            with suppress(OSError):  # open in some program; the next approval removes it
                path.unlink()


def _without(entries: Mapping[str, Entry], names: Iterable[str]) -> dict[str, Entry]:
    gone = set(names)
    return {name: entry for name, entry in entries.items() if name not in gone}


def _made_smaller(approved: Iterable[Approved]) -> Iterator[tuple[str, bytes]]:
    for known in approved:
        with suppress(OSError):  # somebody has just approved another one in its place
            yield known.taken, known.picture.read_bytes()


def _contents(picture: Seen, smaller: dict[str, bytes]) -> dict[str, bytes]:
    """Return what the two files of a picture are to hold.

    `smaller` are the PNG files that say the same as those that were made smaller already.
    """
    try:
        content = picture.picture.read_bytes()
        taken = sha256(content).hexdigest()
        if taken not in smaller:
            smaller[taken] = oxipng.optimize_from_memory(content, level=_EFFORT)
    except (OSError, oxipng.PngError) as error:
        raise ReportsError(
            f"No se pudo leer la imagen {picture.name} ({error}); no se aprobó nada.\n"
            "  Qué hacer: siga las guías otra vez, con guias.py sin nada más, y apruebe."
        ) from error
    if picture.taken not in ("", taken):
        raise ReportsError(
            f"La imagen {picture.name} cambió mientras se aprobaba; no se aprobó nada.\n"
            "  Qué hacer: espere a que termine la corrida, revise y apruebe otra vez."
        )
    return {"picture": smaller[taken], "aria": picture.aria.encode()}


def _entry(picture: Seen, contents: Mapping[str, bytes]) -> Entry:
    """Return what the manifest says of a picture, but for who approved it."""
    entry: Entry = {
        "name": picture.name,
        "guide": picture.guide,
        "step": picture.guide_step,
        "title": picture.title,
    }
    for kind, content in contents.items():
        digest = sha256(content).hexdigest()
        entry[kind] = _file(picture.name, kind, digest)
        entry[f"{kind}_sha256"] = digest
    return entry | {
        "taken_sha256": picture.taken,
        "browser": picture.browser,
        "touches": [asdict(touch) for touch in picture.touches],
        "texts": list(picture.texts),
    }


def _file(name: str, kind: str, digest: str) -> str:
    return f"{name}.{digest[:8]}.{_ENDINGS[kind]}"


def _read_manifest(folder: Path) -> dict[str, Entry]:
    """Return what the manifest says, by the names of the pictures."""
    path = folder / _MANIFEST
    try:
        entries: list[Entry] = json.loads(path.read_text("utf-8"))["pictures"]
        found = {entry["name"]: entry for entry in entries}
        for entry in entries:
            _checked(entry)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path, f"no se puede leer ({type(error).__name__}: {error})") from error
    if len(found) != len(entries):
        raise _damaged(path, "nombra dos veces una misma imagen")
    return found


def _checked(entry: Entry) -> None:
    """Raise ValueError when an entry names other files than it should, or its date is none."""
    date.fromisoformat(entry["on"])
    for kind in _ENDINGS:
        if entry[kind] != _file(entry["name"], kind, entry[f"{kind}_sha256"]):
            raise ValueError(entry[kind])


def _approved(folder: Path, entry: Entry) -> Approved:
    aria = _whole(folder, entry, "aria")
    _whole(folder, entry, "picture")
    try:
        return Approved(
            name=entry["name"],
            guide=entry["guide"],
            guide_step=int(entry["step"]),
            title=entry["title"],
            texts=tuple(entry["texts"]),
            touches=tuple(TouchRecord(**touch) for touch in entry["touches"]),
            picture=folder / entry["picture"],
            aria=aria.decode(),
            browser=entry["browser"],
            by=entry["by"],
            on=entry["on"],
            release=entry["release"],
            taken=entry["taken_sha256"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(folder / _MANIFEST, f"le falta algo de {entry['name']}: {error}") from error


def _whole(folder: Path, entry: Entry, kind: str) -> bytes:
    """Return what a file holds, if that is what was approved."""
    path = folder / str(entry[kind])
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _damaged(path, f"no se puede leer ({error})") from error
    if kind == "aria":  # git may change the ends of its lines, on Windows
        content = content.replace(b"\r\n", b"\n")
    if sha256(content).hexdigest() != entry[f"{kind}_sha256"]:
        raise _damaged(path, "no es el que se aprobó")
    return content


def _damaged(path: Path, why: str) -> ReportsError:
    return ReportsError(
        f"El archivo {path}, de las imágenes aprobadas, {why}.\n"
        f"  Qué hacer: recupere la carpeta {path.parent} con git (git checkout). Si dos personas "
        "aprobaron a la vez, quédese con lo de una y apruebe de nuevo lo de la otra."
    )


def _put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; one that holds this already is left alone."""
    if path.is_file() and path.read_bytes() == content:
        return
    beside = path.with_name(f"{path.name}.nuevo")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # or the name could be there before what it names
    beside.replace(path)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep others from approving meanwhile; SQLite's file lock works alike on all systems.

    Raises ReportsError when somebody else takes too long, and when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(folder / _LOCK, timeout=_PATIENCE)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except (OSError, sqlite3.OperationalError) as error:
        raise ReportsError(
            f"No se pudo escribir en {folder} ({error}); lo aprobado sigue como estaba.\n"
            "  Qué hacer: si alguien más está aprobando, espere a que termine; si no, cierre los "
            "archivos de esa carpeta, revise que el disco tenga espacio, y vuelva a intentarlo."
        ) from error
