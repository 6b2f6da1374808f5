"""Somebody who hears which recordings a WAV is made of, and when."""

import wave
from collections.abc import Sequence
from functools import cache
from io import BytesIO

from stub_portal.captcha import ALPHABET
from stub_portal.captcha_speech import LONGEST_PAUSE, LOUDEST_HISS, RATE, SILENCE, recording

_LONGEST_SILENCE = int(RATE * LONGEST_PAUSE)
# How softly a recording may begin, in samples, before it rises above the hiss.
_SOFTLY = 400


def samples_of(wav: bytes) -> bytes:
    """Return the samples of a WAV of the format that a captcha's audio has."""
    with wave.open(BytesIO(wav), "rb") as audio:
        assert audio.getparams()[:3] == (1, 1, RATE)
        return audio.readframes(audio.getnframes())


def heard(wav: bytes) -> str:
    """Return the characters that are said, one after the other, with nothing but hiss between."""
    samples, text, place = samples_of(wav), "", 0
    while len(samples) - place > _LONGEST_SILENCE:
        character, start = _next(samples, place)
        assert is_silent(samples[place:start]), f"something else is said after {text!r}"
        text += character
        place = start + len(recording(character))
    assert is_silent(samples[place:]), f"something else is said after {text!r}"
    return text


def is_silent(samples: bytes) -> bool:
    """Tell whether there is nothing but hiss."""
    return all(abs(sample - SILENCE) <= LOUDEST_HISS for sample in samples)


def _next(samples: bytes, place: int) -> tuple[str, int]:
    """Return the recording that rises above the hiss first from there on, and where it begins."""
    rises = (at for at in range(place, len(samples)) if not is_silent(samples[at : at + 1]))
    loud = next(rises, len(samples))
    for start in range(max(place, loud - _SOFTLY), loud + 1):
        for character in ALPHABET:
            if _is_at(samples, start, character):
                return character, start
    raise AssertionError(f"no recording is heard from {loud / RATE:.2f} s on")


def _is_at(samples: bytes, start: int, character: str) -> bool:
    said = recording(character)
    if start + len(said) > len(samples):
        return False
    # The loudest samples first: nearly always the first one already differs.
    if not all(_alike(samples[start + at], said[at]) for at in _loudest(character)):
        return False
    return all(map(_alike, samples[start : start + len(said)], said))


@cache
def _loudest(character: str) -> Sequence[int]:
    said = recording(character)
    return sorted(range(len(said)), key=lambda at: -abs(said[at] - SILENCE))[:50]


def _alike(one: int, other: int) -> bool:
    return abs(one - other) <= LOUDEST_HISS
