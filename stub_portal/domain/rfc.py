"""Compute a natural person's RFC, with homoclave and check digit.

Source: SAT, "Algoritmo para generar el RFC con homoclave", public answer 0610100135506.
"""

from itertools import pairwise

from stub_portal.domain.civil_record import (
    CivilRecord,
    inner_vowel,
    plain,
    telling_name,
    without_particles,
)

_PARTICLE_WORDS = "DE LA LAS MC VON DEL LOS Y MAC VAN MI"
_UNSEEMLY_WORDS = """
    BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COJA COJE COJI COJO CULO FETO GUEY JOTO KACA
    KACO KAGA KAGO KAKA KOGE KOJO KULO MAME MAMO MEAR MEAS MEON MION MOCO MULA PEDA PEDO PENE
    PUTA PUTO QULO RATA RUIN
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_UNSEEMLY = frozenset(_UNSEEMLY_WORDS.split())
_SHORT_SURNAME = 2
# The annexes: what a letter is worth in a homoclave, what a homoclave is made of, and what a
# character is worth in the check digit.
_NAME_VALUES = {" ": "00", "Ñ": "40"} | {
    char: str(start + place)
    for start, row in ((11, "ABCDEFGHI"), (21, "JKLMNOPQR"), (32, "STUVWXYZ"))
    for place, char in enumerate(row)
}
_HOMOCLAVE = "123456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
_CHECK_VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"


def rfc_of(record: CivilRecord) -> str:
    """Return the 13 characters, check digit included, of a person without namesakes."""
    body = f"{_head(record)}{record.born:%y%m%d}{_homoclave(record)}"
    return body + _check_digit(body)


def _head(record: CivilRecord) -> str:
    first = without_particles(record.first_surname, _PARTICLES)
    second = without_particles(record.second_surname, _PARTICLES)
    name = without_particles(telling_name(without_particles(record.names, _PARTICLES)), _PARTICLES)
    first, name = first.partition(" ")[0], name.partition(" ")[0]
    if not second:
        head = _two(first) + _two(name)
    elif len(first) <= _SHORT_SURNAME:
        head = first[0] + second[0] + _two(name)
    else:
        head = first[0] + inner_vowel(first) + second[0] + name[0]
    return head[:3] + "X" if head in _UNSEEMLY else head


def _two(word: str) -> str:
    # SAT names no filler for a word of one letter; X, as where a CURP lacks one.
    return word[:2].ljust(2, "X")


def _homoclave(record: CivilRecord) -> str:
    name = plain(f"{record.first_surname} {record.second_surname} {record.names}")
    digits = "0" + "".join(_NAME_VALUES[char] for char in name)
    total = sum(int(left + right) * int(right) for left, right in pairwise(digits))
    return "".join(_HOMOCLAVE[part] for part in divmod(total % 1000, len(_HOMOCLAVE)))


def _check_digit(body: str) -> str:
    total = sum(_CHECK_VALUES.index(char) * (13 - place) for place, char in enumerate(body))
    return _CHECK_VALUES[-total % 11]
