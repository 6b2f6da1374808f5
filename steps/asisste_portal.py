"""The Portal ASISSSTE (all guides, steps 1 to 3)."""

from pytest_bdd import then, when

from steps.reader import Reader
from steps.screens.asisste_portal import AsisstePortal
from steps.sentence import Sentence

TITLE = "Portal ASISSSTE"


@then(Sentence('llega al portal "{title}"'))
def arrives_at_portal(reader: Reader, title: str) -> None:
    """Comprueba que se llegó al portal de ese nombre."""
    AsisstePortal(reader).sees_title(title)


@then(Sentence('ve las pestañas "{first}", "{second}" y "{third}"'))
def sees_tabs(reader: Reader, first: str, second: str, third: str) -> None:
    """Comprueba que el portal tiene esas tres pestañas, en ese orden."""
    AsisstePortal(reader).sees_tabs((first, second, third))


@when(Sentence('elige la pestaña "{name}"'))
def chooses_tab(reader: Reader, name: str) -> None:
    """Elige una pestaña del portal."""
    AsisstePortal(reader).choose_tab(name)


@then(Sentence('ve en "{heading}" estas opciones:'))
def sees_options(reader: Reader, heading: str, datatable: list[list[str]]) -> None:
    """Comprueba las opciones que hay bajo un título: todas, en ese orden y ninguna más."""
    AsisstePortal(reader).sees_options(heading, [name for [name] in datatable])


@when(Sentence('elige la opción "{name}"'))
def chooses_option(reader: Reader, name: str) -> None:
    """Elige una opción de la lista del portal."""
    AsisstePortal(reader).choose_option(name)
