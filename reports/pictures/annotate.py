"""Draws the boxes on a clean picture, from where the Reader touched.

The clean picture stays as it is; drawing comes after, so a new style of box is not a drift.
"""

import struct
import zlib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from reports.pictures.crop import Box, crop_around
from reports.pictures.frames import HALO, RADIUS, STROKE, Numbers, frames
from reports.record import TouchRecord

# Device pixels to a CSS pixel in the pictures.
SCALE = 2
_CORNER = 8 * SCALE
_NUMBER = 16 * SCALE
_PACKED = 9  # of 9: 0.1 s a picture, which other threads can use
_INK = (0, 87, 200)
_PAPER = (255, 255, 255)


def annotate(clean: Path, touches: Sequence[TouchRecord], target: Path) -> None:
    """Write the picture with a box around each touch, numbered when there is more than one.

    Of a picture (PNG, SCALE device pixels to a CSS pixel) only what is around the touches is kept.
    """
    with Image.open(clean) as opened:
        picture = opened.convert("RGB")
    touched = [_on(picture, touch) for touch in touches]
    crop = crop_around(picture, touched, SCALE)
    picture, touched = crop.of(picture), [crop.moved(box) for box in touched]
    framed = frames(touched, picture.size)
    badges = Numbers(picture, touched, framed).places() if len(touched) > 1 else []
    _draw(picture, framed, badges)
    target.write_bytes(_png(picture))


def _on(picture: Image.Image, touch: TouchRecord) -> Box:
    """Return the touched rectangle in device pixels; what lies outside is shown at the edge."""
    left, top = round(touch.x * SCALE), round(touch.y * SCALE)
    right = round((touch.x + touch.width) * SCALE)
    bottom = round((touch.y + touch.height) * SCALE)
    return (
        min(max(left, 0), picture.width - 1),
        min(max(top, 0), picture.height - 1),
        max(min(right, picture.width), 1),
        max(min(bottom, picture.height), 1),
    )


def _draw(picture: Image.Image, framed: Sequence[Box], badges: Sequence[tuple[int, int]]) -> None:
    """Draw frames with a pale halo, so that they stand out on any background, and the numbers."""
    pen = ImageDraw.Draw(picture)
    for left, top, right, bottom in framed:
        wider = (left - HALO, top - HALO, right + HALO, bottom + HALO)
        pen.rounded_rectangle(wider, _CORNER + HALO, outline=_PAPER, width=HALO * 3)
    for frame in framed:  # after all halos, which would cover them
        pen.rounded_rectangle(frame, _CORNER, outline=_INK, width=STROKE)
    font = ImageFont.truetype(str(_font()), _NUMBER)
    for number, (x, y) in enumerate(badges, start=1):
        pen.circle((x, y), RADIUS + HALO, fill=_PAPER)
        pen.circle((x, y), RADIUS, fill=_INK)
        pen.text((x, y), str(number), fill=_PAPER, font=font, anchor="mm")


def _png(picture: Image.Image) -> bytes:
    """Return the picture as a PNG file, smaller than Pillow writes it.

    A screen is flat, and its rows pack best as they are; Pillow filters each of them first. What
    is left is many colours for a palette, since text is smoothed.
    """
    width, height = picture.size
    pixels, row = picture.tobytes(), 3 * width
    rows = b"".join(b"\0" + pixels[at : at + row] for at in range(0, len(pixels), row))
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)  # 8 bits a colour, three colours
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, _PACKED)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _font() -> Path:
    return Path(str(files("font_source_sans_pro") / "files" / "SourceSansPro-Bold.ttf"))
