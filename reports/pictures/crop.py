"""Chooses what a guide shows of a picture: the rows around what was touched.

The whole width stays, so that text has one size in all pictures of a guide. Rows are only cut
between lines of text, and a wide gap between two things touched is folded away, as paper is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

Box = tuple[int, int, int, int]  # left, top, right, bottom

# CSS pixels.
_HEADING = 190  # from the top: which screen this is
_ABOVE = 40  # the name of a field stands above it
_BELOW = 30
_FOLD = 400  # a gap that is higher tells less than it takes
_MARK = 28  # where something is folded away
_TOOTH = 7
_PLAIN = 10  # rows that are alike: the space between two paragraphs
_GAP = 6  # the same between two of many small things
_FAR = 360  # how far to look for rows of one colour; others cut through something
_PAPER = (255, 255, 255)
_EDGE = (128, 134, 140)


@dataclass(frozen=True)
class Crop:
    """Bands of rows, first and one past the last, from top to bottom, in device pixels."""

    bands: tuple[tuple[int, int], ...]
    scale: int

    def of(self, picture: Image.Image) -> Image.Image:
        """Return the picture with these rows only, and a mark wherever some are left out."""
        mark = _MARK * self.scale
        height = sum(last - first for first, last in self.bands) + mark * (len(self.bands) - 1)
        cropped = Image.new("RGB", (picture.width, height), _PAPER)
        top = 0
        for first, last in self.bands:
            cropped.paste(picture.crop((0, first, picture.width, last)), (0, top))
            if top:
                _draw_mark(cropped, top - mark, self.scale)
            top += last - first + mark
        return cropped

    def moved(self, box: Box) -> Box:
        """Return where something that lies in a band is when the picture is cropped."""
        left, top, right, bottom = box
        shift = -self.bands[0][0]
        for (_, end), (start, _) in zip(self.bands, self.bands[1:], strict=False):
            if top >= start:
                shift += end - start + _MARK * self.scale
        return left, top + shift, right, bottom + shift


def crop_around(picture: Image.Image, touched: Sequence[Box], scale: int) -> Crop:
    """Choose what to show: the heading, and what was touched with what is around it.

    `touched` is in device pixels, `scale` of which make a CSS pixel. Without any, all is shown.
    """
    if not touched:
        return Crop(((0, picture.height),), scale)
    rows = _Rows(picture, scale)
    wanted = [(0, rows.end_after(_HEADING * scale))]
    for _, top, _, bottom in sorted(touched, key=lambda box: box[1]):
        first = rows.start_before(top - _ABOVE * scale)
        last = rows.end_after(bottom + _BELOW * scale)
        if first - wanted[-1][1] < _FOLD * scale:
            first, before = wanted.pop()
            last = max(last, before)
        wanted.append((first, last))
    return Crop(tuple(wanted), scale)


class _Rows:
    """The rows of a picture, to be cut where no text is."""

    def __init__(self, picture: Image.Image, scale: int) -> None:
        self._width = 3 * picture.width
        self._pixels = picture.tobytes()
        self._height = picture.height
        self._plain, self._gap = _PLAIN * scale, _GAP * scale
        self._far = _FAR * scale

    def start_before(self, row: int) -> int:
        """Return the row to begin with, at `row` or above it."""
        return self._cut(row, -1, 0)

    def end_after(self, row: int) -> int:
        """Return the row to end before, at `row` or below it."""
        return self._cut(row, 1, self._height)

    def _cut(self, row: int, way: int, edge: int) -> int:
        """Go on to where nothing is; if that is far, to where as little as possible is cut."""
        near = range(row, edge, way)[: self._far]
        for alike in self._runs(near, self._plain):
            if self._changes(alike) == 0:
                return alike
        if len(near) < self._far:
            return edge
        beyond = range(row, edge, way)
        places = list(self._runs(near, self._gap)) or list(self._runs(beyond, self._gap))[:1]
        return min(places, key=self._changes, default=edge)

    def _runs(self, rows: range, length: int) -> Iterator[int]:
        """Yield where so many rows in turn have been alike."""
        count = 0
        for row in rows:
            count = count + 1 if self._row(row) == self._row(row - 1) else 0
            if count == length:
                yield row

    def _changes(self, number: int) -> int:
        """Return how often the colour changes along a row: at each side of each control."""
        row = self._row(number)
        if row == row[:3] * (self._width // 3):
            return 0
        return sum(row[at : at + 3] != row[at - 3 : at] for at in range(3, self._width, 3))

    def _row(self, number: int) -> bytes:
        return self._pixels[number * self._width : (number + 1) * self._width]


def _draw_mark(picture: Image.Image, top: int, scale: int) -> None:
    """Draw two torn edges with nothing between them."""
    tooth, bottom = _TOOTH * scale, top + _MARK * scale
    across = range(-tooth, picture.width + 2 * tooth, tooth)
    pen = ImageDraw.Draw(picture)
    upper = [(x, top - (index % 2) * tooth) for index, x in enumerate(across)]
    lower = [(x, bottom + (1 - index % 2) * tooth) for index, x in enumerate(across)]
    pen.polygon([*upper, *reversed(lower)], fill=_PAPER)
    for edge in (upper, lower):
        pen.line(edge, fill=_EDGE, width=scale)
