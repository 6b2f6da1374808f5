"""The one typeface of the guides, whole or only the characters that a page needs."""

import re
from base64 import b64encode
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset

FACES = ("Regular", "It", "Semibold", "Bold", "BoldIt")
_FACE = re.compile(r'url\("SourceSansPro-(\w+)\.ttf"\)')


def font_file(face: str) -> Path:
    """Return the file of a face."""
    return Path(str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{face}.ttf"))


def with_fonts_inside(css: str, text: str) -> str:
    """Return a style sheet that carries its faces along, with the characters of a text."""

    def inside(found: re.Match[str]) -> str:
        data = b64encode(_subset(found[1], frozenset(text))).decode()
        return f'url("data:font/woff;base64,{data}")'

    return _FACE.sub(inside, css)


@cache
def _subset(face: str, characters: frozenset[str]) -> bytes:
    """Return a face as WOFF, with these characters only; the same bytes every time."""
    options = subset.Options()
    options.flavor = "woff"
    options.hinting = False
    options.drop_tables += ["GDEF", "GPOS", "GSUB"]  # kerning would take six times as long
    data = BytesIO()
    with subset.load_font(str(font_file(face)), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=sorted(map(ord, characters)))
        subsetter.subset(font)
        subset.save_font(font, data, options)
    return data.getvalue()
