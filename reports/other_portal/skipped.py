"""What a run could not follow, by its reasons."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.record import ScenarioRecord

_QUOTED = re.compile("«[^»]*»")


@dataclass(frozen=True)
class Skipped:
    """One reason, and the names of the scenarios or the sentences that it kept from being followed.

    A scenario of several examples has its name once for each.
    """

    reason: str
    names: tuple[str, ...]

    def counted(self) -> list[str]:
        """Return each name once, and how many examples of it there are."""
        return [
            name if times == 1 else f"{name}: {times} ejemplos"
            for name, times in Counter(self.names).items()
        ]


def scenarios_skipped(scenarios: Sequence[ScenarioRecord]) -> list[Skipped]:
    """Return which scenarios were not followed, the most frequent reason first."""
    return _by_reason((one.skipped, _name(one)) for one in scenarios if one.skipped)


def sentences_skipped(scenarios: Sequence[ScenarioRecord]) -> list[Skipped]:
    """Return which sentences were passed over in scenarios that were followed."""
    return _by_reason(
        (step.reason, f"{_name(one)}: {step.sentence}")
        for one in scenarios
        if not one.skipped
        for step in one.steps
        if step.status == "skipped"
    )


def not_followed_at_all(scenarios: Sequence[ScenarioRecord], guides: Iterable[str]) -> list[str]:
    """Return the names of the guides of which not one step was followed to its end."""
    begun = {
        one.guide
        for one in scenarios
        for step in one.steps
        if step.guide_step is not None and step.status == "passed"
    }
    return [guide for guide in guides if guide not in begun]


def _by_reason(pairs: Iterable[tuple[str, str]]) -> list[Skipped]:
    """Group names by reasons that differ only in what they quote, such as another day."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for reason, name in pairs:
        groups.setdefault(_QUOTED.sub("«…»", reason), []).append((reason, name))
    found = [_in_common(group) for group in groups.values()]
    return sorted(found, key=lambda one: (-len(one.names), one.reason))


def _in_common(group: Sequence[tuple[str, str]]) -> Skipped:
    """Return the reason without the quotations that differ; those go with the names."""
    quoted = list(zip(*(_QUOTED.findall(reason) for reason, _ in group), strict=True))
    differ = [len(set(column)) > 1 for column in quoted]
    shown = iter(
        "«…»" if other else column[0] for other, column in zip(differ, quoted, strict=True)
    )
    names = []
    for reason, name in group:
        own = [text for text, other in zip(_QUOTED.findall(reason), differ, strict=True) if other]
        names.append(f"{name}: {', '.join(own)}" if own else name)
    return Skipped(_QUOTED.sub(lambda _: next(shown), group[0][0]), tuple(sorted(names)))


def _name(scenario: ScenarioRecord) -> str:
    whose = f"guía {scenario.guide}" if scenario.guide else f"regla {', '.join(scenario.rules)}"
    return f"{scenario.name} ({whose})"
