"""The form that looks a person up (Bitácora, step 6; Cancelación, steps 5 and 6)."""

from typing import Protocol

from steps.reader import Reader
from steps.screens.field import field

FIELDS = ("Ingresar RFC/CURP*", "Nombre(s)*", "Primer apellido*", "Segundo apellido")


class Person(Protocol):
    """The data by which the portal knows someone, exactly as registered in SINAVID."""

    @property
    def curp(self) -> str: ...  # noqa: D102  # the field says it
    @property
    def rfc(self) -> str: ...  # noqa: D102
    @property
    def names(self) -> str: ...  # noqa: D102
    @property
    def first_surname(self) -> str: ...  # noqa: D102
    @property
    def second_surname(self) -> str: ...  # noqa: D102


def full_name(person: Person) -> str:
    """Return a person's name as they would write it."""
    return f"{person.names} {person.first_surname} {person.second_surname}".strip()


class SearchForm:
    """Four fields and a button, the same in both guides."""

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
        values = (person.curp, person.names, person.first_surname, person.second_surname)
        for label, value in zip(FIELDS, values, strict=True):
            self.type(label, value)

    def type(self, label: str, value: str) -> None:
        """Type one field."""
        self._reader.fill(field(self._page, label), value)
