"""What a browser lets anybody do on any screen: two windows, the way back, another click."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext
from pytest_bdd import given, when

from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.sentence import Sentence

TITLE = "Ventanas y navegador"


@when(Sentence("abre la misma pantalla en otra ventana"))
def opens_another_window(reader: Reader) -> None:
    """Abre la misma dirección en otra ventana y sigue ahí."""
    reader.open_window()


@when(Sentence("pasa a la otra ventana"))
def goes_to_the_other_window(reader: Reader) -> None:
    """Sigue en la otra de las dos ventanas."""
    reader.change_window()


@when(Sentence("regresa a la pantalla anterior"))
def goes_back(reader: Reader) -> None:
    """Usa la flecha de regreso del navegador."""
    reader.go_back()


@when(Sentence("vuelve a cargar la pantalla"))
def reloads(reader: Reader) -> None:
    """Vuelve a cargar la pantalla, con el botón del navegador."""
    reader.reload()


@when(Sentence('oprime dos veces seguidas "{name}"'))
def presses_twice(reader: Reader, name: str) -> None:
    """Oprime algo dos veces, muy rápido."""
    reader.double_click(clickable(reader.page, name))


@when(Sentence("abre la misma dirección en otro navegador"), target_fixture="reader")
def opens_elsewhere(reader: Reader, new_context: Callable[[], BrowserContext]) -> Reader:
    """Abre la misma dirección en un navegador que no comparte nada con el primero."""
    other = reader.at(new_context().new_page())
    other.open(reader.page.url)
    return other


@given(Sentence("que lee en una pantalla de {width} por {height}"))
def reads_on_a_screen_of(reader: Reader, width: str, height: str) -> None:
    """Fija el tamaño de la ventana, en píxeles."""
    reader.resize(int(width), int(height))
