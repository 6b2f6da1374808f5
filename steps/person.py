"""Who follows a guide."""

from typing import Protocol


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
