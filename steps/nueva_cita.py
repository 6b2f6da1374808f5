"""Booking an appointment: day, slot, captcha, key (Agendar, steps 6 to 9)."""

from pytest_bdd import given, then, when

from steps.addresses import PortalAddresses
from steps.captcha import SolveCaptcha
from steps.control import Control
from steps.dates import date_of, moment_of
from steps.journeys import searches_own_data
from steps.person import Person
from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.screens.field import field
from steps.screens.nueva_cita import Booking
from steps.screens.table import sees_rows
from steps.sentence import Sentence

TITLE = "Nueva cita"

# What stands in a table for the key that the portal gave.
NOTED = "la que apuntó"


@given(Sentence("que todos los lugares del {date} están ocupados"))
def day_is_full(control: Control, date: str) -> None:
    """Ocupa con otras personas todos los lugares de un día."""
    control.fill_day(date_of(date))


@given(Sentence("que la unidad administrativa cierra el {date}"))
def office_is_closed(control: Control, date: str) -> None:
    """Cierra la oficina un día."""
    control.close_office(date_of(date))


@given(Sentence("que llegó a elegir el día de su nueva cita"))
def reached_days(reader: Reader, addresses: PortalAddresses, person: Person) -> None:
    """Llega por lo más corto a la pantalla en que se elige el día de la cita."""
    searches_own_data(reader, addresses, person, "Nueva cita")


@when(Sentence("elige el día {date}"))
def chooses_day(reader: Reader, date: str) -> None:
    """Elige un día para la cita."""
    Booking(reader).choose_day(date)


@when(Sentence('elige el horario "{hours}" en la ventanilla "{window}"'))
def chooses_slot(reader: Reader, hours: str, window: str) -> None:
    """Elige el horario de una ventanilla."""
    Booking(reader).choose_slot(hours, window)


@when(Sentence("confirma la cita"))
def confirms(reader: Reader, solve_captcha: SolveCaptcha) -> None:
    """Escribe el código de la imagen y oprime «Agendar cita»."""
    reader.fill(field(reader.page, "Código captcha*"), solve_captcha(reader.page))
    reader.follow(clickable(reader.page, "Agendar cita"))


@when(Sentence('otra persona agenda antes el {date} a las {time} en la ventanilla "{window}"'))
def somebody_books_first(control: Control, date: str, time: str, window: str) -> None:
    """Otra persona ocupa ese lugar en el portal."""
    control.take_slot(moment_of(date, time), window)


@then(Sentence('en el {date} dice "{text}" y no se puede elegir'))
def day_has_no_choice(reader: Reader, date: str, text: str) -> None:
    """Comprueba que un día está en la lista, con esa explicación, y no se puede elegir."""
    Booking(reader).sees_no_choice(date, text)


@then(Sentence("el {date} no está entre los días que puede elegir"))
def day_is_missing(reader: Reader, date: str) -> None:
    """Comprueba que un día no se ofrece."""
    Booking(reader).sees_no_day(date)


@then(Sentence('puede elegir el horario "{hours}" en la ventanilla "{window}"'))
def slot_is_offered(reader: Reader, hours: str, window: str) -> None:
    """Comprueba que se ofrece el horario de una ventanilla."""
    Booking(reader).sees_slot(hours, window)


@then(Sentence('no puede elegir el horario "{hours}" en la ventanilla "{window}"'))
def slot_is_missing(reader: Reader, hours: str, window: str) -> None:
    """Comprueba que no se ofrece el horario de una ventanilla."""
    Booking(reader).sees_no_slot(hours, window)


@then(Sentence("el aviso dice hasta cuándo y cómo puede cancelarla:"))
def sees_how_to_cancel(reader: Reader, datatable: list[list[str]]) -> None:
    """Comprueba lo que el aviso dice sobre cómo cancelar."""
    Booking(reader).sees_notice([text for [text] in datatable])


@then(Sentence("apunta la clave de su nueva cita"), target_fixture="noted_key")
def notes_new_key(reader: Reader) -> str:
    """Apunta la clave de la cita que se acaba de agendar, y la señala en la imagen."""
    return Booking(reader).note_key()


@then(Sentence("ve la clave que apuntó"))
def sees_noted_key(reader: Reader, noted_key: str) -> None:
    """Comprueba que la clave que se apuntó está en la pantalla."""
    Booking(reader).sees_key(noted_key)


@then(Sentence('ve en "{caption}" su nueva cita, con la clave que apuntó:'))
def sees_new_listed(
    reader: Reader, noted_key: str, caption: str, datatable: list[list[str]]
) -> None:
    """Comprueba los renglones de una tabla; donde dicen «la que apuntó», está esa clave."""
    assert any(NOTED in row for row in datatable), f"ningún renglón dice «{NOTED}»"
    rows = [[noted_key if cell == NOTED else cell for cell in row] for row in datatable]
    sees_rows(reader, caption, rows)
