"""A term and its value, as a screen shows them one after the other."""

import re

from steps.sight import NotAsTheGuideSaysError


def pair(term: str, value: str) -> str:
    """Return the pattern of a term that is followed by just that value."""
    return rf"(?:^|\n){re.escape(term)}:?\s+{re.escape(value)}(?:\n|$)"


def not_that_value(term: str, value: str, text: str) -> NotAsTheGuideSaysError:
    """Return what to raise when a screen's text shows another value, or no such term."""
    after = re.search(rf"(?:^|\n){re.escape(term)}:?\s+(.*)", text)
    seen = after[1] if after else ""
    found = f"la pantalla muestra «{seen}»" if after else f"no se ve «{term}»"
    message = f"«{term}»: se esperaba «{value}» y {found}"
    return NotAsTheGuideSaysError(message, expected=(term, value))
