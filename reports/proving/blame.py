"""Which places a run found false: steps of guides, and rules."""

from collections.abc import Iterator, Sequence

from reports.guides.guide import Guide
from reports.record import ScenarioRecord
from reports.verdicts import Verdict, decision, judge_steps

_FALSE = frozenset({Verdict.FAILS, Verdict.TEXT_DIFFERS})


def found_false(guides: Sequence[Guide], scenarios: Sequence[ScenarioRecord]) -> dict[str, str]:
    """Return the places that the scenarios found false, each with the first words of why.

    A place is "cancelacion, paso 7" (0 is what the guide says before its steps) or
    "regla captcha". A step is false if its verdict is `no_cumple` or `texto_distinto`, be it by
    what it says or by a rule that it claims; a rule, if a scenario of it fails in what ought to be
    seen. Where nothing was decided, nobody is to blame.
    """
    return dict([*_steps(guides, scenarios), *_rules(scenarios)])


def _steps(
    guides: Sequence[Guide], scenarios: Sequence[ScenarioRecord]
) -> Iterator[tuple[str, str]]:
    for guide in guides:
        for step in judge_steps(guide, scenarios):
            if step.verdict in _FALSE:
                first = next(one for one in step.findings if one.verdict is step.verdict)
                yield f"{guide.name}, paso {step.number}", first.text


def _rules(scenarios: Sequence[ScenarioRecord]) -> Iterator[tuple[str, str]]:
    for scenario in reversed(scenarios):  # of a rule's, the first one tells
        failed = scenario.failed_step
        if failed and decision(scenario) is Verdict.FAILS:
            for rule in scenario.rules:
                yield f"regla {rule}", f"«{scenario.name}»: {failed.sentence} — {failed.reason}"
