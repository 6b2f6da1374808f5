"""Data that differ by what a person does not notice (Cancelación, note of step 6)."""

from pytest_bdd import then, when

from steps.addresses import PortalAddresses
from steps.attempts import Attempt, Variant, check_each, search_each
from steps.control import Control
from steps.person import Person
from steps.reader import Reader
from steps.screens.search_form import FIELDS, SearchForm
from steps.sentence import Sentence

TITLE = "Datos escritos con algún cambio"


@when(Sentence('escribe sus datos con "{change}" en "{label}"'), target_fixture="typed")
def types_with_change(reader: Reader, person: Person, change: str, label: str) -> dict[str, str]:
    """Llena el formulario de búsqueda con un cambio en uno de sus campos."""
    typed = Variant((label,), change).of(person)
    SearchForm(reader).type_all(typed)
    return typed


@when(Sentence("escribe sus datos con estos cambios:"), target_fixture="typed")
def types_with_changes(
    reader: Reader, person: Person, datatable: list[list[str]]
) -> dict[str, str]:
    """Llena el formulario de búsqueda con un cambio en cada campo de la tabla."""
    rows = datatable[1:]
    typed = {label: Variant((label,), change).of(person)[label] for label, change in rows}
    SearchForm(reader).type_all(typed)
    return typed


@then(Sentence("lee estos errores, y ninguno más:"))
def reads_errors(reader: Reader, datatable: list[list[str]]) -> None:
    """Comprueba la lista de errores del formulario: todos y ninguno más."""
    SearchForm(reader).sees_errors([text for [text] in datatable])


@then(Sentence("cada campo conserva lo que escribió"))
def keeps_everything(reader: Reader, typed: dict[str, str]) -> None:
    """Comprueba que los campos conservan, letra por letra, lo que se escribió."""
    SearchForm(reader).sees_values(typed)


@when(Sentence('busca en "{screen}" con cada uno de estos cambios:'), target_fixture="attempts")
def tries_each(
    reader: Reader,
    addresses: PortalAddresses,
    person: Person,
    screen: str,
    datatable: list[list[str]],
) -> list[Attempt]:
    """Hace una búsqueda por renglón: el campo, el cambio y los errores que debe dar."""
    variants = [
        Variant((label,), change, tuple(errors)) for label, change, *errors in datatable[1:]
    ]
    return search_each(reader, addresses.screens[screen], person, variants)


@when(
    Sentence('busca en "{screen}" con cada uno de estos cambios en los cuatro campos:'),
    target_fixture="attempts",
)
def tries_each_everywhere(
    reader: Reader,
    addresses: PortalAddresses,
    person: Person,
    screen: str,
    datatable: list[list[str]],
) -> list[Attempt]:
    """Hace una búsqueda por renglón, con el mismo cambio en los cuatro campos."""
    variants = [Variant(FIELDS, change, _in_every_field(has)) for change, has in datatable[1:]]
    return search_each(reader, addresses.screens[screen], person, variants)


@when(
    Sentence('repite en "{screen}" cada búsqueda con los datos de alguien que no está registrado'),
    target_fixture="repeated",
)
def tries_each_as_nobody(
    reader: Reader,
    addresses: PortalAddresses,
    control: Control,
    attempts: list[Attempt],
    screen: str,
) -> list[Attempt]:
    """Repite las búsquedas con los datos de alguien que el portal no conoce."""
    nobody, address = control.unregistered_person(), addresses.screens[screen]
    return search_each(reader, address, nobody, [one.variant for one in attempts])


@then(Sentence("cada vez lee lo que debe leer, y nada más"))
def each_is_answered(attempts: list[Attempt]) -> None:
    """Comprueba que cada búsqueda dio los errores que dice su renglón."""
    check_each(attempts, lambda one: (one.variant.errors, one.errors))


@then(Sentence('cada vez lee "{text}", y nada más'))
def each_is_answered_alike(attempts: list[Attempt], text: str) -> None:
    """Comprueba que todas las búsquedas dieron ese único error."""
    check_each(attempts, lambda one: ((text,), one.errors))


@then(Sentence("cada vez los cuatro campos conservan lo que escribió"))
def each_is_kept(attempts: list[Attempt]) -> None:
    """Comprueba que, en cada búsqueda, los campos conservan lo que se escribió."""
    check_each(attempts, lambda one: (one.typed, one.kept))


@then(Sentence("la pantalla dice lo mismo las dos veces"))
def both_say_the_same(attempts: list[Attempt], repeated: list[Attempt]) -> None:
    """Comprueba que la pantalla no deja saber si una persona está registrada."""
    pages = {one.variant: one.page for one in repeated}
    check_each(attempts, lambda one: (pages.get(one.variant), one.page))


def _in_every_field(has: str) -> tuple[str, ...]:
    return tuple(f"El campo «{label.removesuffix('*')}» tiene {has}." for label in FIELDS)
