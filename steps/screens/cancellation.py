"""Cancela cita: the appointment found, its detail and the notice (Cancelación, steps 7 to 9)."""

from collections.abc import Sequence

from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.screens.field import field
from steps.screens.search_form import Person, full_name


class Cancellation:
    """The three screens after the search."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def sees_fixed_data(self, person: Person) -> None:
        """Check that the person's data are shown, and shown as text."""
        self._reader.sees_pairs(
            (
                ("CURP", person.curp),
                ("Nombre(s)", person.names),
                ("Primer apellido", person.first_surname),
                ("Segundo apellido", person.second_surname),
            )
        )

    def sees_appointment(self, date: str, schedule: str) -> None:
        """Check that an appointment is offered under its two headings."""
        for column in ("Fecha de la cita", "Horario"):
            header = self._page.get_by_role("columnheader", name=column, exact=True)
            self._reader.sees(header.describe(f"la columna «{column}»"))
        row = self._page.get_by_role("row").filter(has=clickable(self._page, date))
        shown = row.get_by_text(schedule, exact=True)
        self._reader.sees(shown.describe(f"el horario «{schedule}»"))

    def choose_appointment(self, date: str) -> None:
        """Open the detail of an appointment."""
        self._reader.follow(clickable(self._page, date))

    def sees_detail(self, pairs: Sequence[Sequence[str]]) -> None:
        """Check the data of the appointment, none of which can be edited."""
        self._reader.sees_pairs(pairs)

    def fill(self, person: Person, code: str) -> None:
        """Fill the three fields of the detail: who asks, the first reason, and the code."""
        self._reader.fill(field(self._page, "Solicitante de cancelación*"), full_name(person))
        self._reader.select(field(self._page, "Motivo*"), option=1)
        self._reader.fill(field(self._page, "Código captcha*"), code)

    def sees_notice(self, text: str) -> None:
        """Check that the notice says this."""
        notice = self._page.get_by_role("status").filter(has_text=text)
        self._reader.reads(notice.describe(f"el aviso «{text}»"))
