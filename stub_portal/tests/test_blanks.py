"""Which stray blank a text holds."""

import pytest

from stub_portal.domain.blanks import Blank, only_blanks, shows_a_letter, stray_blanks


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
        ("\u202aAna\u202c", (Blank.ZERO_WIDTH,)),
        ("Ana\u3164", (Blank.ZERO_WIDTH,)),
        ("\u2800Ana", (Blank.ZERO_WIDTH,)),
        ("A\ufe0fna", (Blank.ZERO_WIDTH,)),
        ("Ana\U000e0100", (Blank.ZERO_WIDTH,)),
        ("Ana\u2003Lucía", (Blank.OTHER,)),
        ("Ana\nLucía", (Blank.OTHER,)),
    ],
)
def test_kinds(text: str, kinds: tuple[Blank, ...]) -> None:
    assert stray_blanks(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("MAFL910905", ()),
        ("MAFL 910905", (Blank.INNER,)),
        (" MAFL910905 ", (Blank.LEADING, Blank.TRAILING)),
        ("MAFL  910905", (Blank.DOUBLED,)),
        ("M AFL  910905", (Blank.INNER, Blank.DOUBLED)),
    ],
)
def test_one_word_holds_no_space_at_all(text: str, kinds: tuple[Blank, ...]) -> None:
    assert stray_blanks(text, one_word=True) == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        (" ", True),
        (" \t\u00a0\u200b\n", True),
        ("\u115f\u2800\ufe0f", True),
        ("A", False),
        ("\u200bA", False),
    ],
)
def test_only_blanks(text: str, expected: bool) -> None:
    assert only_blanks(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("1. 👍", False),
        ("\u0301", False),
        ("\u3164\uffa0", False),
        ("a", True),
        ("1ª", True),
        ("\u200bÑ", True),
    ],
)
def test_shows_a_letter(text: str, expected: bool) -> None:
    assert shows_a_letter(text) is expected
