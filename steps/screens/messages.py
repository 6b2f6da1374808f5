"""Errors and refusals, on whatever screen they appear."""

from collections.abc import Sequence

from steps.reader import Reader


class Messages:
    """What a screen says of what was done on it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page
        self._alert = reader.page.get_by_role("alert")

    def sees_error(self, text: str) -> None:
        """Check that an error is told, and told as such."""
        self._reader.sees(self._alert.get_by_text(text, exact=True).describe(f"el error «{text}»"))

    def sees_text(self, text: str) -> None:
        """Check that the screen says this."""
        self._reader.sees(self._page.get_by_text(text, exact=True).describe(f"«{text}»"))

    def sees_refusal(self, title: str, texts: Sequence[str]) -> None:
        """Check a refusal: its title, and each thing that it must tell."""
        heading = self._alert.get_by_role("heading", name=title, exact=True)
        self._reader.sees(heading.describe(f"la negativa «{title}»"))
        for text in texts:
            told = self._alert.filter(has_text=text)
            self._reader.sees(told.describe(f"en la negativa, «{text}»"))
