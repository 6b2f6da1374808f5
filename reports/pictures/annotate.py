"""Draws the boxes on a clean picture, from where the Reader touched.

The clean picture stays as it is; drawing comes after, so a new style of box is not a drift.
"""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from reports.record import TouchRecord

# Device pixels to a CSS pixel in the pictures; the sizes below are CSS pixels.
SCALE = 2
_MARGIN = 4
_STROKE = 3
_HALO = 2
_RADIUS = 8
_BADGE = 12
_NUMBER = 17
_CONTEXT = 48  # below the last box
_PLAIN = 16  # rows that repeat themselves: the space between two lines
_INK = (0, 87, 200)
_PAPER = (255, 255, 255)


def annotate(clean: Path, touches: Sequence[TouchRecord], target: Path) -> None:
    """Write the picture with a box around each touch, numbered when there is more than one.

    What lies far below the last box is left out: it only makes the rest smaller.
    """
    scale = SCALE
    with Image.open(clean) as opened:
        picture = opened.convert("RGB")
    boxes = [_around(touch, scale, picture.size) for touch in touches]
    picture = _cut_below(picture, boxes, scale)
    pen = ImageDraw.Draw(picture)
    for box in boxes:
        _frame(pen, box, scale)
    if len(boxes) > 1:
        font = ImageFont.truetype(str(_font()), _NUMBER * scale)
        for number, box in enumerate(boxes, start=1):
            _badge(pen, box, str(number), font, scale)
    picture.save(target)


def _cut_below(
    picture: Image.Image, boxes: Sequence[tuple[int, int, int, int]], scale: int
) -> Image.Image:
    """Leave out what lies far below the last box, cutting where no line of text is cut."""
    wanted = max((box[3] for box in boxes), default=picture.height) + _CONTEXT * scale
    plain = 0
    for row in range(wanted, picture.height - 1):
        here = picture.crop((0, row, picture.width, row + 1)).tobytes()
        below = picture.crop((0, row + 1, picture.width, row + 2)).tobytes()
        plain = plain + 1 if here == below else 0
        if plain == _PLAIN * scale:
            return picture.crop((0, 0, picture.width, row))
    return picture


def _around(touch: TouchRecord, scale: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the touched rectangle in device pixels, a little wider, never past the picture."""
    edge = (_STROKE + _HALO) * scale
    last = (size[0] - 2 * edge, size[1] - 2 * edge)  # what lies outside is shown at the edge
    left, top = touch.x - _MARGIN, touch.y - _MARGIN
    right, bottom = touch.x + touch.width + _MARGIN, touch.y + touch.height + _MARGIN
    return (
        min(max(round(left * scale), edge), last[0]),
        min(max(round(top * scale), edge), last[1]),
        max(min(round(right * scale), size[0] - edge), 2 * edge),
        max(min(round(bottom * scale), size[1] - edge), 2 * edge),
    )


def _frame(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], scale: int) -> None:
    """Draw a frame with a pale halo, so that it stands out on any background."""
    halo = _HALO * scale
    wider = (box[0] - halo, box[1] - halo, box[2] + halo, box[3] + halo)
    pen.rounded_rectangle(wider, (_RADIUS + _HALO) * scale, outline=_PAPER, width=halo * 3)
    pen.rounded_rectangle(box, _RADIUS * scale, outline=_INK, width=_STROKE * scale)


def _badge(
    pen: ImageDraw.ImageDraw,
    box: tuple[int, int, int, int],
    number: str,
    font: ImageFont.FreeTypeFont,
    scale: int,
) -> None:
    """Draw the number on the middle of the frame's left side, where it covers no text."""
    radius = _BADGE * scale
    x = max(box[0] - 3 * scale, radius + _HALO * scale)
    y = (box[1] + box[3]) // 2
    pen.circle((x, y), radius + _HALO * scale, fill=_PAPER)
    pen.circle((x, y), radius, fill=_INK)
    pen.text((x, y), number, fill=_PAPER, font=font, anchor="mm")


def _font() -> Path:
    return Path(str(files("font_source_sans_pro") / "files" / "SourceSansPro-Bold.ttf"))
