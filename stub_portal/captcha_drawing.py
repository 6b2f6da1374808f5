"""The captcha's picture: dark ink on light paper, drawn at twice the size it is shown."""

from random import Random
from threading import Lock
from typing import Any

import captcha.image
from captcha.image import ImageCaptcha

WIDTH, HEIGHT = 440, 160
_PAPER, _INK = (250, 247, 240), (28, 58, 48)
# The package draws from the module `secrets` by name; only one picture at a time may find
# something else there.
_package: Any = captcha.image
_drawing = Lock()


class _Handwriting(ImageCaptcha):
    # The package takes the ink's lightness for its opacity, which makes dark ink pale.
    lookup_table = [min(255, 5 * lightness) for lightness in range(256)]  # noqa: RUF012
    word_space_probability = 1.0  # no gaps, so that the code reads as one word
    word_offset_dx = 0.0  # and no letter upon another
    character_rotate = (-16, 16)
    character_warp_dx = (0.05, 0.15)
    character_warp_dy = (0.05, 0.15)


class _SeededSecrets:
    """The part of `secrets` that the package uses, with chance that repeats."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311 - whoever must not know the seed is not told
        self.choice = self._random.choice
        self.randbits = self._random.getrandbits
        self.randbelow = self._random.randrange


def draw(answer: str, seed: str) -> bytes:
    """Return a PNG of 440 by 160 pixels: the same bytes for the same answer and seed."""
    with _drawing:
        chance = _package.secrets
        try:
            _package.secrets = _SeededSecrets(f"{seed}:{answer}")
            pen = _Handwriting(WIDTH, HEIGHT, font_sizes=(118, 126, 134))
            png = pen.generate(answer, bg_color=_PAPER, fg_color=_INK)
        finally:
            _package.secrets = chance
    return png.getvalue()
