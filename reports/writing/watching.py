"""Follows guides again as their files are saved."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath

from reports.paths import out_folder
from reports.sources.fingerprint import can_be_source, fingerprint, source_of
from reports.sources.kept import Kept, read_kept
from reports.sources.staleness import written_guides

_GUIDES = PurePosixPath("features/guias")
_WAITING = "\nEsperando a que guarde algo… (Ctrl+C para terminar)"
_OF_ALL = _GUIDES / "hechos.toml"


def touched(changed: Iterable[str], guides: Sequence[str], kept: Kept | None) -> list[str]:
    """Return which of the guides have to be followed again; paths are within the project.

    By what they were made from when they were published. Of a guide that never was, everything may
    be a source but another guide's own files.
    """
    return [name for name in guides if any(_touches(path, name, kept) for path in changed)]


def _touches(path: str, guide: str, kept: Kept | None) -> bool:
    file = PurePosixPath(path)
    if file.parent == _GUIDES and file != _OF_ALL:
        return file.stem == guide
    known = kept.guides.get(guide) if kept else None
    return source_of(path) in known.fingerprints if known else can_be_source(path)


def watch_guides(
    root: Path,
    only: str,
    saves: Iterable[Iterable[str]],
    follow: Callable[[Sequence[str]], None],
    say: Callable[[str], object],
) -> None:
    """Follow, after each batch of saves, the guides that these touch, or just one of them.

    That one is followed at once, too; of all guides none is, before somebody saves something.
    `saves` yields paths as the system gives them. One that holds what it held before does not
    count: a system may tell of one save more than once.
    """
    if only:
        say(f"Siguiendo: {only}")
        follow([only])
    else:
        say("Ahora no se sigue ninguna; para ver ya cómo va una: guias.py watch NOMBRE")
    say(_WAITING)
    held: dict[str, str] = {}
    for batch in saves:
        changed = _changed(root, batch, held)
        if not changed:
            continue
        guides = [name for name in written_guides(root) if only in ("", name)]
        again = touched(changed, guides, read_kept(out_folder(root)))
        if again:
            say(f"\nCambió {', '.join(changed)}. Siguiendo: {', '.join(again)}")
            follow(again)
            say(_WAITING)


def _changed(root: Path, batch: Iterable[str], held: dict[str, str]) -> list[str]:
    """Return what holds something else than before, and keep what it holds now."""
    now = {path: _content(root, path) for path in sorted(_within(root, batch))}
    changed = [path for path in now if held.get(path) != now[path]]
    held.update(now)
    return changed


def _content(root: Path, path: str) -> str:
    try:
        return fingerprint(root, path)
    except OSError:  # who saves it has not yet let go of it
        return ""


def _within(root: Path, paths: Iterable[str]) -> set[str]:
    inside = (Path(path) for path in paths if Path(path).is_relative_to(root))
    return {path.relative_to(root).as_posix() for path in inside}
