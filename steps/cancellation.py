"""Cancelling an appointment (Cancelación, steps 7 to 9)."""

from pytest_bdd import then, when

from steps.captcha import SolveCaptcha
from steps.reader import Reader
from steps.screens.cancellation import Cancellation
from steps.screens.clickable import clickable
from steps.screens.field import field
from steps.screens.search_form import Person, full_name
from steps.sentence import Sentence


@then(Sentence("ve sus datos y no los puede modificar"))
def sees_fixed_data(reader: Reader, person: Person) -> None:
    Cancellation(reader).sees_fixed_data(person)


@then(Sentence('ve la cita del {date} con horario "{schedule}"'))
def sees_appointment(reader: Reader, date: str, schedule: str) -> None:
    Cancellation(reader).sees_appointment(date, schedule)


@when(Sentence("elige la cita del {date}"))
def chooses_appointment(reader: Reader, date: str) -> None:
    Cancellation(reader).choose_appointment(date)


@then(Sentence("ve los datos de la cita:"))
def sees_detail(reader: Reader, datatable: list[list[str]]) -> None:
    Cancellation(reader).sees_detail(datatable)


@when(Sentence('escribe su nombre completo en "{label}"'))
def types_full_name(reader: Reader, person: Person, label: str) -> None:
    reader.fill(field(reader.page, label), full_name(person))


@when(Sentence('elige un motivo en "{label}"'))
def chooses_reason(reader: Reader, label: str) -> None:
    reader.select(field(reader.page, label), option=1)


@when(Sentence('escribe el código de la imagen en "{label}"'))
def types_captcha(reader: Reader, solve_captcha: SolveCaptcha, label: str) -> None:
    reader.fill(field(reader.page, label), solve_captcha())


@when(Sentence("cancela la cita"))
def cancels(reader: Reader, person: Person, solve_captcha: SolveCaptcha) -> None:
    Cancellation(reader).fill(person, solve_captcha())
    reader.follow(clickable(reader.page, "Cancelar cita"))


@when(
    Sentence("llena la cancelación con un código equivocado"),
    target_fixture="previous_code",
)
def fills_with_wrong_code(reader: Reader, person: Person, solve_captcha: SolveCaptcha) -> str:
    right = solve_captcha()
    Cancellation(reader).fill(person, code=right[::-1] + "W")
    return right


@when(Sentence('escribe en "{label}" el código de la imagen anterior'))
def types_previous_code(reader: Reader, previous_code: str, label: str) -> None:
    reader.fill(field(reader.page, label), previous_code)


@then(Sentence('ve el aviso "{text}"'))
def sees_notice(reader: Reader, text: str) -> None:
    Cancellation(reader).sees_notice(text)
