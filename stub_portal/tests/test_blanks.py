"""Which stray blank a text holds."""

import pytest

from stub_portal.domain.blanks import Blank, stray_blanks


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", ()),
        ("Ana", ()),
        ("Ana Lucía", ()),
        (" Ana", (Blank.LEADING,)),
        ("Ana ", (Blank.TRAILING,)),
        ("  ", (Blank.LEADING,)),
        ("Ana  Lucía", (Blank.DOUBLED,)),
        (" Ana  Lucía ", (Blank.LEADING, Blank.TRAILING, Blank.DOUBLED)),
        ("Ana\tLucía", (Blank.TAB,)),
        ("Ana\u00a0Lucía", (Blank.NO_BREAK,)),
        ("Ana\u202fLucía", (Blank.NO_BREAK,)),
        ("Ana\u200bLucía", (Blank.ZERO_WIDTH,)),
        ("\ufeffAna", (Blank.ZERO_WIDTH,)),
        ("Ana\u2003Lucía", (Blank.OTHER,)),
        ("Ana\nLucía", (Blank.OTHER,)),
    ],
)
def test_kinds(text: str, kinds: tuple[Blank, ...]) -> None:
    assert stray_blanks(text) == kinds
