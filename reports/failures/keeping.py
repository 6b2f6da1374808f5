"""Keeps what a failed step left."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reports.failures.failure import (
    NOT_ASKED_FOR,
    NOT_ELSEWHERE,
    FailureRecord,
    TraceRecord,
    Wanted,
    command_for,
)
from reports.failures.nearest import nearest_element, roles_looked_for
from reports.failures.telling import quoted_by
from reports.record import StepRecord
from reports.texts import nearest, not_found, quoted_texts
from reports.witness import ScenarioWitness
from steps.sight import Aftermath

_MOST = 8  # texts: of a table that is another one, the first will do
_TRACING = {"on", "retain-on-failure"}
_NOTHING = Aftermath("", (), (), "", (0, 0))


@dataclass(frozen=True)
class Left:
    """What a failed step left: the place of its screen among the sights, and the rest.

    `in_picture` tells whether that screen's picture was taken when the rest was seen.
    """

    sight: int | None = None
    aftermath: Aftermath = _NOTHING
    in_picture: bool = True


def look_at_failure(request: pytest.FixtureRequest, witness: ScenarioWitness) -> Left:
    """Look at what a failed step left; what is not there any more is left out."""
    left = _heard(request)
    before = len(witness.record.sights)
    with suppress(Exception):  # no browser, or it is gone: the step's own error is what counts
        witness.look_at_failure(request.getfixturevalue("reader"))
    return replace(left, sight=before) if len(witness.record.sights) > before else left


def keep_missing(
    request: pytest.FixtureRequest, witness: ScenarioWitness, texts: Sequence[str]
) -> None:
    """Keep what a guide's step left that held, but did not show all the texts that it quotes."""
    record, number = witness.record, witness.guide_step
    own = [place for place, one in enumerate(record.sights) if one.guide_step == number]
    seen = [place for place in own if record.sights[place].picture]
    left = _heard(request)
    if seen:  # where things stand now says nothing about an earlier picture
        left = replace(left, sight=seen[-1], in_picture=False)
    else:
        left = look_at_failure(request, witness)
    failure = _failure(witness, texts, set(), left)
    others = _others(witness, record.texts_seen(number or 0), texts)
    failure.reason = witness.hide("; ".join(not_found(text, others) for text in texts))
    [*_, last] = (step for step in record.steps if step.guide_step == number)
    last.failure = failure


def trace_of(request: pytest.FixtureRequest) -> TraceRecord:
    """Return where pytest-playwright leaves the trace, if it was asked for one, or how to ask."""
    if request.config.getoption("--tracing") in _TRACING:
        kept = Path(request.getfixturevalue("output_path")) / "trace.zip"
        return TraceRecord(file=str(kept.absolute()))
    if request.config.getoption("base_url", None):
        return TraceRecord(why_not=NOT_ELSEWHERE)
    return TraceRecord(why_not=NOT_ASKED_FOR, command=command_for(request.node.nodeid))


def failure_of(
    step: StepRecord, error: Exception, witness: ScenarioWitness, left: Left
) -> FailureRecord:
    """Return what is kept of a failure: of what it looked for, what is not there if any is not."""
    quoted = quoted_by(step, error)
    seen = witness.record.sights[left.sight].texts if left.sight is not None else []
    missing = [text for text in quoted if text not in seen]
    return _failure(witness, missing or quoted, roles_looked_for(error), left)


def _heard(request: pytest.FixtureRequest) -> Left:
    with suppress(Exception):  # as above
        page = request.getfixturevalue("reader").page
        return Left(aftermath=request.getfixturevalue("answers").aftermath(page))
    return Left()


def _failure(
    witness: ScenarioWitness, texts: Sequence[str], roles: set[str], left: Left
) -> FailureRecord:
    """Return what is kept of a failure, without personal data."""
    hide, aftermath = witness.hide, left.aftermath
    return FailureRecord(
        wanted=[_wanted(text, roles, witness, left) for text in texts[:_MOST]],
        sight=left.sight,
        address=hide(aftermath.address),
        answers=[
            replace(one, address=hide(one.address), leads_to=hide(one.leads_to))
            for one in aftermath.answers
        ],
        messages=[hide(message) for message in aftermath.messages],
    )


def _wanted(text: str, roles: set[str], witness: ScenarioWitness, left: Left) -> Wanted:
    seen = witness.record.sights[left.sight].texts if left.sight is not None else []
    known = quoted_texts(witness.guide) - {text} if witness.guide else set()
    near = text if text in seen else nearest(text, _others(witness, seen, [text])) or ""
    element, box = nearest_element(text, roles, left.aftermath, known)
    return Wanted(
        witness.hide(text),
        witness.hide(near),
        witness.hide(element),
        box if left.in_picture else (),
    )


def _others(witness: ScenarioWitness, seen: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return the texts of a screen that the guide quotes nowhere: one of them may be renamed."""
    quoted = {*texts, *(quoted_texts(witness.guide) if witness.guide else ())}
    return [text for text in seen if text not in quoted]
