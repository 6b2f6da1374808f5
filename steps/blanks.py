"""Blanks that a person does not notice (Cancelación, note of step 6)."""

from pytest_bdd import when

from steps.reader import Reader
from steps.screens.search_form import FIELDS, Person, SearchForm
from steps.sentence import Sentence

_WITH_BLANK = {"al principio": " {}", "al final": "{} "}


@when(
    Sentence('escribe sus datos con un espacio "{place}" de "{label}"'),
    target_fixture="typed",
)
def types_with_blank(reader: Reader, person: Person, place: str, label: str) -> dict[str, str]:
    values = (person.curp, person.names, person.first_surname, person.second_surname)
    typed = dict(zip(FIELDS, values, strict=True))
    typed[label] = _WITH_BLANK[place].format(typed[label])
    for field, value in typed.items():
        SearchForm(reader).type(field, value)
    return typed
