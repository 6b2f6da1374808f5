"""The Sistema de Citas Administrativas and its menu (all guides, steps 3 and 4)."""

from pytest_bdd import then, when

from steps.reader import Reader
from steps.screens.appointments import Appointments
from steps.sentence import Sentence

TITLE = "Sistema de Citas Administrativas"


@then(Sentence('llega al "{title}"'))
@then(Sentence('llega a la pantalla "{title}"'))
def arrives(reader: Reader, title: str) -> None:
    """Comprueba que la pantalla a la que se llegó tiene ese título."""
    Appointments(reader).sees_heading(title)


@then(Sentence('tiene el menú "{menu}" en la esquina superior derecha'))
def has_menu_at_top_right(reader: Reader, menu: str) -> None:
    """Comprueba que el menú está arriba y a la derecha de la ventana."""
    Appointments(reader).has_at_top_right(menu)


@when(Sentence('elige "{entry}" en el menú "{menu}"'))
def chooses_entry(reader: Reader, entry: str, menu: str) -> None:
    """Abre un menú y elige una de sus opciones."""
    Appointments(reader).choose(entry, menu)
