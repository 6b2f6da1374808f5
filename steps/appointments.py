"""The Sistema de Citas Administrativas and its menu (both guides, steps 3 and 4)."""

from pytest_bdd import then, when

from steps.reader import Reader
from steps.screens.appointments import Appointments
from steps.sentence import Sentence


@then(Sentence('llega al "{title}"'))
@then(Sentence('llega a la pantalla "{title}"'))
def arrives(reader: Reader, title: str) -> None:
    Appointments(reader).sees_heading(title)


@when(Sentence('elige "{entry}" en el menú "{menu}"'))
def chooses_entry(reader: Reader, entry: str, menu: str) -> None:
    Appointments(reader).choose(entry, menu)
