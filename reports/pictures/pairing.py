"""Finds, of each thing on one screen, which one it is on another screen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from reports.pictures.screen import Element

# From this likeness (0 to 1) on, a name is the other one rewritten.
_ALIKE = 0.5


@dataclass(frozen=True)
class Pairing:
    """Which is which, by places in the two screens: `pairs` of old and new ones.

    `moved` are the new places of those that stand elsewhere among the others.
    """

    pairs: tuple[tuple[int, int], ...]
    moved: frozenset[int]
    missing: tuple[int, ...]
    added: tuple[int, ...]


def pair_up(old: Sequence[Element], new: Sequence[Element]) -> Pairing:
    """Pair what has kept its name, then what was renamed in its place, then what became another.

    What stands between the same two neighbours, and is of the same sort, was renamed.
    """
    found = _Pairs(old, new)
    found.add(_in_order(old, new))
    anchors = list(found.pairs)
    found.add(found.of_same(lambda element: (element.noun, element.name)))
    moved = frozenset(place for _, place in found.pairs[len(anchors) :])
    found.add(_renamed(found, anchors))
    found.add(found.of_same(lambda element: element.name))
    return Pairing(tuple(sorted(found.pairs)), moved, tuple(found.left), tuple(found.right))


class _Pairs:
    """The pairs found so far, and the places of what is still alone on either side."""

    def __init__(self, old: Sequence[Element], new: Sequence[Element]) -> None:
        self.old, self.new = old, new
        self.left, self.right = list(range(len(old))), list(range(len(new)))
        self.pairs: list[tuple[int, int]] = []

    def add(self, pairs: Iterator[tuple[int, int]]) -> None:
        """Keep pairs; none of their two is alone any more."""
        for left, right in list(pairs):
            self.left.remove(left)
            self.right.remove(right)
            self.pairs.append((left, right))

    def of_same(self, key: Callable[[Element], object]) -> Iterator[tuple[int, int]]:
        """Pair those still alone that have the same key, the first with the first."""
        right = list(self.right)
        for place in self.left:
            same = (other for other in right if key(self.new[other]) == key(self.old[place]))
            other = next(same, None)
            if other is not None:
                right.remove(other)
                yield place, other


def _in_order(old: Sequence[Element], new: Sequence[Element]) -> Iterator[tuple[int, int]]:
    before, after = ([(element.noun, element.name) for element in side] for side in (old, new))
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _renamed(found: _Pairs, anchors: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pair those of a sort that stand between the same anchors."""
    gaps: dict[tuple[int, str], tuple[list[int], list[int]]] = {}
    for side, (places, elements) in enumerate(((found.left, found.old), (found.right, found.new))):
        for place in places:
            gap = sum(anchor[side] < place for anchor in anchors)
            gaps.setdefault((gap, elements[place].noun), ([], []))[side].append(place)
    for left, right in gaps.values():
        yield from _most_alike(found, left, right)
        if len(left) == len(right):
            yield from zip(left, right, strict=True)


def _most_alike(found: _Pairs, left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
    """Pair the most alike first, and take them out of the two lists."""
    alike = {
        pair: likeness(found.old[pair[0]].name, found.new[pair[1]].name)
        for pair in product(left, right)
    }
    for one, other in sorted(alike, key=lambda pair: -alike[pair]):
        if alike[one, other] >= _ALIKE and one in left and other in right:
            left.remove(one)
            right.remove(other)
            yield one, other


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
