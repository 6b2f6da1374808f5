"""Source Sans Pro, carried along so that nothing hangs on the machine's fonts."""

from pathlib import Path

import font_source_sans_pro

_FOLDER = Path(font_source_sans_pro.__file__).parent / "files"


def font_file(style: str) -> Path:
    """Return the TrueType file of a style, such as "Semibold"."""
    return _FOLDER / f"SourceSansPro-{style}.ttf"
