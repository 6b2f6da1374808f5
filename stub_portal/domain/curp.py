"""Compute a CURP.

Source: Instructivo Normativo para la Asignación de la Clave Única de Registro de Población.
"""

from stub_portal.domain.civil_record import (
    CivilRecord,
    inner_vowel,
    telling_name,
    without_particles,
)

_PARTICLE_WORDS = "DA DAS DE DEL DER DI DIE DD EL LA LOS LAS LE LES MAC MC VAN VON Y"
_UNSEEMLY_WORDS = """
    BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO
    FALO FETO GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI
    KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA
    MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO
    TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_UNSEEMLY = frozenset(_UNSEEMLY_WORDS.split())
_VALUES = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
_CENTURY_CHANGED = 2000


def curp_of(record: CivilRecord) -> str:
    """Return the 18 characters, check digit included, of a person without namesakes."""
    first = without_particles(record.first_surname, _PARTICLES).partition(" ")[0]
    second = without_particles(record.second_surname, _PARTICLES).partition(" ")[0]
    name = without_particles(telling_name(without_particles(record.names, _PARTICLES)), _PARTICLES)
    name = name.partition(" ")[0]
    head = _seemly(first[0] + inner_vowel(first) + (second[:1] or "X") + name[0])
    tail = "".join(map(_inner_consonant, (first, second, name)))
    century = "0" if record.born.year < _CENTURY_CHANGED else "A"
    body = f"{head}{record.born:%y%m%d}{record.sex}{record.state}{tail}{century}"
    body = body.replace("Ñ", "X")
    return body + _check_digit(body)


def _seemly(head: str) -> str:
    return head[0] + "X" + head[2:] if head in _UNSEEMLY else head


def _inner_consonant(word: str) -> str:
    return next((char for char in word[1:] if char not in "AEIOU"), "X")


def _check_digit(body: str) -> str:
    total = sum(_VALUES.index(char) * (18 - place) for place, char in enumerate(body))
    return str(-total % 10)
