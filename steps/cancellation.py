"""Cancelling an appointment (Cancelación, steps 7 to 9)."""

from pytest_bdd import given, then, when

from steps.captcha import SolveCaptcha
from steps.control import Control
from steps.person import Person, full_name
from steps.reader import Reader
from steps.screens.cancellation import Cancellation
from steps.screens.clickable import clickable
from steps.screens.field import field
from steps.sentence import Sentence

TITLE = "Cancela cita"

# What looks like nothing, by the name that the sentences give it.
_INVISIBLE = {
    "espacios": "   ",
    "espacios duros": "\u00a0\u00a0",
    "espacios de ancho cero": "\u200b\u200b",
}


@then(Sentence("ve sus datos y no los puede modificar"))
def sees_fixed_data(reader: Reader, person: Person) -> None:
    """Comprueba que están los datos de quien lee, como texto que no se puede cambiar."""
    Cancellation(reader).sees_fixed_data(person)


@then(Sentence('ve la cita del {date} con horario "{schedule}"'))
def sees_appointment(reader: Reader, date: str, schedule: str) -> None:
    """Comprueba que está la cita de ese día, con ese horario."""
    Cancellation(reader).sees_appointment(date, schedule)


@then(Sentence("puede elegir la cita del {date}"))
def can_choose_appointment(reader: Reader, date: str) -> None:
    """Comprueba que la cita de ese día se sigue ofreciendo."""
    Cancellation(reader).sees_choice(date)


@when(Sentence("elige la cita del {date}"))
def chooses_appointment(reader: Reader, date: str) -> None:
    """Elige, por su fecha, una cita de la lista."""
    Cancellation(reader).choose_appointment(date)


@then(Sentence("ve los datos de la cita:"))
def sees_detail(reader: Reader, datatable: list[list[str]]) -> None:
    """Comprueba los datos de la cita: en cada renglón, la etiqueta y lo que dice."""
    Cancellation(reader).sees_detail(datatable)


@when(Sentence('escribe su nombre completo en "{label}"'))
def types_full_name(reader: Reader, person: Person, label: str) -> None:
    """Escribe en un campo el nombre completo de quien lee."""
    reader.fill(field(reader.page, label), full_name(person))


@when(Sentence('elige un motivo en "{label}"'))
def chooses_reason(reader: Reader, label: str) -> None:
    """Elige la primera opción de una lista, después de la que solo invita a elegir."""
    reader.select(field(reader.page, label), option=1)


@when(Sentence("cancela la cita"))
def cancels(reader: Reader, person: Person, solve_captcha: SolveCaptcha) -> None:
    """Llena los campos de la cancelación, con el código correcto, y oprime «Cancelar cita»."""
    Cancellation(reader).fill(person, solve_captcha(reader.page))
    reader.follow(clickable(reader.page, "Cancelar cita"))


@then(Sentence('ve el aviso "{text}"'))
def sees_notice(reader: Reader, text: str) -> None:
    """Comprueba que la pantalla muestra ese aviso."""
    Cancellation(reader).sees_notice(text)


@when(Sentence("llena la cancelación"))
def fills(reader: Reader, person: Person, solve_captcha: SolveCaptcha) -> None:
    """Llena los campos de la cancelación, con el código correcto, y no la envía."""
    Cancellation(reader).fill(person, solve_captcha(reader.page))


@when(Sentence('deja vacío "{label}"'))
def leaves_empty(reader: Reader, label: str) -> None:
    """Borra lo que hay en un campo, o deja su lista sin elegir."""
    Cancellation(reader).leave_empty(label)


@when(Sentence('elige el motivo "{reason}"'))
def chooses_that_reason(reader: Reader, reason: str) -> None:
    """Elige el motivo por lo que dice."""
    reader.choose(field(reader.page, "Motivo*"), reason)


@when(Sentence('escribe solo "{text}" en "{label}"'))
def types_only(reader: Reader, text: str, label: str) -> None:
    """Escribe en un campo algo que no se ve: espacios de una clase u otra."""
    reader.fill(field(reader.page, label), _INVISIBLE[text])


@when(Sentence('escribe {number} letras en "{label}"'))
def types_letters(reader: Reader, number: str, label: str) -> None:
    """Escribe muchas letras en un campo."""
    reader.fill(field(reader.page, label), "Ñ" * int(number))


@when(
    Sentence('altera el formulario con la cita "{key}" de la persona del ejemplo de la {example}')
)
def forges_appointment(reader: Reader, control: Control, key: str, example: str) -> None:
    """Altera el formulario, como lo haría quien quiere cancelar la cita de alguien más."""
    Cancellation(reader).forge(control.person(example), key)


@when(Sentence('altera el motivo elegido para que diga "{value}"'))
def forges_reason(reader: Reader, value: str) -> None:
    """Altera la opción elegida, como lo haría quien quiere enviar otra cosa."""
    reader.forge_choice(field(reader.page, "Motivo*"), value)


@then(Sentence("la lista de motivos ofrece:"))
def sees_reasons(reader: Reader, datatable: list[list[str]]) -> None:
    """Comprueba los motivos de la lista: todos y en ese orden."""
    Cancellation(reader).sees_reasons([text for [text] in datatable])


@when(Sentence('elige el error "{text}"'))
def chooses_error(reader: Reader, text: str) -> None:
    """Elige un error de la lista de errores, que lleva a su campo."""
    reader.click(clickable(reader.page, text))


@then(Sentence('llega al campo "{label}"'))
def is_at_field(reader: Reader, label: str) -> None:
    """Comprueba que lo que se escriba ahora va a dar a ese campo."""
    reader.is_at(field(reader.page, label))


@then(Sentence('"{label}" dice su error "{text}"'))
def field_tells_error(reader: Reader, label: str, text: str) -> None:
    """Comprueba que el campo dice su error también a quien no lo ve."""
    reader.is_told(field(reader.page, label), text)


@given(Sentence("que las 36 horas de anticipación se piden, pero no se exigen"))
def notice_is_a_warning(control: Control) -> None:
    """Configura el portal para que avise de las 36 horas sin impedir la cancelación."""
    control.set_notice("warning")


@then(Sentence('el aviso no dice "{text}"'))
def sees_notice_without(reader: Reader, text: str) -> None:
    """Comprueba que el aviso no dice ese texto."""
    Cancellation(reader).sees_notice_without(text)
