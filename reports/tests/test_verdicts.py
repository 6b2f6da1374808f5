"""The verdict of every step, from records made by hand."""

from itertools import pairwise
from pathlib import Path

import pytest

from reports.guides.guide import Guide
from reports.record import ScenarioRecord
from reports.tests.samples import (
    FEATURE,
    GUIDE,
    SHOWN,
    all_well,
    decides,
    failing,
    followed,
    going_on,
    other_way,
    read,
)
from reports.verdicts import Finding, Verdict, decision, judge, worst

FAILS, TEXT_DIFFERS, NOT_REACHED, UNCHECKED, HOLDS = Verdict
RULES = [decides("plazo"), decides("clave")]


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return read(tmp_path)


def verdicts(guide: Guide, scenarios: list[ScenarioRecord]) -> list[Verdict]:
    """Return the verdict of what comes before the steps, and of each step."""
    return [step.verdict for step in judge(guide, scenarios).steps]


def findings(guide: Guide, scenarios: list[ScenarioRecord], step: int) -> tuple[Finding, ...]:
    return judge(guide, scenarios).steps[step].findings


def test_the_vocabulary_is_closed_and_the_worst_comes_first() -> None:
    assert [verdict.value for verdict in Verdict] == [
        "no_cumple",
        "texto_distinto",
        "no_alcanzado",
        "sin_verificar",
        "cumple",
    ]


def test_the_worst_counts_in_whichever_order() -> None:
    for bad, better in pairwise(Verdict):
        assert worst([bad, better]) is bad
        assert worst([better, bad]) is bad
    assert worst(reversed(Verdict)) is FAILS
    assert worst([]) is HOLDS


def test_what_held_is_cumple(guide: Guide) -> None:
    judged = judge(guide, all_well())
    assert [step.verdict for step in judged.steps] == [HOLDS] * 4
    assert judged.verdict is HOLDS
    assert [step.number for step in judged.steps] == [0, 1, 2, 3]


def test_a_step_that_fails_is_no_cumple_and_what_follows_is_not_reached(guide: Guide) -> None:
    scenarios = [failing(followed(), 3, "no se pudo oprimir «Pedir*»"), *RULES]
    assert verdicts(guide, scenarios) == [HOLDS, HOLDS, FAILS, NOT_REACHED]
    assert judge(guide, scenarios).verdict is FAILS
    assert findings(guide, scenarios, 2) == (
        Finding(FAILS, 'Y oprime "Pedir*" — no se pudo oprimir «Pedir*»', f"{FEATURE}:12"),
    )
    assert findings(guide, scenarios, 3) == (
        Finding(NOT_REACHED, 'Antes falló «oprime "Pedir*"».', f"{FEATURE}:14"),
    )


def test_every_false_step_is_told_and_what_lies_between_them_is_judged(guide: Guide) -> None:
    shown = SHOWN | {2: ("Constancia", "Pedir*")}
    scenarios = [going_on(followed(shown), {1: "no abre", 4: "dice otra cosa"}), *RULES]
    assert verdicts(guide, scenarios) == [HOLDS, FAILS, TEXT_DIFFERS, FAILS]
    assert [findings(guide, scenarios, step)[0].text for step in (1, 3)] == [
        'Cuando en el paso 1 abre "Portal de Pruebas" — no abre',
        'Entonces en el paso 3 ve el aviso "Listo" — dice otra cosa',
    ]


def test_all_that_fails_in_a_step_is_told(guide: Guide) -> None:
    scenarios = [going_on(followed(), {2: "no está", 3: "tampoco"}), *RULES]
    assert verdicts(guide, scenarios) == [HOLDS, HOLDS, FAILS, HOLDS]
    told = [finding.text.partition(" — ")[2] for finding in findings(guide, scenarios, 2)]
    assert told == ["no está", "tampoco"]


def test_what_could_not_be_reached_says_after_what_and_why(guide: Guide) -> None:
    scenarios = [going_on(followed(), {1: "no abre", 3: "no está"}, 4), *RULES]
    assert verdicts(guide, scenarios) == [HOLDS, FAILS, FAILS, NOT_REACHED]
    [finding] = findings(guide, scenarios, 3)
    assert finding.text == 'Antes falló «oprime "Pedir*"», y no hay otro camino.'
    scenarios = [going_on(followed(), {1: "no abre", 4: "falso"}, 2), *RULES]
    assert verdicts(guide, scenarios) == [HOLDS, FAILS, NOT_REACHED, FAILS]
    assert "«en el paso 1 abre" in findings(guide, scenarios, 2)[0].text


