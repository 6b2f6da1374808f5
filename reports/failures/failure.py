"""What is kept of a step that turned out false, as plain data."""

from dataclasses import dataclass, field
from typing import Any

from steps.sight import Answer

NOT_ELSEWHERE = (
    "En otro portal no se sigue nada otra vez para tenerla, porque podría cambiar algo allí; y una "
    "traza guarda todo lo que se escribe y se ve, sin máscara que lo tape."
)

NOT_ASKED_FOR = "No se pidió. Para tenerla, siga esa prueba otra vez así:"


@dataclass(frozen=True)
class Wanted:
    """A text that was looked for, and what on the screen comes nearest to it.

    `nearest` is the nearest text, the same when it was there; `element` is the nearest element, in
    Spanish ("botón «Consultar»"); each is "" when nothing comes near. `box` is where the element
    stands: left, top, width and height in CSS pixels of the picture, or nothing.
    """

    text: str
    nearest: str = ""
    element: str = ""
    box: tuple[float, ...] = ()


@dataclass
class FailureRecord:
    """What a failed step left; `sight` is the place of its screen among the scenario's sights.

    `reason` is for a step whose sentences held and that did not show a text that its guide quotes.
    """

    wanted: list[Wanted] = field(default_factory=list)
    sight: int | None = None
    address: str = ""
    answers: list[Answer] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    reason: str = ""


@dataclass
class TraceRecord:
    """Playwright's trace of a scenario that failed, or why there is none.

    `file` is its path from the record's folder, or ""; then `why_not` says why, in Spanish, and
    `command` gives one, if any does. `again` says, in Spanish, how the scenario ended when it was
    followed again to make the trace.
    """

    file: str = ""
    again: str = ""
    why_not: str = ""
    command: str = ""


def command_for(test: str) -> str:
    """Return the command that leaves a trace of a test in `.guias/playwright/`."""
    return f'guias.py test "{test}" --tracing retain-on-failure'


def read_failure(data: dict[str, Any] | None) -> FailureRecord | None:
    """Return what was kept as JSON."""
    if data is None:
        return None
    wanted = [Wanted(**{**one, "box": tuple(one["box"])}) for one in data.pop("wanted")]
    answers = [Answer(**one) for one in data.pop("answers")]
    return FailureRecord(**data, wanted=wanted, answers=answers)
