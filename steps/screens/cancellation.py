"""Cancela cita: the appointment found, its detail and the notice (Cancelación, steps 7 to 9)."""

from collections.abc import Sequence

from steps.person import Person, full_name
from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.screens.field import field


class Cancellation:
    """The three screens after the search."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def sees_fixed_data(self, person: Person) -> None:
        """Check that the person's data are shown, and shown as text.

        Who has no second surname may read anything, or nothing, in its place.
        """
        pairs = (
            ("CURP", person.curp),
            ("Nombre(s)", person.names),
            ("Primer apellido", person.first_surname),
            ("Segundo apellido", person.second_surname),
        )
        self._reader.sees_pairs([(term, value) for term, value in pairs if value])

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

    def sees_choice(self, date: str) -> None:
        """Check that the appointment of that day can still be opened."""
        self._reader.sees(clickable(self._page, date))

    def can_cancel(self) -> None:
        """Check that the detail is open, from which an appointment is cancelled."""
        self._reader.sees(clickable(self._page, "Cancelar cita"))

    def sees_detail(self, pairs: Sequence[Sequence[str]]) -> None:
        """Check the data of the appointment, none of which can be edited."""
        self._reader.sees_pairs(pairs)

    def fill(self, person: Person, code: str) -> None:
        """Fill the three fields of the detail: who asks, the first reason, and the code."""
        self._reader.fill(field(self._page, "Solicitante de cancelación*"), full_name(person))
        self._reader.select(field(self._page, "Motivo*"), option=1)
        self._reader.fill(field(self._page, "Código captcha*"), code)

    def leave_empty(self, label: str) -> None:
        """Take back what was chosen or typed in one of the three fields."""
        if label == "Motivo*":
            self._reader.select(field(self._page, label), option=0)
        else:
            self._reader.fill(field(self._page, label), "")

    def forge(self, person: Person, key: str) -> None:
        """Have the form name somebody else's appointment, in all the words that it might heed."""
        forged = dict.fromkeys(("clave", "clave_cita", "cita", "key", "appointment"), key)
        forged |= dict.fromkeys(("curp", "identidad", "persona", "person"), person.curp)
        forged |= {"rfc": person.rfc, "nombres": person.names, "ventanilla": "01"}
        for name, value in forged.items():
            self._reader.forge(field(self._page, "Motivo*"), name, value)

    def sees_reasons(self, texts: Sequence[str]) -> None:
        """Check what the list of reasons offers, all of it and in order."""
        options = field(self._page, "Motivo*").get_by_role("option")
        self._reader.sees_texts(options.describe("la lista de «Motivo*»"), texts)

    def sees_notice_without(self, text: str) -> None:
        """Check that there is a notice, and that it does not say this."""
        notice = self._page.get_by_role("status")
        self._reader.sees(notice.describe("el aviso"))
        said = notice.filter(has_text=text)
        self._reader.does_not_see(said.describe(f"en el aviso, «{text}»"))

    def sees_notice(self, text: str) -> None:
        """Check that the notice says this."""
        notice = self._page.get_by_role("status").filter(has_text=text)
        self._reader.reads(notice.describe(f"el aviso «{text}»"))
