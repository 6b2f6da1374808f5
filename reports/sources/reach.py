"""What a file touches: the guides, the steps and the pictures that come from it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from reports.errors import ReportsError
from reports.sources.fingerprint import source_of
from reports.sources.kept import Kept


@dataclass(frozen=True)
class Reach:
    """A guide that comes from a file, and those of its pictures that do."""

    guide: str
    pictures: tuple[str, ...]


def reach(kept: Kept, source: str) -> list[Reach]:
    """Return what comes from a source."""
    return [
        Reach(name, tuple(picture for picture, of in guide.pictures.items() if source in of))
        for name, guide in kept.guides.items()
        if source in guide.fingerprints
    ]


def named_source(root: Path, here: Path, words: str, known: Iterable[str]) -> str:
    r"""Return the source that somebody names, by its path within the project or from `here`.

    Slashes may be Windows' own. `known` are all the sources that anybody can mean; one of them
    need not exist any more. Raises ReportsError, with the nearest of them, for anything else.
    """
    words, known = words.replace("\\", "/"), set(known)
    places = [Path(os.path.normpath(folder / words)) for folder in (here, root)]
    inside = [place.relative_to(root).as_posix() for place in places if place.is_relative_to(root)]
    if not inside:
        raise ReportsError(
            f"{words} está fuera del proyecto.\n  Qué hacer: dé un archivo de {root}"
        )
    for path in inside:
        if (root / path).is_file() or source_of(path) in known:
            return source_of(path)
    if any((root / path).is_dir() for path in inside):
        raise ReportsError(f"{words} es una carpeta.\n  Qué hacer: dé uno de sus archivos.")
    raise ReportsError(
        f"No existe {words}, ni salió de ahí nada publicado.\n  {_advice(words, known)}"
    )


def _advice(words: str, known: Iterable[str]) -> str:
    by_name: dict[str, list[str]] = {}
    for path in sorted(known):
        by_name.setdefault(PurePosixPath(path).name, []).append(path)
    alike = get_close_matches(PurePosixPath(words).name, by_name, n=3)
    paths = [path for name in alike for path in by_name[name]][:3]
    near = get_close_matches(words, [path for of in by_name.values() for path in of], n=3)
    found = list(dict.fromkeys([*paths, *near]))[:3]
    if not found:
        return "Qué hacer: revise el nombre; se escribe desde la carpeta del proyecto."
    return f"Qué hacer: revise el nombre; lo más parecido es {', '.join(found)}."
