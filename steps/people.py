"""Who follows the guide."""

from zoneinfo import ZoneInfo

from pytest_bdd import given

from steps.control import Control
from steps.dates import moment_of
from steps.person import Person
from steps.sentence import Sentence

TITLE = "Quién sigue la guía"


@given(Sentence("que quien lee es una persona sin citas"), target_fixture="person")
def person_without_appointments(control: Control) -> Person:
    """Quien sigue la guía es una persona ficticia sin citas."""
    return control.person_without_appointments()


@given(Sentence("que quien lee es una persona con un solo apellido"), target_fixture="person")
def person_with_one_surname(control: Control) -> Person:
    """Quien sigue la guía es una persona ficticia sin segundo apellido y sin citas."""
    return control.person_with_one_surname()


@given(
    Sentence('que quien lee es una persona con la cita "{key}" del {date} a las {time}'),
    target_fixture="person",
)
def person_with_appointment(
    control: Control, office_zone: ZoneInfo, key: str, date: str, time: str
) -> Person:
    """Quien sigue la guía es una persona ficticia con una sola cita, esa."""
    return control.person_with_appointment(key, moment_of(date, time, zone=office_zone))


@given(Sentence("que quien lee es la persona del ejemplo de la {example}"), target_fixture="person")
def example_person(control: Control, example: str) -> Person:
    """Quien sigue la guía es la persona ficticia del ejemplo de una guía publicada."""
    return control.person(example)
