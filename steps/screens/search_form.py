"""The form that looks a person up (Bitácora, step 6; Cancelación, steps 5 and 6)."""

from collections.abc import Mapping, Sequence

from playwright.sync_api import Locator

from steps.person import Person
from steps.reader import Reader
from steps.screens.field import field

FIELDS = ("Ingresar RFC/CURP*", "Nombre(s)*", "Primer apellido*", "Segundo apellido")


def data_of(person: Person) -> dict[str, str]:
    """Return what a person types to be looked up by the CURP, by the fields' labels."""
    values = (person.curp, person.names, person.first_surname, person.second_surname)
    return dict(zip(FIELDS, values, strict=True))


class SearchForm:
    """Four fields and a button, the same wherever a person is looked up."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def sees_fields(self) -> None:
        """Check that everything the guide asks for can be typed here."""
        for label in FIELDS:
            self._reader.sees(field(self._page, label))
        group = self._page.get_by_role(
            "group", name="Datos de quien requiere la cita administrativa"
        )
        self._reader.sees(
            group.describe("el grupo «Datos de quien requiere la cita administrativa»")
        )

    def fill(self, person: Person) -> None:
        """Type a person's data to the letter, looking them up by the CURP."""
        self.type_all(data_of(person))

    def fill_by_rfc(self, person: Person) -> None:
        """Type a person's data to the letter, looking them up by the RFC."""
        self.type_all(data_of(person) | {FIELDS[0]: person.rfc})

    def type_all(self, data: Mapping[str, str]) -> None:
        """Type every field, by its label."""
        for label, value in data.items():
            self.type(label, value)

    def type(self, label: str, value: str) -> None:
        """Type one field."""
        self._reader.fill(field(self._page, label), value)

    def sees_errors(self, errors: Sequence[str]) -> None:
        """Check what the form lists as wrong: all of it, in order."""
        self._reader.sees_texts(self._errors.describe("los errores"), errors)

    def is_left(self) -> None:
        """Check that another screen has come, and says of nothing that it is wrong."""
        self._reader.does_not_see(self._page.get_by_role("alert").describe("un error"))
        self._reader.does_not_see(field(self._page, FIELDS[0]))

    def sees_values(self, data: Mapping[str, str]) -> None:
        """Check what every field holds, to the letter."""
        for label, value in data.items():
            self._reader.sees_value(field(self._page, label), value)

    def errors(self, described: str) -> tuple[str, ...]:
        """Wait for what is wrong to be told, and return it: each error, or the one general text."""
        self._reader.sees(self._page.get_by_role("alert").describe(described))
        return tuple(self._errors.all_inner_texts())

    def values(self) -> dict[str, str]:
        """Return what every field holds, by its label."""
        return {label: field(self._page, label).input_value() for label in FIELDS}

    def words(self) -> str:
        """Return all that the screen says: its title and text, without what its fields hold."""
        return f"{self._page.title()}\n{self._page.locator('body').inner_text()}"

    @property
    def _errors(self) -> Locator:
        alert = self._page.get_by_role("alert")
        return alert.get_by_role("listitem").or_(alert.get_by_role("paragraph"))
