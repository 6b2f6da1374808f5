"""The captcha's audio: a recording of each character, joined into one WAV.

The package `captcha` could speak too, but its speech is longer than twenty seconds and lies under
other voices; here whoever cannot see the picture is to understand it at once.
"""

import wave
from functools import cache
from io import BytesIO
from operator import add
from pathlib import Path
from random import Random

# Mono, 8 bits a sample, in which 128 is silence; recordings/README.md tells how they were made.
RATE = 16_000
SILENCE = 128
# A hiss, some 25 dB below the voice, of values from -LOUDEST_HISS to LOUDEST_HISS.
LOUDEST_HISS = 1
# Seconds before, between and after the characters.
SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 0.8
_FOLDER = Path(__file__).parent / "recordings"
# Turns any byte into a sample of the hiss, as a signed byte.
_AS_HISS = bytes((byte % (2 * LOUDEST_HISS + 1) - LOUDEST_HISS) % 256 for byte in range(256))


def speak(answer: str, seed: str) -> bytes:
    """Return a WAV in which the answer is spelled in Spanish; pauses and hiss go by the seed."""
    chance = Random(seed)  # noqa: S311 - wanted: the same audio each time it is asked for
    speech = _pause(chance)
    for character in answer:
        speech += recording(character) + _pause(chance)
    hiss = memoryview(chance.randbytes(len(speech)).translate(_AS_HISS)).cast("b")
    file = BytesIO()
    with wave.open(file, "wb") as audio:
        audio.setparams((1, 1, RATE, len(speech), "NONE", "not compressed"))
        audio.writeframes(bytes(map(add, speech, hiss)))
    return file.getvalue()


@cache
def recording(character: str) -> bytes:
    """Return the samples in which a character is said."""
    with wave.open(str(_FOLDER / f"{character}.wav"), "rb") as audio:
        return audio.readframes(audio.getnframes())


def _pause(chance: Random) -> bytes:
    seconds = chance.uniform(SHORTEST_PAUSE, LONGEST_PAUSE)
    return bytes([SILENCE]) * int(RATE * seconds)
