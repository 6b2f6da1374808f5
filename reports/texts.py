"""The texts that a guide quotes, looked up among those that the screen showed."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from reports.guides.guide import Guide
from reports.record import ScenarioRecord

# Below this likeness (0 to 1) two texts have nothing to do with each other.
_ALIKE = 0.4


def nearest(text: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like the text, or None when none is like it at all."""
    ranked = ((_likeness(text, candidate), candidate) for candidate in candidates)
    likeness, best = max(ranked, default=(0.0, ""))
    return best if likeness >= _ALIKE else None


def not_found(text: str, candidates: Iterable[str]) -> str:
    """Return the Spanish sentence that says a text is missing, and what is there instead."""
    best = nearest(text, candidates)
    if best is None:
        return f"«{text}» no está en la pantalla, ni nada parecido"
    return f"«{text}» no está en la pantalla; lo más parecido es «{best}»"


def quoted_texts(guide: Guide) -> set[str]:
    """Return every text that the guide quotes: none of them is another one renamed."""
    return {text for step in guide.steps for text in step.texts}


def missing_texts(guide: Guide, scenario: ScenarioRecord) -> Iterator[tuple[int, str]]:
    """Yield, for each text quoted and never seen in its step, the step's number and why."""
    quoted = quoted_texts(guide)
    for step in guide.steps:
        seen = scenario.texts_seen(step.number)
        others = [text for text in seen if text not in quoted]
        yield from (
            (step.number, not_found(text, others)) for text in step.texts if text not in seen
        )


def _likeness(text: str, candidate: str) -> float:
    return SequenceMatcher(None, text.casefold(), candidate.casefold()).ratio()
