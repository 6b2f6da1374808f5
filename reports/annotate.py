"""Draws the boxes on a clean picture, from where the Reader touched.

The clean picture stays as it is; drawing comes after, so a new style of box is not a drift.
"""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from reports.record import TouchRecord

# Sizes in CSS pixels; a picture taken at twice the size is drawn on at twice the size.
_MARGIN = 4
_STROKE = 3
_HALO = 2
_RADIUS = 8
_BADGE = 12
_NUMBER = 17
_INK = (176, 16, 60)
_PAPER = (255, 255, 255)


def annotate(clean: Path, touches: Sequence[TouchRecord], scale: int, target: Path) -> None:
    """Write the picture with a box around each touch, numbered when there is more than one."""
    with Image.open(clean) as opened:
        picture = opened.convert("RGB")
    pen = ImageDraw.Draw(picture)
    boxes = [_around(touch, scale, picture.size) for touch in touches]
    for box in boxes:
        _frame(pen, box, scale)
    if len(boxes) > 1:
        font = ImageFont.truetype(str(_font()), _NUMBER * scale)
        for number, box in enumerate(boxes, start=1):
            _badge(pen, box, str(number), font, scale)
    picture.save(target, compress_level=6)


def _around(touch: TouchRecord, scale: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the touched rectangle in device pixels, a little wider, never past the picture."""
    edge = (_STROKE + _HALO) * scale
    left, top = touch.x - _MARGIN, touch.y - _MARGIN
    right, bottom = touch.x + touch.width + _MARGIN, touch.y + touch.height + _MARGIN
    return (
        max(round(left * scale), edge),
        max(round(top * scale), edge),
        min(round(right * scale), size[0] - edge),
        min(round(bottom * scale), size[1] - edge),
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
    x = max(box[0], radius + _HALO * scale)
    y = (box[1] + box[3]) // 2
    pen.circle((x, y), radius + _HALO * scale, fill=_PAPER)
    pen.circle((x, y), radius, fill=_INK)
    pen.text((x, y), number, fill=_PAPER, font=font, anchor="mm")


def _font() -> Path:
    return Path(str(files("font_source_sans_pro") / "files" / "SourceSansPro-Bold.ttf"))
