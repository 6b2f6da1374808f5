"""CURP, RFC, stray blanks and NFC, for any Mexican name and any text."""

import re
from datetime import date
from typing import Literal
from unicodedata import category, normalize
from unicodedata import name as unicode_name

from hypothesis import example, given
from hypothesis import strategies as st
from stdnum.mx import curp, rfc

from stub_portal.domain.blanks import stray_blanks
from stub_portal.domain.civil_record import CivilRecord, plain
from stub_portal.domain.curp import curp_of
from stub_portal.domain.people import Person, Search, nfc
from stub_portal.domain.rfc import rfc_of
from stub_portal.tests.profiles import examples

_LETTERS = "ABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜabcdefghijklmnñopqrstuvwxyzáéíóúü"
_PARTICLES = ["de", "de la", "de los", "del", "la", "y", "Mac", "Mc", "Von", "van der", "DE LAS"]
_COMMON = ["María", "Ma.", "M.", "José", "J.", "Ñuño", "Ünal", "O", "Li", "Güemes", "Íñiguez"]
_JOINTS = [" ", "-", "/", "'", "’", ". ", "  ", "\u00a0"]
_STATES = """
    AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN
    ZS
"""

_words = st.one_of(st.sampled_from(_COMMON), st.text(_LETTERS, min_size=1, max_size=12))


_UNSEEMLY = CivilRecord(
    names="Elena",
    first_surname="Pérez",
    second_surname="Núñez",
    born=date(1980, 1, 1),
    sex="M",
    state="DF",
)


@st.composite
def mexican_names(draw: st.DrawFn) -> str:
    """Return a name or surname: compound, with particles, in either Unicode form."""
    text = draw(_words)
    for word in draw(st.lists(_words, max_size=2)):
        text += draw(st.sampled_from(_JOINTS)) + word
    particle = draw(st.sampled_from(["", *_PARTICLES]))
    text = f"{particle} {text}".strip()
    return normalize(draw(st.sampled_from(["NFC", "NFD"])), text)


@st.composite
def civil_records(draw: st.DrawFn) -> CivilRecord:
    """Return anybody born since 1900; one in some has no second surname."""
    sex: Literal["H", "M"] = draw(st.sampled_from(["H", "M"]))
    return CivilRecord(
        names=draw(mexican_names()),
        first_surname=draw(mexican_names()),
        second_surname=draw(st.one_of(st.just(""), mexican_names())),
        born=draw(st.dates(date(1900, 1, 1), date(2026, 12, 31))),
        sex=sex,
        state=draw(st.sampled_from(_STATES.split())),
    )


@examples(300)
@given(civil_records())
@example(_UNSEEMLY)
def test_any_name_has_a_valid_curp(record: CivilRecord) -> None:
    key = curp_of(record)
    assert curp.validate(key, validate_check_digits=True) == key
    assert curp.get_birth_date(key) == record.born
    assert curp.get_gender(key) == {"H": "M", "M": "F"}[record.sex]
    assert key[11:13] == record.state


@examples(300)
@given(civil_records())
@example(_UNSEEMLY)
def test_any_name_has_a_valid_rfc(record: CivilRecord) -> None:
    key = rfc_of(record)
    assert len(key) == 13
    assert rfc.validate(key, validate_check_digits=True) == key
    assert key[4:10] == f"{record.born:%y%m%d}"


@examples(200)
@given(mexican_names())
def test_plain_letters(name: str) -> None:
    letters = plain(name)
    assert letters
    assert set(letters) <= set("ABCDEFGHIJKLMNÑOPQRSTUVWXYZ ")
    assert plain(letters) == letters == plain(nfc(name)) == plain(normalize("NFD", name))
    assert letters.count("Ñ") == nfc(name).upper().count("Ñ")


def is_blank(char: str) -> bool:
    """Tell by Unicode alone: separators, control and format characters that show nothing.

    So do, by their names, some letters and marks.
    """
    nothing = r"HANGUL .*FILLER|VARIATION SELECTOR|GRAPHEME JOINER|PATTERN BLANK|VOWEL INHERENT"
    shows_nothing = category(char) in {"Zs", "Zl", "Zp", "Cc", "Cf"}
    return shows_nothing or bool(re.search(nothing, unicode_name(char, "")))


_any_text = st.text(
    st.one_of(
        st.sampled_from(" \t\n\r\0\x7f\u00a0\u1680\u2003\u2007\u2028\u202f\u3000aéÑ"),
        st.sampled_from("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        st.characters(exclude_categories=()),
    )
)


@examples(400)
@given(_any_text)
@example("\u2000")  # an en quad, which NFC turns into an en space
@example("a\ud800 ")
def test_a_text_is_clean_when_single_inner_spaces_are_its_only_blanks(text: str) -> None:
    words = nfc(text).split(" ")
    single = text == "" or all(words)
    clean = single and not any(is_blank(char) for word in words for char in word)
    assert (stray_blanks(text) == ()) is clean


def test_every_character_by_itself() -> None:
    for char in map(chr, range(0x10000)):
        expected = char != " " and any(map(is_blank, nfc(char)))
        assert bool(stray_blanks(f"a{char}b")) is expected, ascii(char)


@examples(200)
@given(_any_text, _any_text)
def test_every_kind_is_named_once_and_more_text_around_hides_nothing(left: str, right: str) -> None:
    kinds = stray_blanks(left)
    assert len(set(kinds)) == len(kinds)
    inner = {kind for kind in kinds if kind.value not in {"leading", "trailing"}}
    assert inner <= set(stray_blanks(f"{left}A{right}"))
    assert stray_blanks(normalize("NFD", left)) == kinds


@examples(300)
@given(_any_text)
def test_nfc_is_idempotent(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text) == nfc(normalize("NFD", text))


@examples(200)
@given(civil_records(), st.sampled_from(["NFC", "NFD"]))
def test_a_person_answers_to_both_keys_in_either_unicode_form(
    record: CivilRecord, form: Literal["NFC", "NFD"]
) -> None:
    keys = curp_of(record), rfc_of(record)
    names = (record.names, record.first_surname, record.second_surname)
    person = Person(
        id="p", curp=keys[0], rfc=keys[1], names=names[0], first_surname=names[1],
        second_surname=names[2],
    )  # fmt: skip
    typed = [normalize(form, name) for name in names]
    for key in keys:
        search = Search(
            identity=normalize(form, key), names=typed[0], first_surname=typed[1],
            second_surname=typed[2],
        )  # fmt: skip
        assert person.answers_to(search)
