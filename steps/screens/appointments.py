"""The Sistema de Citas Administrativas: its title and its menu (all guides, steps 3 and 4)."""

from steps.reader import Reader
from steps.screens.clickable import clickable


class Appointments:
    """What every screen of the appointment system has in common."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def sees_heading(self, title: str) -> None:
        """Check that a screen bears this title."""
        heading = self._page.get_by_role("heading", name=title, exact=True)
        self._reader.sees(heading.describe(f"el título «{title}»"))

    def has_at_top_right(self, menu: str) -> None:
        """Check that a menu is where people look for it."""
        self._reader.has_at_top_right(clickable(self._page, menu))

    def choose(self, entry: str, menu: str) -> None:
        """Open a menu and take one of its entries."""
        self._reader.click(clickable(self._page, menu))
        self._reader.follow(clickable(self._page, entry))
