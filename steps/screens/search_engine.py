"""The search engine (all guides, step 1)."""

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
        """Check that a result bears this title and shows this address."""
        self._reader.sees(clickable(self._page, title))
        shown = self._page.get_by_text(address, exact=True)
        self._reader.sees(shown.describe(f"la dirección «{address}»"))

    def choose(self, title: str) -> None:
        """Open a result."""
        self._reader.follow(clickable(self._page, title))
