"""Looks through the files that a run left for personal data that should have been hidden."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from steps.personal_data import Datum, PersonalData, decoded, kinds

# What the reports say anyway: a surname that is one of these words tells nobody's name.
_PUBLIC = (
    *("features/**/*.feature", "features/**/*.md", "features/**/*.toml"),
    *("reports/templates/*.html", "reports/static/*.css"),
)
_LONG = 8  # characters that do not come about by chance in a picture or a typeface


@dataclass(frozen=True)
class Leak:
    """A file that shows personal data, and which: "la CURP, el nombre"."""

    file: Path
    kinds: str


def find_leaks(files: Iterable[Path], data: PersonalData, root: Path) -> list[Leak]:
    """Return which of the files show one of the data, as it is or encoded; also within a ZIP."""
    sought = _sought(data, root)
    found = [Leak(file, kinds(_held(file, sought))) for file in files if file.is_file()]
    return [leak for leak in found if leak.kinds]


def _sought(data: PersonalData, root: Path) -> PersonalData:
    """Return what to look for: a name that the guides use as a word, only beside another one."""
    public = "\n".join(
        file.read_text("utf-8", "replace") for glob in _PUBLIC for file in root.glob(glob)
    )
    words = data.find(public)
    people: dict[str, list[Datum]] = {}
    for one in data.data:
        people.setdefault(one.person, []).append(one)
    full = [
        Datum("el nombre completo", f"{one.value} {other.value}", person)
        for person, own in people.items()
        for pair in pairwise(own)
        for one, other in (pair, pair[::-1])
        if words.intersection(pair)
    ]
    return PersonalData([*(one for one in data.data if one not in words), *full])


def _held(file: Path, sought: PersonalData) -> set[Datum]:
    held = set()
    for content in _contents(file):
        try:
            text, data = content.decode(), sought.data
        except UnicodeDecodeError:  # not a text, or not one of ours
            text = content.replace(b"\0", b"").decode("latin-1")
            data = tuple(one for one in sought.data if len(one.value) >= _LONG)
        readings = (text, *decoded(text))
        held |= {one for one in data if any(map(one.pattern.search, readings))}
    return held


def _contents(file: Path) -> Iterator[bytes]:
    yield str(file.name).encode()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as members:
            yield from map(members.read, members.namelist())
    else:
        yield file.read_bytes()
