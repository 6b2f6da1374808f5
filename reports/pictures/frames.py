"""Where the frames and the numbers of a picture go, so that none hides another or a text.

All in device pixels.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PIL import Image

from reports.pictures.crop import Box

Place = tuple[int, int]  # the middle of a number's disc

_PX = 2  # device pixels to a CSS pixel
STROKE = 3 * _PX
HALO = 2 * _PX
RADIUS = 11 * _PX  # of a number's disc
_REACH = RADIUS + HALO
_MARGIN = 4 * _PX  # from what was touched to the outer side of its frame
_BORDER = 3 * _PX  # what is nearer to a side of what was touched is its border, not its text
_SHADES = [level >> 5 for level in range(256)]
_LINES = 6  # so few rows unlike the one above are lines that pass under a disc, not a text


def frames(touched: Sequence[Box], size: tuple[int, int]) -> list[Box]:
    """Return the outer side of each frame, nearer to what was touched where others are near.

    They stay within the picture, whose size is (width, height).
    """
    edge = STROKE + HALO
    right, bottom = size[0] - edge, size[1] - edge
    margins = [min(_room(box, other) for other in touched) for box in touched]
    return [
        (
            min(max(box[0] - margin, edge), right - edge),
            min(max(box[1] - margin, edge), bottom - edge),
            max(min(box[2] + margin, right), 2 * edge),
            max(min(box[3] + margin, bottom), 2 * edge),
        )
        for box, margin in zip(touched, margins, strict=True)
    ]


def _room(box: Box, other: Box) -> int:
    """Return the margin that keeps two frames apart, if any does."""
    apart = max(box[0] - other[2], other[0] - box[2], box[1] - other[3], other[1] - box[3])
    if apart >= 0:
        return min(_MARGIN, (apart - _PX) // 2)
    within = min(box[0] - other[0], other[2] - box[2], box[1] - other[1], other[3] - box[3])
    return min(_MARGIN, within) if within >= 0 and box != other else _MARGIN


class Numbers:
    """Finds a place for each number: the first that hides nothing, else what hides least.

    Frames and other numbers count most, then the text that was touched, then any other.
    """

    def __init__(self, picture: Image.Image, touched: Sequence[Box], framed: Sequence[Box]) -> None:
        self._picture = picture
        self._touched = touched
        self._framed = framed

    def places(self) -> list[Place]:
        """Return the middle of each number's disc, in the order of touching."""
        taken: list[Place] = []
        for box, frame in zip(self._touched, self._framed, strict=True):
            places = _around(frame, self._picture.size)
            costs = {place: self._cost(place, box, frame, taken) for place in places}
            taken.append(min(costs, key=lambda place: costs[place]))
        return taken

    def _cost(
        self, place: Place, box: Box, frame: Box, taken: Sequence[Place]
    ) -> tuple[int, int, int]:
        disc = _square(place)
        hidden = sum(_hides(disc, other, frame) for other in self._framed if other != frame)
        hidden += sum(_meet(disc, _square(other)) for other in taken)
        text = self._drawn(_common(disc, _inset(box, _BORDER)))
        return hidden, text, self._beside(disc, frame)

    def _beside(self, disc: Box, frame: Box) -> int:
        """Return how much a disc covers outside its frame."""
        left, top, right, bottom = disc
        parts = (
            (left, top, min(right, frame[0]), bottom),
            (max(left, frame[2]), top, right, bottom),
            (left, top, right, min(bottom, frame[1])),
            (left, max(top, frame[3]), right, bottom),
        )
        return sum(self._drawn(part) for part in parts)

    def _drawn(self, part: Box) -> int:
        """Return how much is drawn on a part: the rows unlike the one above them.

        In eight shades, because a shadow hides no text.
        """
        left, top, right, bottom = part
        if left >= right or top >= bottom:
            return 0
        pixels = self._picture.crop(part).convert("L").point(_SHADES).tobytes()
        width = right - left
        rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
        unlike = sum(row != above for above, row in pairwise(rows))
        return unlike if unlike > _LINES else 0


def _around(frame: Box, size: tuple[int, int]) -> Iterator[Place]:
    """Yield the places for a frame's number, the usual one first, none beyond the picture."""
    left, top, right, bottom = frame
    middle = (top + bottom) // 2
    beside = [(left - outwards * _PX, middle) for outwards in (3, 1, -1, 9, 15, 30)]
    beside += [(right + outwards * _PX, middle) for outwards in (3, 9, 15, 30)]
    corners = [
        (x, y)
        for outwards in (0, 6, 13)
        for x in (left, right)
        for y in (top - outwards * _PX, bottom + outwards * _PX)
    ]
    for x, y in (*beside, *corners):
        yield min(max(x, _REACH), size[0] - _REACH), min(max(y, _REACH), size[1] - _REACH)


def _square(place: Place) -> Box:
    return place[0] - _REACH, place[1] - _REACH, place[0] + _REACH, place[1] + _REACH


def _hides(disc: Box, other: Box, frame: Box) -> bool:
    """Whether a disc hides some of another frame; inside one that holds its own it may be."""
    if _holds(other, frame):
        return not _holds(_inset(other, STROKE), disc)
    return _meet(disc, other)


def _holds(outer: Box, inner: Box) -> bool:
    return _common(outer, inner) == inner


def _meet(one: Box, other: Box) -> bool:
    left, top, right, bottom = _common(one, other)
    return left < right and top < bottom


def _common(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def _inset(box: Box, by: int) -> Box:
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by
