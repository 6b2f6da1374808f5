"""What is spoken is the answer, in recordings of which no two are alike."""

import re
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

import stub_portal
from stub_portal.captcha import ALPHABET, LENGTH
from stub_portal.captcha_speech import LOUDEST_HISS, RATE, SILENCE, recording, speak
from stub_portal.tests.listener import heard, samples_of

RECORDINGS = Path(stub_portal.__file__).parent / "recordings"
# Every character, in another order than that of the files.
ANSWERS = ["9YXWU", "T7RPN", "6MKJH", "GFE4D", "C3AA9"]


def words() -> Iterator[tuple[str, str]]:
    """Yield each file's name with what it says, as the README has it."""
    told = (RECORDINGS / "README.md").read_text("utf-8")
    listed = re.search(r"<< 'END'\n(.*?)END", told, re.DOTALL)
    assert listed
    for line in listed[1].splitlines():
        name, _, said = line.partition(" ")
        yield name, said


def test_every_character_has_a_recording_and_nothing_else_has() -> None:
    assert sorted(path.stem for path in RECORDINGS.glob("*.wav")) == sorted(ALPHABET)
    for path in RECORDINGS.glob("*.wav"):
        with wave.open(str(path)) as audio:
            assert audio.getparams()[:3] == (1, 1, RATE)
            assert 0.5 < audio.getnframes() / RATE < 2.5
    assert sum(path.stat().st_size for path in RECORDINGS.iterdir()) < 600_000


def test_the_readme_tells_what_each_recording_says() -> None:
    told = dict(words())
    assert sorted(told) == sorted(ALPHABET)
    assert len(set(told.values())) == len(ALPHABET)
    for letter, said in told.items():
        # A word to tell the letter by begins with it.
        assert said.startswith("número ") or f" de {letter.lower()}" in said.replace("á", "a")


@pytest.mark.parametrize("character", ALPHABET)
def test_a_recording_is_loud_and_leaves_room_for_the_hiss(character: str) -> None:
    loudest = max(abs(sample - SILENCE) for sample in recording(character))
    assert 100 < loudest <= 127 - LOUDEST_HISS


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_is_said_is_the_answer_and_nothing_else(answer: str) -> None:
    assert heard(speak(answer, "any seed")) == answer


def test_the_answers_above_hold_every_character() -> None:
    assert set("".join(ANSWERS)) == set(ALPHABET)


def test_no_two_recordings_are_alike() -> None:
    # Apart by more than the hiss could hide: each is heard as itself and as no other.
    for one in ALPHABET:
        for other in ALPHABET.replace(one, ""):
            pairs = zip(recording(one), recording(other), strict=False)
            assert sum(abs(a - b) > 20 for a, b in pairs) > 1000, f"{one} and {other}"


def test_a_seed_repeats_and_another_one_differs() -> None:
    assert speak("ACDEF", "one") == speak("ACDEF", "one")
    assert len(speak("ACDEF", "one")) != len(speak("ACDEF", "other"))  # other pauses
    # Nor is the hiss the same: no stretch of silence gives away where a character ends.
    assert len(set(samples_of(speak("ACDEF", "one"))[:1000])) == 2 * LOUDEST_HISS + 1


def test_it_is_short_and_small() -> None:
    longest = max(ALPHABET, key=lambda character: len(recording(character)))
    wav = speak(longest * LENGTH, "any seed")
    assert len(samples_of(wav)) / RATE < 20
    assert len(wav) < 400_000
