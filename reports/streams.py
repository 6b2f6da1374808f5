"""The streams that a person reads, whatever their encoding lacks."""

import sys
from io import TextIOWrapper


def replace_what_they_lack() -> None:
    """Have the standard streams write "?" for a sign that they lack, as Windows' own may lack ✓."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
