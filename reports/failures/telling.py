"""Tells in Spanish why a step failed, and where."""

import re
from pathlib import Path

from reports.guides.guide import Guide
from reports.record import ScenarioRecord, StepRecord
from reports.texts import not_found, quoted_texts
from steps.sight import NotAsTheGuideSaysError

_QUOTED = re.compile(r'"([^"]*)"')


def why(step: StepRecord, error: Exception, record: ScenarioRecord, guide: Guide | None) -> str:
    """Say what went wrong and, of each text that is not on the screen, what is instead."""
    if not isinstance(error, NotAsTheGuideSaysError):
        return f"{type(error).__name__}: {error}"
    sight = record.sights[-1] if record.sights else None
    seen = sight.texts if sight else []
    quoted_elsewhere = quoted_texts(guide) if guide else set()
    others = [text for text in seen if text not in quoted_elsewhere]
    missing = [not_found(text, others) for text in quoted_by(step, error) if text not in seen]
    screen = [f"la pantalla es «{sight.title}»"] if sight and sight.title else []
    return "; ".join([str(error), *missing, *screen])


def quoted_by(step: StepRecord, error: Exception) -> list[str]:
    """Return the texts that a step which failed looked for: its sentence's, and the error's."""
    expected = error.expected if isinstance(error, NotAsTheGuideSaysError) else ()
    return list(dict.fromkeys((*_QUOTED.findall(step.sentence), *expected)))


def to_open(page: Path) -> str:
    """Return the line that says which page to open."""
    return f"Qué se vio y qué contestó el servidor: {page}"


def told(
    step: StepRecord,
    record: ScenarioRecord,
    guide: Guide | None,
    folder: Path,
    *,
    page: Path | None,
) -> str:
    """Say where a failure is: guide, step, sentence, file and line, and what to open.

    That is its page or, if none is written, the last picture in the folder.
    """
    where = f"Guía «{guide.title}», paso {step.guide_step or '—'}" if guide else record.name
    pictures = [sight.picture for sight in record.sights if sight.picture]
    there = f"\n  Imagen: {folder / pictures[-1]}" if pictures else ""
    if page:
        there = f"\n  {to_open(page)}"
    sentence = f"{step.keyword} {step.sentence} ({record.feature}:{step.line})"
    return f"\n{where}: {sentence}\n  {step.reason}{there}"
