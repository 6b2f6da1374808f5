"""What a test may arrange in a portal before anybody follows a guide there."""

from datetime import datetime
from typing import Protocol

from steps.screens.search_form import Person


class Control(Protocol):
    """The control interface of a portal under test; a real portal has none."""

    def set_clock(self, moment: datetime) -> None:
        """Set the portal's clock, which stands still there. `moment` is aware."""

    def person(self, example: str) -> Person:
        """Return the person of a published example: "Bitácora" or "Cancelación"."""

    def captcha_answer(self) -> str:
        """Return the answer to the captcha that the portal drew last."""
