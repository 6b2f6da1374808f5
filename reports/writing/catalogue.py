"""The sentences that exist, each with an example, grouped as whoever writes a guide meets them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from reports.writing.sentences import Known
from reports.writing.spoken import Spoken


@dataclass(frozen=True)
class Entry:
    """A sentence, and where it is said first: in a guide if one says it."""

    known: Known
    example: Spoken | None

    @property
    def only_in_rules(self) -> bool:
        """Whether no guide says it."""
        return self.example is None or not self.example.in_guide


def catalogue(known: Sequence[Known], spoken: Sequence[Spoken]) -> list[tuple[str, list[Entry]]]:
    """Return the groups and their sentences, in the order in which the guides come to them.

    `spoken` has the guides first. What only rules say comes last, in each group and of all.
    """
    places = {one: place for place, one in enumerate(spoken)}
    entries = sorted(
        (Entry(one, _example(one, spoken)) for one in known),
        key=lambda entry: places[entry.example] if entry.example else len(places),
    )
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.known.group, []).append(entry)
    return list(groups.items())


def about(
    groups: Iterable[tuple[str, list[Entry]]], words: Sequence[str]
) -> list[tuple[str, list[Entry]]]:
    """Return what speaks of all the words, whatever their case and accents."""
    wanted = [_plain(word) for word in words]
    found = [
        (group, [entry for entry in entries if _speaks_of(entry, wanted)])
        for group, entries in groups
    ]
    return [(group, entries) for group, entries in found if entries]


def _example(known: Known, spoken: Sequence[Spoken]) -> Spoken | None:
    own = (one for one in spoken if one.kind == known.kind and known.takes(one.sentence))
    return next(own, None)


def _speaks_of(entry: Entry, words: Sequence[str]) -> bool:
    known = entry.known
    text = _plain(f"{known.group} {known.shown} {known.meaning}")
    return all(word in text for word in words)


def _plain(text: str) -> str:
    letters = normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not combining(letter))
