"""What a test may arrange in a portal before anybody follows a guide there."""

from datetime import date, datetime
from typing import Protocol

from steps.screens.search_form import Person


class Control(Protocol):
    """The control interface of a portal under test; a real portal has none."""

    def set_clock(self, moment: datetime) -> None:
        """Set the portal's clock, which stands still there. `moment` is aware."""

    def person(self, example: str) -> Person:
        """Return the person of a published example: "Bitácora" or "Cancelación"."""

    def person_without_appointments(self) -> Person:
        """Return somebody who never had an appointment."""

    def fill_day(self, day: date) -> None:
        """Have other people hold every slot of a day that is still free."""

    def take_slot(self, start: datetime, window: str) -> None:
        """Have somebody else hold a slot. `start` is aware."""

    def close_office(self, day: date) -> None:
        """Close the office on a day."""

    def captcha_answer(self) -> str:
        """Return the answer to the captcha that the portal drew last."""