def test_texts_of_what_failed_or_was_not_reached_are_not_missed(guide: Guide) -> None:
    scenario = failing(followed({1: SHOWN[1]}), 2, "no está")
    told = [findings(guide, [scenario, *RULES], step) for step in (2, 3)]
    assert [[finding.verdict for finding in step] for step in told] == [[FAILS], [NOT_REACHED]]


def test_a_failing_background_fails_before_the_first_step(guide: Guide) -> None:
    scenarios = [failing(followed({}), 0, "no hay portal"), *RULES]
    assert verdicts(guide, scenarios) == [FAILS, NOT_REACHED, NOT_REACHED, NOT_REACHED]
    assert findings(guide, scenarios, 0)[0].text == "Dado que hoy es lunes — no hay portal"


def test_a_run_that_was_interrupted_is_told_so(guide: Guide) -> None:
    scenario = followed()
    scenario.steps[-1].status = "not_reached"
    assert findings(guide, [scenario, *RULES], 3) == (
        Finding(NOT_REACHED, "La corrida se interrumpió.", f"{FEATURE}:14"),
    )


def test_another_text_on_the_screen_is_texto_distinto(guide: Guide) -> None:
    shown = SHOWN | {2: ("Constancia", "Pedir*", "Regresar")}
    scenarios = [followed(shown), *RULES]
    assert verdicts(guide, scenarios) == [HOLDS, HOLDS, TEXT_DIFFERS, HOLDS]
    [finding] = findings(guide, scenarios, 2)
    assert "«Constancias» no está en la pantalla; lo más parecido es «Constancia»" in finding.text
    line = GUIDE[: GUIDE.index("2. Elija")].count("\n") + 1
    assert finding.where == f"features/guias/constancia.md:{line}"


def test_every_missing_text_is_told(guide: Guide) -> None:
    shown = SHOWN | {2: ("Regresar",), 3: ()}
    told = judge(guide, [followed(shown), *RULES])
    texts = [finding.text for step in told.steps for finding in step.findings]
    assert [text.split(" no está")[0] for text in texts] == ["«Constancias»", "«Pedir*»", "«Listo»"]


def test_only_the_main_scenario_has_to_show_the_texts(guide: Guide) -> None:
    assert not other_way().sights
    assert verdicts(guide, [followed(), other_way(), *RULES]) == [HOLDS] * 4


def test_a_step_that_no_sentence_takes_is_sin_verificar(guide: Guide) -> None:
    scenario = followed()
    del scenario.steps[-1]
    assert verdicts(guide, [scenario, *RULES]) == [HOLDS, HOLDS, HOLDS, UNCHECKED]
    [finding] = findings(guide, [scenario, *RULES], 3)
    assert "Ninguna frase de constancia.feature toma el paso 3." in finding.text
    assert "Qué hacer: escriba «en el paso 3» al principio" in finding.text
    line = GUIDE[: GUIDE.index("3. Espere")].count("\n") + 1
    assert finding.where == f"features/guias/constancia.md:{line}"


def test_a_guide_that_nobody_followed_does_not_hold(guide: Guide) -> None:
    assert verdicts(guide, RULES) == [HOLDS, UNCHECKED, UNCHECKED, UNCHECKED]


def test_scenarios_of_another_guide_prove_nothing(guide: Guide) -> None:
    stranger = followed()
    stranger.guide = "otra"
    assert judge(guide, [stranger, *RULES]).verdict is UNCHECKED


def test_a_claim_without_a_rule_is_sin_verificar(guide: Guide) -> None:
    scenarios = [followed(), decides("clave")]
    assert verdicts(guide, scenarios) == [UNCHECKED, HOLDS, HOLDS, HOLDS]
    [finding] = findings(guide, scenarios, 0)
    assert finding.text.startswith("Ninguna regla comprueba «plazo».")
    line = GUIDE[: GUIDE.index("Tarda")].count("\n") + 1
    assert finding.where == f"features/guias/constancia.md:{line}"


