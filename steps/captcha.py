"""The captcha, which a person reads off the picture or hears, and a test is told."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from pytest_bdd import given, then, when

from steps.addresses import PortalAddresses
from steps.control import Control
from steps.journeys import opened_detail, searches_own_data
from steps.person import Person
from steps.reader import Reader
from steps.screens.cancellation import Cancellation
from steps.screens.captcha import Captcha, seconds_of
from steps.screens.clickable import clickable
from steps.screens.field import field
from steps.screens.messages import Messages
from steps.sentence import Sentence

TITLE = "Código captcha"

# Returns the answer to the picture that a page shows now.
SolveCaptcha = Callable[[Page], str]

# What is typed of a picture's code, by the name that the sentences give it.
_TYPED: dict[str, Callable[[str], str]] = {
    "el de la imagen": str,
    "el de la imagen, en minúsculas": str.lower,
    "el de la imagen, entre espacios": "  {} ".format,
    "uno equivocado": lambda code: code[::-1] + "W",
    "nada": lambda _: "",
    "solo espacios": lambda _: "   ",
    "uno de 21 letras": lambda _: "W" * 21,
}


@dataclass(frozen=True)
class Elsewhere:
    """A form that is open in another browser, and the code that it was given."""

    reader: Reader
    code: str


@pytest.fixture
def recordings() -> list[bytes]:
    """What has been downloaded in this scenario, in order."""
    return []


@pytest.fixture
def other_reader(other_page: Page, reader: Reader) -> Reader:
    """Whoever is in a browser of their own, apart from the reader's."""
    return reader.at(other_page)


@given(Sentence('que llenó "{screen}" hasta el código captcha'), target_fixture="person")
def filled_up_to_code(
    reader: Reader, addresses: PortalAddresses, control: Control, screen: str
) -> Person:
    """Llega por lo más corto a una pantalla con captcha y llena lo demás."""
    books = screen == "Nueva cita"
    person = control.person_without_appointments() if books else control.person("Cancelación")
    searches_own_data(reader, addresses, person, screen)
    Captcha(reader).fill_the_rest(screen, person)
    return person


@given(
    Sentence("que en otro navegador abrió el detalle de su cita del {date}"),
    target_fixture="elsewhere",
)
def opened_elsewhere(
    other_reader: Reader,
    addresses: PortalAddresses,
    person: Person,
    solve_captcha: SolveCaptcha,
    date: str,
) -> Elsewhere:
    """Abre en otro navegador, por lo más corto, el detalle de la cita de ese día."""
    opened_detail(other_reader, addresses, person, date)
    return Elsewhere(other_reader, solve_captcha(other_reader.page))


@when(Sentence('escribe el código de la imagen en "{label}"'))
def types_code(reader: Reader, solve_captcha: SolveCaptcha, label: str) -> None:
    """Escribe en un campo los caracteres de la imagen."""
    reader.fill(field(reader.page, label), solve_captcha(reader.page))


@when(Sentence('escribe un código equivocado en "{label}"'))
def types_wrong_code(reader: Reader, solve_captcha: SolveCaptcha, label: str) -> None:
    """Escribe en un campo un código que no es el de la imagen."""
    reader.fill(field(reader.page, label), _TYPED["uno equivocado"](solve_captcha(reader.page)))


@when(Sentence('escribe como código captcha "{what}"'))
def types_as_code(reader: Reader, solve_captcha: SolveCaptcha, what: str) -> None:
    """Escribe en el campo del captcha el código de la imagen, o algo en su lugar."""
    Captcha(reader).type(_TYPED[what](solve_captcha(reader.page)))


@then(Sentence("el código de la imagen no está escrito en la página"))
def code_is_not_written(reader: Reader, solve_captcha: SolveCaptcha) -> None:
    """Comprueba que la página no trae el código en ninguna parte, ni donde no se ve."""
    Captcha(reader).is_not_written(solve_captcha(reader.page))


@when(Sentence("apunta el código de la imagen"), target_fixture="noted_code")
def notes_code(reader: Reader, solve_captcha: SolveCaptcha) -> str:
    """Guarda el código de la imagen para usarlo después."""
    return solve_captcha(reader.page)


