"""Reimprime cita: the form that asks for a sheet, and the link that hands it over."""

from collections.abc import Mapping

from steps.reader import Reader
from steps.screens.clickable import clickable
from steps.screens.field import field

IDENTITY, KEY = "Ingresar RFC/CURP*", "Clave de cita*"


class Reprint:
    """The form, and whatever screen has the sheet to download."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._page = reader.page

    def type(self, identity: str, key: str) -> Mapping[str, str]:
        """Type both data to the letter, and return them by the labels of their fields."""
        typed = {IDENTITY: identity, KEY: key}
        for label, value in typed.items():
            self._reader.fill(field(self._page, label), value)
        return typed

    def download(self, name: str) -> bytes:
        """Download what the link of that name hands over."""
        return self._reader.download(clickable(self._page, name))

    def offers_no(self, name: str) -> None:
        """Check that there is no link of that name."""
        self._reader.does_not_see(clickable(self._page, name))
