"""After a false step every guide can go on: where each of its steps begins can be reached."""

from collections.abc import Iterator
from dataclasses import fields
from inspect import signature
from pathlib import Path

import pytest
from pytest_bdd import feature as bdd_feature
from pytest_bdd.compat import inject_fixture
from pytest_bdd.parser import Step
from pytest_bdd.scenario import _execute_step_function, get_step_function

from fixtures.portal import stub_addresses
from steps import control, trail
from steps.sentence import guide_steps
from steps.trail import PORTAL, START, Place, is_known, place_after
from stub_portal.web import doorways

FEATURES = Path(__file__).parent
GUIDES = sorted(path.stem for path in (FEATURES / "guias").glob("*.feature"))
SCREENS = stub_addresses("http://127.0.0.1").screens


def scenarios(guide: str) -> Iterator[list[Step]]:
    feature = bdd_feature.get_feature(str(FEATURES), f"guias/{guide}.feature")
    for template in feature.scenarios.values():
        yield list(template.render({}).steps)


def beginnings(guide: str) -> Iterator[tuple[int, Place]]:
    """Yield each step of a guide but the first, and where it should begin."""
    for steps in scenarios(guide):
        numbers = guide_steps(step.name for step in steps)
        for at in range(1, len(steps)):
            if numbers[at - 1] is not None and numbers[at] != numbers[at - 1]:
                place = place_after((step.type, step.name) for step in steps[:at])
                yield numbers[at] or 0, place


@pytest.mark.parametrize("guide", GUIDES)
def test_where_every_act_leads_is_known(guide: str) -> None:
    acts = [step for steps in scenarios(guide) for step in steps if step.type == "when"]
    assert acts
    wrong = [f"{guide}.feature:{act.line_number}: {act.name}" for act in acts]
    wrong = [one for one, act in zip(wrong, acts, strict=True) if not is_known(act.name)]
    assert not wrong, "say in steps/trail.py where it leads:\n" + "\n".join(wrong)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_step_can_be_begun_past_the_one_before(guide: str) -> None:
    begun = list(beginnings(guide))
    assert begun
    wrong = [f"{guide}, paso {step}: {place}" for step, place in begun if not _has_a_way(place)]
    assert not wrong, "\n".join(wrong)


def _has_a_way(place: Place) -> bool:
    if place.stage == START:
        return place.screen == PORTAL or place.screen in SCREENS
    return (place.screen, place.stage) in doorways.ROOMS


def test_the_stub_knows_places_and_doorways_by_the_same_parts() -> None:
    for ours, theirs in (
        (trail.Place, doorways.Place),
        (control.Doorway, doorways.Doorway),
        (control.Cookie, doorways.Cookie),
    ):
        assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]


def test_pytest_bdd_still_has_what_a_guide_goes_on_with() -> None:
    assert {*signature(get_step_function).parameters} == {"request", "step"}
    assert [*signature(_execute_step_function).parameters] == [
        *("request", "scenario", "step", "context"),
    ]
    assert [*signature(inject_fixture).parameters] == ["request", "arg", "value"]
