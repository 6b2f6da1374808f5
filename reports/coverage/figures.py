"""The figures that a claim says: each must stand in the feature of the rule that decides it.

«36 horas» beside a rule that speaks of 24 is true of nothing, though the rule holds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from reports.guides.content import Run
from reports.record import ScenarioRecord

_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_NOT_SAID = ("@", "#")  # tags and comments name things


def figures(text: str) -> list[str]:
    """Return the figures of a text, each once: "36", "13:30", "30/01/2024"."""
    return list(dict.fromkeys(_FIGURE.findall(text)))


def figures_of_feature(text: str) -> list[str]:
    """Return the figures that a feature says."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith(_NOT_SAID))
    return figures("\n".join(lines))


def unsaid(
    runs: Iterable[Run], rule: str, deciding: Sequence[ScenarioRecord]
) -> Iterator[tuple[Run, str]]:
    """Yield each figure that claims of a rule say and its scenarios' features do not."""
    said = {figure for scenario in deciding for figure in scenario.figures}
    for run in runs:
        if run.rule == rule:
            yield from ((run, figure) for figure in figures(run.text) if figure not in said)
