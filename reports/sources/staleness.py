"""Whether what is published is still what its sources would give."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reports.paths import guides_folder
from reports.sources.fingerprint import fingerprint
from reports.sources.kept import GuideSources, Kept


class Change(StrEnum):
    """What became of a source."""

    CHANGED = "cambió"
    GONE = "ya no está"
    NEW = "es nuevo"


@dataclass(frozen=True)
class SourceChange:
    """A source that is no longer what it was, and the pictures that come from it."""

    source: str
    change: Change
    pictures: tuple[str, ...]


@dataclass(frozen=True)
class Freshness:
    """A guide: whether it is published, whether its files are there, what changed since."""

    guide: str
    is_published: bool
    is_written: bool
    changes: tuple[SourceChange, ...]
    pictures: int

    @property
    def is_fresh(self) -> bool:
        """Whether nothing has to be done."""
        return self.is_published and self.is_written and not self.changes


def freshness(root: Path, kept: Kept) -> list[Freshness]:
    """Compare every guide, written or published, with its sources as they are now."""

    @cache
    def now(source: str) -> str:
        return fingerprint(root, source)

    def of(name: str) -> Freshness:
        guide = kept.guides.get(name, GuideSources("", {}, {}))
        changes = tuple(
            SourceChange(source, _change(before, now(source)), _from(source, guide))
            for source, before in guide.fingerprints.items()
            if before != now(source)
        )
        return Freshness(name, name in kept.guides, name in written, changes, len(guide.pictures))

    written = set(written_guides(root))
    return [of(name) for name in sorted(written | set(kept.guides))]


def outdated(root: Path, kept: Kept | None, guides: Iterable[str]) -> set[str]:
    """Return those guides for which the run that left `kept` does not answer any more.

    What `reports/` holds draws and writes; nobody does or sees anything else for it.
    """
    known = {state.guide: state for state in freshness(root, kept)} if kept else {}
    return {name for name in guides if not _answers(known.get(name))}


def _answers(state: Freshness | None) -> bool:
    made_by = state.changes if state and state.is_published else None
    return made_by is not None and all(one.source.startswith("reports/") for one in made_by)


def written_guides(root: Path) -> Sequence[str]:
    """Return the names of the guides that have one of their two files at least."""
    folder = guides_folder(root)
    files = (*folder.glob("*.md"), *folder.glob("*.feature"))
    return sorted({file.stem for file in files if file.stem.islower()})


def _change(before: str, now: str) -> Change:
    if not before:
        return Change.NEW
    return Change.CHANGED if now else Change.GONE


def _from(source: str, guide: GuideSources) -> tuple[str, ...]:
    return tuple(picture for picture, of in guide.pictures.items() if source in of)


def in_words(numbers: Sequence[int]) -> str:
    """Return steps as a sentence says them: "paso 4", "pasos 1 a 3 y 6"."""
    parts = list(_stretches(sorted(set(numbers))))
    listed = ", ".join(parts[:-1]) + (" y " if len(parts) > 1 else "") + "".join(parts[-1:])
    return f"paso {listed}" if listed.isdecimal() else f"pasos {listed}"


def _stretches(numbers: Sequence[int]) -> Iterator[str]:
    begin = 0
    for place, number in enumerate(numbers):
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield f"{numbers[begin]} a {number}" if begin < place else str(number)
            begin = place + 1
