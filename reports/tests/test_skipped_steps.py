"""What could not be followed is nobody's fault: `sin_verificar`, with its reason, once a step."""

from pathlib import Path

import pytest

from reports.guides.guide import Guide
from reports.record import ScenarioRecord, StepRecord
from reports.tests.samples import all_well, decides, followed, other_way, read
from reports.verdicts import Finding, Verdict, judge
from reports.witness import ScenarioWitness, why_skipped

REASON = "aquí no hay buscador"


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return read(tmp_path)


def skipped_from(scenario: ScenarioRecord, at: int) -> ScenarioRecord:
    """Have a scenario given up at its step number `at`, counted from 0."""
    scenario.skipped = "sin control"
    for step in scenario.steps[at:]:
        step.status = "not_reached"
    return scenario


def findings(guide: Guide, scenarios: list[ScenarioRecord]) -> list[list[Finding]]:
    return [list(step.findings) for step in judge(guide, scenarios).steps]


def test_a_sentence_that_is_skipped_leaves_its_step_unchecked_and_no_other(guide: Guide) -> None:
    main, *others = all_well()
    main.steps[1].status, main.steps[1].reason = "skipped", REASON
    main.sights = main.sights[1:]  # what the step quotes was not seen either
    found = findings(guide, [main, *others])
    assert [(one.verdict, one.text) for one in found[1]] == [
        (Verdict.UNCHECKED, f"No se comprobó: {REASON}.")
    ]
    assert found[1][0].where == "features/guias/constancia.feature:9"
    assert found[0] == found[2] == found[3] == []


def test_a_scenario_that_is_skipped_leaves_what_is_left_unchecked(guide: Guide) -> None:
    main = skipped_from(followed(), 3)
    found = findings(guide, [main, other_way(), decides("plazo"), decides("clave")])
    assert [[(one.verdict, one.text) for one in step] for step in found] == [
        [],
        [],
        [(Verdict.UNCHECKED, "No se comprobó: sin control.")],
        [(Verdict.UNCHECKED, "No se comprobó: sin control.")],
    ]


def test_a_guide_that_could_not_begin_is_unchecked(guide: Guide) -> None:
    scenarios = [skipped_from(followed(), 0), skipped_from(other_way(), 0)]
    found = findings(guide, [*scenarios, decides("plazo"), decides("clave")])
    assert [[one.verdict for one in step] for step in found[1:]] == [[Verdict.UNCHECKED]] * 3


def test_what_another_one_failed_to_reach_is_told_first(guide: Guide) -> None:
    main, other, *rules = all_well()
    main.steps[1].status, main.steps[1].reason = "skipped", REASON
    other.steps[0].status = "not_reached"  # broken off
    [found] = findings(guide, [main, other, *rules])[1]
    assert found.verdict is Verdict.NOT_REACHED


def test_a_rule_that_is_skipped_is_undecided_and_says_why(guide: Guide) -> None:
    rule = skipped_from(decides("plazo"), 0)
    found = findings(guide, [followed(), other_way(), rule, decides("clave")])
    assert [one.verdict for one in found[0]] == [Verdict.UNCHECKED]
    assert found[0][0].text.endswith("«Comprobar plazo»: sin control")


def test_the_recorder_knows_why_a_scenario_ends() -> None:
    known = []

    def ending_by(error: BaseException) -> None:
        try:
            raise error
        finally:
            known.append(why_skipped())

    for error in (pytest.skip.Exception("sin control"), ValueError("otra cosa")):
        with pytest.raises(type(error)):
            ending_by(error)
    known.append(why_skipped())
    assert known == ["sin control", "", ""]


def test_a_sentence_holds_unless_it_was_skipped(tmp_path: Path) -> None:
    record = ScenarioRecord("", "", "", [], main=True)
    witness = ScenarioWitness(record, None, tmp_path / "x", picture_kept=None, sources=list)
    record.steps = [StepRecord("when", "Cuando", "algo", line, 1) for line in (1, 2)]
    witness.skips_sentence(REASON)
    for step in record.steps:
        witness.end_sentence(step)
    assert [(step.status, step.reason) for step in record.steps] == [
        ("skipped", REASON),
        ("passed", ""),
    ]
    assert record.sentences_skipped == [REASON]
    assert not record.passed
