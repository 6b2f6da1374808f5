"""The parser of step sentences, which lets any of them open with the guide's step."""

import re
from collections.abc import Iterable

from pytest_bdd import parsers

_OPENING = re.compile(r"\Aen el paso (?P<number>\d+) ")


def guide_step(sentence: str) -> int | None:
    """Return the step of the guide that a sentence opens with ("en el paso 4 elige…" → 4)."""
    opening = _OPENING.match(sentence)
    return int(opening["number"]) if opening else None


def guide_steps(sentences: Iterable[str]) -> list[int | None]:
    """Return the step of the guide that each sentence belongs to; None before the first."""
    numbers: list[int | None] = []
    for sentence in sentences:
        before = numbers[-1] if numbers else None
        numbers.append(guide_step(sentence) or before)
    return numbers


def without_guide_step(sentence: str) -> str:
    """Return the sentence without its "en el paso N"."""
    return _OPENING.sub("", sentence, count=1)


class Sentence(parsers.StepParser):
    """A sentence in the notation of `parse`, accepted with or without "en el paso N" before it.

    A quoted {text} never reaches past its own closing quote, so that a shorter sentence
    does not swallow a longer one.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        pattern = re.escape(name).replace(r"\{", "{").replace(r"\}", "}")
        pattern = re.sub(r'"{(\w+)}"', r'"(?P<\1>[^"]*)"', pattern)
        self._regex = re.compile(re.sub(r"{(\w+)}", r"(?P<\1>\\S+)", pattern))

    def is_matching(self, name: str) -> bool:
        """Tell whether the sentence is this one."""
        return self._regex.fullmatch(without_guide_step(name)) is not None

    def parse_arguments(self, name: str) -> dict[str, str] | None:
        """Return the sentence's arguments by name, or None when it is another sentence."""
        match = self._regex.fullmatch(without_guide_step(name))
        return match.groupdict() if match else None
