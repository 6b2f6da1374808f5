"""The parser of step sentences: any of them may open with the guide's step."""

import pytest

from steps.sentence import Sentence, guide_step, without_guide_step

CHOOSES = Sentence('elige "{entry}" en el menú "{menu}"')
DATE = Sentence("elige la cita del {date}")


@pytest.mark.parametrize(
    ("sentence", "number", "rest"),
    [
        ('en el paso 4 elige "Bitácora"', 4, 'elige "Bitácora"'),
        ("en el paso 12 oprime algo", 12, "oprime algo"),
        ('elige "Bitácora"', None, 'elige "Bitácora"'),
        ("lee que en el paso 4 está", None, "lee que en el paso 4 está"),
        ("En el paso 4 elige", None, "En el paso 4 elige"),
        ("en el paso cuatro elige", None, "en el paso cuatro elige"),
        ("en el paso 4", None, "en el paso 4"),
        ("en el paso 4 en el paso 5 elige", 4, "en el paso 5 elige"),
    ],
)
def test_the_opening_names_the_guides_step(sentence: str, number: int | None, rest: str) -> None:
    assert guide_step(sentence) == number
    assert without_guide_step(sentence) == rest


@pytest.mark.parametrize("opening", ["", "en el paso 4 "])
def test_a_sentence_is_taken_with_or_without_its_opening(opening: str) -> None:
    sentence = f'{opening}elige "Bitácora" en el menú "Citas"'
    assert CHOOSES.is_matching(sentence)
    assert CHOOSES.parse_arguments(sentence) == {"entry": "Bitácora", "menu": "Citas"}


def test_another_sentence_is_not_taken() -> None:
    for sentence in ('elige "Bitácora"', 'y elige "A" en el menú "B"', 'elige "A" en el menú "B":'):
        assert not CHOOSES.is_matching(sentence)
        assert CHOOSES.parse_arguments(sentence) is None


def test_a_quoted_text_ends_at_its_own_quote() -> None:
    short = Sentence('elige "{entry}"')
    assert short.parse_arguments('elige "Citas y más"') == {"entry": "Citas y más"}
    assert not short.is_matching('elige "Bitácora" en el menú "Citas"')


def test_a_quoted_text_may_be_empty() -> None:
    assert CHOOSES.parse_arguments('elige "" en el menú ""') == {"entry": "", "menu": ""}


def test_an_argument_without_quotes_is_one_word() -> None:
    assert DATE.parse_arguments("en el paso 6 elige la cita del 30/01/2024") == {
        "date": "30/01/2024"
    }
    assert not DATE.is_matching("elige la cita del 30/01/2024 a las 13:30")


def test_what_is_not_an_argument_is_taken_to_the_letter() -> None:
    plain = Sentence('ve (todo) en "{place}"…')
    assert plain.is_matching('ve (todo) en "[x]*"…')
    assert not plain.is_matching('ve todo en "x"…')