@when(Sentence("llena la cancelación con un código equivocado"), target_fixture="noted_code")
def fills_with_wrong_code(reader: Reader, person: Person, solve_captcha: SolveCaptcha) -> str:
    """Llena la cancelación con un código equivocado y guarda el de la imagen."""
    right = solve_captcha(reader.page)
    Cancellation(reader).fill(person, _TYPED["uno equivocado"](right))
    return right


@when(Sentence('escribe en "{label}" el código de la imagen anterior'))
@when(Sentence('escribe en "{label}" el código que apuntó'))
def types_noted_code(reader: Reader, noted_code: str, label: str) -> None:
    """Escribe en un campo el código que se guardó antes."""
    reader.fill(field(reader.page, label), noted_code)


@when(Sentence('escribe en "{label}" el código que le dieron al otro navegador'))
def types_code_of_elsewhere(reader: Reader, elsewhere: Elsewhere, label: str) -> None:
    """Escribe en un campo el código de la imagen del otro navegador."""
    reader.fill(field(reader.page, label), elsewhere.code)


@when(Sentence("altera el formulario para que su imagen sea la del otro navegador"))
def forges_captcha(reader: Reader, elsewhere: Elsewhere) -> None:
    """Altera el formulario para que se juzgue con la imagen del otro navegador."""
    Captcha(reader).forge(Captcha(elsewhere.reader).id())


@when(Sentence("cancela en el otro navegador con el código que ahí le dieron"))
def cancels_elsewhere(elsewhere: Elsewhere, person: Person) -> None:
    """Cancela en el otro navegador, con el código de su imagen, la cita que ahí abrió."""
    reader = elsewhere.reader
    Cancellation(reader).fill(person, elsewhere.code)
    reader.follow(clickable(reader.page, "Cancelar cita"))


@then(Sentence('en el otro navegador ve el aviso "{text}"'))
def sees_notice_elsewhere(elsewhere: Elsewhere, text: str) -> None:
    """Comprueba el aviso que da el portal en el otro navegador."""
    Cancellation(elsewhere.reader).sees_notice(text)


@then(Sentence('en el otro navegador no se abren la imagen ni el audio: lee "{text}"'))
def nothing_to_see_elsewhere(reader: Reader, elsewhere: Elsewhere, text: str) -> None:
    """Comprueba que la imagen y el audio solo se abren en el navegador que los pidió."""
    for address in Captcha(reader).addresses():
        elsewhere.reader.open(address)
        Messages(elsewhere.reader).sees_text(text)


@then(Sentence('"{label}" conserva la opción "{option}"'))
def keeps_option(reader: Reader, label: str, option: str) -> None:
    """Comprueba cuál opción de una lista está elegida."""
    chosen = field(reader.page, label).get_by_role("option", selected=True)
    reader.sees_texts(chosen.describe(f"la opción de «{label}»"), [option])


@when(Sentence('abre "Escuchar el código"'))
def opens_audio(reader: Reader) -> None:
    """Abre el audio del código."""
    Captcha(reader).open_audio()


@then(Sentence("el código se escucha"))
def hears_code(reader: Reader) -> None:
    """Pone el audio del código y comprueba que suena."""
    Captcha(reader).hear()


@when(Sentence("descarga el audio del código"))
def downloads_audio(reader: Reader, recordings: list[bytes]) -> None:
    """Descarga el audio del código."""
    recordings.append(Captcha(reader).download())


@then(Sentence("el audio descargado dura entre {least} y {most} segundos"))
def audio_lasts(recordings: list[bytes], least: str, most: str) -> None:
    """Comprueba cuánto dura el último audio que se descargó."""
    seconds = seconds_of(recordings[-1])
    assert int(least) < seconds < int(most), f"el audio dura {seconds:.1f} segundos"


@then(Sentence("los dos audios descargados son distintos"))
def audios_differ(recordings: list[bytes]) -> None:
    """Comprueba que los audios de dos códigos no son el mismo archivo."""
    first, second = recordings
    assert first != second, "los dos audios son el mismo"
