"""What the portal says when something is wrong, and what it keeps of what was typed."""

from pytest_bdd import then

from steps.person import Person, full_name
from steps.reader import Reader
from steps.screens.field import field
from steps.screens.messages import Messages
from steps.sentence import Sentence

TITLE = "Mensajes y campos"


@then(Sentence('ve el error "{text}"'))
def sees_error(reader: Reader, text: str) -> None:
    """Comprueba que la pantalla da ese error."""
    Messages(reader).sees_error(text)


@then(Sentence('lee "{text}"'))
def reads_text(reader: Reader, text: str) -> None:
    """Comprueba que la pantalla dice ese texto."""
    Messages(reader).sees_text(text)


@then(Sentence('ve la negativa "{title}" con estos datos:'))
def sees_refusal(reader: Reader, title: str, datatable: list[list[str]]) -> None:
    """Comprueba que el portal se niega, con ese título y esas razones."""
    Messages(reader).sees_refusal(title, [text for [text] in datatable])


@then(Sentence('"{label}" conserva su nombre completo'))
def keeps_full_name(reader: Reader, person: Person, label: str) -> None:
    """Comprueba que un campo conserva el nombre completo de quien lee."""
    reader.sees_value(field(reader.page, label), full_name(person))


@then(Sentence('"{label}" está vacío'))
def is_empty(reader: Reader, label: str) -> None:
    """Comprueba que un campo está en blanco."""
    reader.sees_value(field(reader.page, label), "")


@then(Sentence("solo puede llenar estos campos:"))
def can_fill_only(reader: Reader, datatable: list[list[str]]) -> None:
    """Comprueba qué campos se pueden llenar: todos, en ese orden y ninguno más."""
    reader.can_fill_only([label for [label] in datatable])
