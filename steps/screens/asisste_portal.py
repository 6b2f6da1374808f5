"""The Portal ASISSSTE: its tabs and the options for personal loans (all guides, steps 2 and 3)."""

from collections.abc import Sequence
from functools import reduce

from playwright.sync_api import Locator

from steps.reader import Reader
from steps.screens.clickable import clickable


class AsisstePortal:
    """The portal's page, whichever tab is chosen."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def sees_title(self, title: str) -> None:
        """Check that this is the portal of that name: at its head, as results say it elsewhere."""
        head = self._page.get_by_role("banner")
        self._reader.sees(head.get_by_text(title, exact=True).describe(f"«{title}»"))

    def sees_tabs(self, names: Sequence[str]) -> None:
        """Check that every tab is there, once and in order."""
        tabs = [clickable(self._page, name) for name in names]
        self._reader.sees_texts(reduce(Locator.or_, tabs).describe("las pestañas"), names)

    def choose_tab(self, name: str) -> None:
        """Go to a tab."""
        self._reader.follow(clickable(self._page, name))

    def sees_options(self, heading: str, names: Sequence[str]) -> None:
        """Check the options under a heading, all of them and in order."""
        title = self._page.get_by_role("heading", name=heading, exact=True)
        self._reader.sees(title.describe(f"el título «{heading}»"))
        options = self._page.get_by_role("main").get_by_role("listitem")
        self._reader.sees_texts(options.describe(f"opciones de «{heading}»"), names)

    def choose_option(self, name: str) -> None:
        """Go where an option leads."""
        self._reader.follow(clickable(self._page, name))
