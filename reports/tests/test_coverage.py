"""What checks each sentence of a guide: every ground given, withheld, and never had for nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reports.coverage.cover import CheckedSentence, Coverage, cover, unchecked
from reports.coverage.grounds import Ground
from reports.record import ScenarioRecord, StepRecord, TouchRecord
from reports.tests.samples import (
    FACTS,
    GUIDE,
    SHOWN,
    all_well,
    decides,
    failing,
    followed,
    other_way,
    read,
)

INSTRUCTION, QUOTE, CLAIM, FACT, INFORMATIVE = Ground
PHONE = FACTS + 'telefono = "55 4000 1000"\n'
NOTE_LINE = GUIDE[: GUIDE.index("   > La clave")].count("\n") + 1
Says = Callable[..., CheckedSentence]


@pytest.fixture
def says(tmp_path: Path) -> Says:
    """Put a sentence into a note of step 2 of the sample guide, and return it checked."""

    def check(sentence: str, scenarios: list[ScenarioRecord] | None = None) -> CheckedSentence:
        text = GUIDE.replace("   > La clave [sirve", f"   > {sentence}\n\n   > La clave [sirve")
        coverage = cover(read(tmp_path, text, PHONE), scenarios or all_well())
        [found] = [one for one in coverage.sentences if one.where.endswith(f":{NOTE_LINE}")]
        return found

    return check


def covered(folder: Path, scenarios: list[ScenarioRecord], text: str = GUIDE) -> Coverage:
    return cover(read(folder, text), scenarios)


def test_every_sentence_of_the_sample_has_its_grounds(tmp_path: Path) -> None:
    coverage = covered(tmp_path, all_well())
    assert [(one.step, one.text, one.grounds) for one in coverage.sentences] == [
        (0, "Obtener su constancia.", (INFORMATIVE,)),
        (0, "Tarda dos días y es gratuita.", (CLAIM,)),
        (1, "Abra Portal de Pruebas en su navegador.", (INSTRUCTION, QUOTE)),
        (2, "Elija Constancias y oprima Pedir*.", (INSTRUCTION, QUOTE)),
        (2, "La clave sirve una vez.", (CLAIM,)),
        (3, "Espere el aviso Listo.", (INSTRUCTION, QUOTE)),
    ]
    assert coverage.by_ground == {INSTRUCTION: 3, QUOTE: 3, CLAIM: 2, FACT: 0, INFORMATIVE: 1}
    assert (coverage.guide, coverage.percent, unchecked(coverage)) == ("constancia", 100, {})
    assert not coverage.unneeded_marks


@pytest.mark.parametrize(
    ("sentence", "grounds"),
    [
        ("Elija **Constancias**.", (INSTRUCTION, QUOTE)),
        ("También puede elegir **Constancias**.", (INSTRUCTION, QUOTE)),
        ("Debajo dice **Regresar**.", (QUOTE,)),
        ("Debajo dice **Regresar**, junto a **Pedir\\***.", (QUOTE,)),
        ("La clave [sirve para **Regresar**](regla:clave).", (QUOTE, CLAIM)),
        ("Tarda [dos días](regla:plazo) y [sirve](regla:clave).", (CLAIM,)),
        ("Un agente le atiende en el {{ telefono }}.", (FACT,)),
        ("Llame al {{ telefono }}.", (FACT,)),
        ("Elija **Constancias** o llame al {{ telefono }}.", (INSTRUCTION, QUOTE, FACT)),
        ("Es gratuita. {informativo}", (INFORMATIVE,)),
        ("Arrastre **Regresar**. {informativo}", (INFORMATIVE,)),
        ("Revise lo que dice **Regresar**.", (QUOTE,)),
    ],
)
def test_a_ground_given(says: Says, sentence: str, grounds: tuple[Ground, ...]) -> None:
    found = says(sentence)
    assert (found.step, found.grounds, found.advice) == (2, grounds, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Es gratuita.",
        "Es gratuita, y el **Trámite** es rápido.",  # nobody saw what it quotes
        "Debajo dice **Regresar**, junto a **Salir**.",  # nor all of it
        "Arriba dice **Listo**.",  # that was another step's
        "El {{ portal }} es gratuito.",  # a name, that a screen shows
        "La clave sirve [siempre](regla:siempre).",  # a rule that no scenario decides
        "La clave [sirve](regla:clave), y [siempre](regla:siempre).",
        "Revise lo que escribió.",  # an order to oneself
    ],
)
def test_a_ground_withheld(says: Says, sentence: str) -> None:
    assert says(sentence).grounds == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Arrastre **Constancias**.",
        "Zarandee **Constancias** hasta que diga **Pedir\\***.",
        "Oprima **Regresar**.",
        "Guarde el {{ telefono }}.",
        "Oprima **Regresar**: la clave [sirve una vez](regla:clave).",
        "Elija **Constancias** y guarde el {{ telefono }}.",
        "Puede imprimir **Constancias**.",
        "Debe sellar **Constancias**.",
        "Llame a un agente.",
        "No oprima **Pedir\\***, arrastre **Regresar**.",
    ],
)
def test_an_order_that_nobody_takes_has_no_ground_at_all(says: Says, sentence: str) -> None:
    found = says(sentence)
    assert (found.grounds, found.told) == ((), False)
    assert "Ninguna frase de constancia.feature toma «" in found.advice


@pytest.mark.parametrize("sentence", ["No oprima **Pedir\\***.", "No llame al {{ telefono }}."])
def test_who_forbids_is_never_told_to_have_it_done(says: Says, sentence: str) -> None:
    found = says(sentence)
    assert (found.grounds, found.told) == ((), False)
    assert found.advice == (
        "Es una prohibición, y nadie puede comprobar que no se hizo: márquela con {informativo}."
    )


def test_before_the_steps_who_forbids_is_told_the_same(tmp_path: Path) -> None:
    text = GUIDE.replace("gratuita.", "gratuita. No oprima **Pedir\\***.")
    [found] = covered(tmp_path, all_well(), text).unverified
    assert found.advice.startswith("Es una prohibición")


@pytest.mark.parametrize("mark", ["", " {informativo}"])
def test_what_a_new_guide_leaves_to_write_is_never_verified(says: Says, mark: str) -> None:
    found = says(f"Escriba aquí los pasos que siguen: **Regresar**.{mark}")
    assert (found.grounds, found.told) == ((), False)
    assert found.advice == "Todavía dice «Escriba aquí»: cámbielo por su texto."


def test_a_screen_may_say_the_words_of_a_new_guide(says: Says) -> None:
    scenarios = all_well()
    scenarios[0].sights[1].texts.append("Escriba aquí")
    assert says("Debajo dice **Escriba aquí**.", scenarios).grounds == (QUOTE,)


def test_a_title_that_is_left_to_write_is_unverified(tmp_path: Path) -> None:
    text = GUIDE.replace("En tres pasos", "Escriba aquí para qué sirve")
    [found] = covered(tmp_path, all_well(), text).unverified
    assert (found.step, found.text) == (0, "Escriba aquí para qué sirve")
    assert found.where == "features/guias/constancia.md:1"
    assert "cámbielo por su texto" in found.advice


def test_an_order_may_be_taken_by_a_rule_that_its_sentence_claims(says: Says) -> None:
    rule = decides("clave")
    rule.steps.append(StepRecord("when", "Cuando", 'oprime "Regresar"', 9, None, "passed"))
    scenarios = [followed(), decides("plazo"), rule]
    assert says("Oprima **Regresar**: [sirve](regla:clave).", scenarios).grounds
    assert not says("Oprima **Regresar**: [tarda](regla:plazo).", scenarios).grounds
    assert not says("Oprima **Regresar**.", scenarios).grounds


def test_what_was_made_ready_is_not_what_a_reader_does(says: Says) -> None:
    rule = decides("clave")
    rule.steps.insert(0, StepRecord("given", "Dado", 'oprime "Regresar"', 4, None, "passed"))
    scenarios = [followed(), decides("plazo"), rule]
    assert not says("Oprima **Regresar**: [sirve](regla:clave).", scenarios).grounds


def test_what_was_touched_in_the_step_counts_as_used(says: Says) -> None:
    scenarios = all_well()
    assert not says("Oprima **Regresar**.", scenarios).grounds
    scenarios[0].sights[1].touches = [TouchRecord("«Regresar»", 0, 0, 1, 1)]
    assert says("Oprima **Regresar**.", scenarios).grounds == (INSTRUCTION, QUOTE)
    scenarios[0].sights[1].guide_step = 3
    assert not says("Oprima **Regresar**.", scenarios).grounds


def test_a_sentence_of_another_step_takes_no_order(says: Says) -> None:
    assert not says("Espere el aviso **Listo**.").grounds
    assert not says("Abra **Portal de Pruebas**.").grounds


def test_another_guides_scenarios_take_no_order(tmp_path: Path) -> None:
    stranger = followed()
    stranger.guide = "otra"
    coverage = covered(tmp_path, [stranger, *all_well()[2:]])
    assert [one.step for one in coverage.unverified] == [1, 2, 3]


def test_a_fact_that_a_gherkin_sentence_quotes_is_a_name(says: Says) -> None:
    scenarios = all_well()
    scenarios[1].steps[0].sentence = 'en el paso 1 escribe "55 4000 1000"'
    assert not says("Un agente le atiende en el {{ telefono }}.", scenarios).grounds


def test_before_the_steps_only_claims_facts_and_marks_count(tmp_path: Path) -> None:
    text = GUIDE.replace("gratuita.", "gratuita. Dice **Bienvenida**. Elija **Constancias**.")
    quote, order = covered(tmp_path, all_well(), text).unverified
    assert (quote.step, quote.told, order.step, order.told) == (0, False, 0, False)
    assert "Afirme una regla" in quote.advice
    assert "Antes de los pasos no hay quien tome «Elija Constancias»" in order.advice


def test_a_rule_grounds_what_claims_it_only_if_all_of_it_held(tmp_path: Path) -> None:
    for broken in (failing(decides("clave"), 1, "sirve dos"), failing(decides("clave"), 0, "no")):
        coverage = covered(tmp_path, [*all_well(), broken])
        assert [(one.text, one.told) for one in coverage.unverified] == [
            ("La clave sirve una vez.", True)
        ]


def test_what_the_verdict_tells_already_is_not_told_again(tmp_path: Path) -> None:
    rules = [decides("plazo"), decides("clave")]
    failed = covered(tmp_path, [failing(followed(), 3, "no se pudo oprimir"), *rules])
    assert [one.step for one in failed.unverified] == [2, 3]
    unseen = covered(tmp_path, [followed(SHOWN | {2: ("Regresar",)}), *rules])
    assert [one.step for one in unseen.unverified] == []  # its scenario did take the order
    nobody = covered(tmp_path, rules)
    assert [one.step for one in nobody.unverified] == [1, 2, 3]
    for coverage in (failed, unseen, nobody):
        assert unchecked(coverage) == {}


def test_a_text_that_was_not_seen_is_told_by_the_verdict(says: Says) -> None:
    assert says("Debajo dice **Salir**.").told
    assert not says("Es gratuita.").told


def test_what_is_unchecked_says_where_and_what_to_do(tmp_path: Path) -> None:
    text = GUIDE.replace("**Listo**.", "**Listo**. Es gratuita.\n   Oprima **Listo**. Elija otra.")
    coverage = covered(tmp_path, all_well(), text)
    line = text[: text.index("3. Espere")].count("\n") + 1
    assert {step: [one.where for one in found] for step, found in unchecked(coverage).items()} == {
        3: [f"features/guias/constancia.md:{line + below}" for below in (0, 1, 1)]
    }
    description, press, choose = unchecked(coverage)[3]
    assert description.trouble == (
        "Nada comprueba «Es gratuita.» Afirme una regla con […](regla:…), cite un texto de la "
        "pantalla, o márquela con {informativo}."
    )
    assert press.trouble == (
        "Nada comprueba «Oprima Listo.» Ninguna frase de constancia.feature toma «Oprima Listo» en "
        'el paso 3; la más parecida es «ve el aviso "Listo"» (features/guias/constancia.feature:14)'
        ". Agregue una que lo haga, o márquela con {informativo}."
    )
    assert "toma «Elija otra» en el paso 3" in choose.trouble
    assert coverage.percent == 66


def test_the_nearest_sentence_is_named(says: Says) -> None:
    advice = says("Elija **Regresar**.").advice
    nearest = '«elige "Constancias"» (features/guias/constancia.feature:11)'
    assert f"; la más parecida es {nearest}. Agregue" in advice


def test_a_mark_that_is_not_needed_is_told(tmp_path: Path) -> None:
    text = GUIDE.replace("es gratuita.", "es gratuita. {informativo}")
    text = text.replace("**Listo**.", "**Listo**. {informativo} Es gratuita. {informativo}")
    coverage = covered(tmp_path, all_well(), text)
    assert [one.text for one in coverage.unneeded_marks] == [
        "Tarda dos días y es gratuita.",
        "Espere el aviso Listo.",
    ]
    assert coverage.percent == 100


def test_the_share_is_rounded_down(tmp_path: Path) -> None:
    coverage = covered(tmp_path, all_well())
    many = Coverage("muchas", coverage.sentences * 100 + covered(tmp_path, []).unverified[:1])
    assert (len(many.sentences), many.percent) == (601, 99)
    assert Coverage("ninguna", ()).percent == 100


def test_a_second_scenario_of_the_guide_takes_orders_too(tmp_path: Path) -> None:
    text = GUIDE.replace("navegador. {", "navegador. También puede escribir la dirección. {")
    scenarios = all_well()
    assert covered(tmp_path, scenarios, text).percent == 100
    assert other_way().name == scenarios[1].name
    del scenarios[1]
    assert [one.step for one in covered(tmp_path, scenarios, text).unverified] == [1]
