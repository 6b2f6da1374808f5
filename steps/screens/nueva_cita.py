"""Nueva cita: the days, the slots of a day, and the notice with the key."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator

from steps.reader import Reader
from steps.screens.clickable import clickable

_KEY = re.compile(r"^[A-Z0-9]{6}$")


class Booking:
    """The screens after the search."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def choose_day(self, date: str) -> None:
        """Go to the slots of a day."""
        self._reader.follow(clickable(self._page, date))

    def choose_slot(self, hours: str, window: str) -> None:
        """Go to what would be booked."""
        self._reader.follow(self._slot(hours, window))

    def sees_no_choice(self, date: str, text: str) -> None:
        """Check that a day is shown, says this, and cannot be chosen."""
        days = self._page.get_by_role("listitem").or_(self._page.get_by_role("cell"))
        day = days.filter(has_text=date)
        said = day.get_by_text(text, exact=True)
        self._reader.sees(said.describe(f"«{text}» en el {date}"))
        self._reader.does_not_see(clickable(self._page, date))

    def sees_no_day(self, date: str) -> None:
        """Check that the days are shown, and not this one among them."""
        self._sees_heading("Elige el día")
        self._reader.does_not_see(self._page.get_by_text(date).describe(f"el {date}"))

    def sees_slot(self, hours: str, window: str) -> None:
        """Check that a slot can be chosen."""
        self._reader.sees(self._slot(hours, window))

    def sees_no_slot(self, hours: str, window: str) -> None:
        """Check that the day's slots are shown, and not this one among them."""
        self._sees_heading("Elige el horario y la ventanilla")
        self._reader.does_not_see(self._slot(hours, window))

    def sees_notice(self, texts: Sequence[str]) -> None:
        """Check that the notice says all of this."""
        for text in texts:
            notice = self._page.get_by_role("status").filter(has_text=text)
            self._reader.sees(notice.describe(f"en el aviso, «{text}»"))

    def note_key(self) -> str:
        """Take note of the key that the notice gives."""
        key = self._page.get_by_role("status").get_by_text(_KEY)
        self._reader.reads(key.describe("la clave de la cita"))
        return key.inner_text()

    def sees_key(self, key: str) -> None:
        """Check which key the screen gives."""
        self._reader.sees_pairs([("Clave de la cita", key)])

    def _slot(self, hours: str, window: str) -> Locator:
        """Return the window that says its hours, or stands in the row of a table that does."""
        slot = f"{hours}, ventanilla {window}"
        row = self._page.get_by_role("row").filter(has=self._page.get_by_text(hours, exact=True))
        return clickable(self._page, slot).or_(clickable(row, window)).describe(f"«{slot}»")

    def _sees_heading(self, beginning: str) -> None:
        heading = self._page.get_by_role("heading", name=beginning)
        self._reader.sees(heading.describe(f"«{beginning}»"))
