"""The search engine (all guides, step 1)."""

from functools import reduce

from playwright.sync_api import Locator

from steps.reader import Reader
from steps.screens.clickable import clickable


class SearchEngine:
    """A page to search the web from, and its results."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def search(self, words: str) -> None:
        """Look for some words."""
        field = self._page.get_by_role("searchbox").describe("el campo de búsqueda")
        self._reader.fill(field, words)
        self._reader.follow(clickable(self._page, "Buscar"))

    def sees_result(self, title: str, address: str) -> None:
        """Check that a result bears this title and, beside it, shows this address."""
        named = clickable(self._page, title)
        self._reader.sees(named)
        shown = self._results.filter(has=named).get_by_text(address, exact=True)
        self._reader.sees(shown.describe(f"la dirección «{address}» del resultado"))

    def choose(self, title: str) -> None:
        """Open a result."""
        self._reader.follow(clickable(self._page, title))

    @property
    def _results(self) -> Locator:
        kinds = (self._page.get_by_role(role) for role in ("article", "region", "listitem"))
        return reduce(Locator.or_, kinds)