def test_a_claim_of_a_misspelt_rule_is_told_the_nearest(guide: Guide) -> None:
    scenarios = [followed(), decides("plazos"), decides("clave")]
    text = judge(guide, scenarios).steps[0].findings[0].text
    assert "comprueba «plazo». La más parecida es «plazos». Qué hacer: " in text
    text = judge(guide, [followed()], ["clave", "el_plazo"]).steps[0].findings[0].text
    assert "La más parecida es «el_plazo»." in text


def test_a_claim_of_a_rule_like_no_other_is_told_all_that_there_are(guide: Guide) -> None:
    def told(*rules: str) -> str:
        return judge(guide, [followed()], rules).steps[0].findings[0].text

    assert "comprueba «plazo». Hay: bitmu, qqq. Qué hacer: " in told("qqq", "bitmu")
    assert "comprueba «plazo». Qué hacer: " in told()
    assert told("plazo") == "Ninguna regla comprueba «plazo»."  # it is not misspelt


def test_a_failing_rule_makes_what_claims_it_no_cumple(guide: Guide) -> None:
    scenarios = [followed(), decides("plazo"), failing(decides("clave"), 1, "sirve dos")]
    assert verdicts(guide, scenarios) == [HOLDS, HOLDS, FAILS, HOLDS]
    [finding] = findings(guide, scenarios, 2)
    assert "«clave»" in finding.text
    assert "Entonces se respeta clave — sirve dos" in finding.text
    assert finding.where == "features/reglas/clave.feature:8"


def test_a_failing_rule_counts_before_the_steps_too(guide: Guide) -> None:
    scenarios = [followed(), failing(decides("plazo"), 1, "tarda tres"), decides("clave")]
    assert verdicts(guide, scenarios) == [FAILS, HOLDS, HOLDS, HOLDS]


def test_one_scenario_that_fails_is_enough_to_break_a_rule(guide: Guide) -> None:
    scenarios = [followed(), *RULES, failing(decides("clave"), 1, "sirve dos"), decides("clave")]
    assert verdicts(guide, scenarios)[2] is FAILS


def test_a_rule_that_could_not_begin_decides_nothing(guide: Guide) -> None:
    scenarios = [followed(), decides("plazo"), failing(decides("clave"), 0, "no hay portal")]
    assert verdicts(guide, scenarios) == [HOLDS, HOLDS, UNCHECKED, HOLDS]
    [finding] = findings(guide, scenarios, 2)
    assert "no hay portal" in finding.text


def test_a_rule_whose_action_could_not_be_taken_decides_nothing(guide: Guide) -> None:
    rule = failing(decides("clave"), 1, "no se pudo oprimir")
    rule.steps[1].type = "when"
    scenarios = [followed(), decides("plazo"), rule]
    assert verdicts(guide, scenarios) == [HOLDS, HOLDS, UNCHECKED, HOLDS]
    assert "no se pudo oprimir" in findings(guide, scenarios, 2)[0].text
    assert decision(rule) is UNCHECKED


def test_what_a_scenario_decides_of_its_rules() -> None:
    assert decision(decides("clave")) is HOLDS
    assert decision(failing(decides("clave"), 1, "sirve dos")) is FAILS
    assert decision(failing(decides("clave"), 0, "no hay portal")) is UNCHECKED
    interrupted = decides("clave")
    interrupted.steps[1].status = "not_reached"
    assert decision(interrupted) is UNCHECKED


def test_a_failing_rule_outweighs_one_that_could_not_begin(guide: Guide) -> None:
    cannot = failing(decides("clave"), 0, "no hay portal")
    scenarios = [followed(), *RULES, cannot, failing(decides("clave"), 1, "sirve dos")]
    assert verdicts(guide, scenarios)[2] is FAILS


def test_a_failing_second_scenario_fails_the_step_that_it_takes(guide: Guide) -> None:
    second = failing(other_way(), 0, "no abre")
    assert verdicts(guide, [followed(), second, *RULES]) == [HOLDS, FAILS, HOLDS, HOLDS]


def test_pictures_are_the_main_scenarios(guide: Guide) -> None:
    main, second = followed(), other_way()
    main.sights[1].picture = "una.png"
    second.sights = [followed().sights[1]]
    second.sights[0].picture = "otra.png"
    pictures = [step.sights for step in judge(guide, [main, second, *RULES]).steps]
    assert pictures == [(), (), (main.sights[1],), ()]
