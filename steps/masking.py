"""What a picture covers: every element and every field that shows a personal datum."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Literal

from playwright.sync_api import Error, Frame, Locator, Page

from steps.personal_data import Datum, PersonalData, kinds
from steps.sight import NotMaskedError

_FIELDS: tuple[Literal["textbox", "searchbox", "spinbutton"], ...] = (
    "textbox",
    "searchbox",
    "spinbutton",
)
_LISTS: tuple[Literal["combobox", "listbox"], ...] = ("combobox", "listbox")


class Mask:
    """Knows which personal data the screen must show by now, and what to cover of it."""

    def __init__(self, data: PersonalData) -> None:
        self._data = data
        self._filled: dict[str, tuple[Locator, set[Datum]]] = {}
        self._read: tuple[str, set[Datum]] = ("", set())

    def filled(self, field: Locator, value: str) -> None:
        """Take note of what was typed into a field, instead of what was typed there before."""
        self._filled[str(field)] = (field, self._data.find(value))

    def read(self, page: Page, texts: Iterable[str]) -> None:
        """Take note of what a check found on the screen."""
        address, before = self._read
        found = {datum for text in texts for datum in self._data.find(text)}
        self._read = (page.url, found | before if address == page.url else found)

    def forget(self) -> None:
        """Another screen comes."""
        self._filled.clear()
        self._read = ("", set())

    def over(self, page: Page) -> list[Locator]:
        """Return what a picture of the screen has to cover.

        Raises NotMaskedError when a datum is on the screen, or should be, and is not covered
        wherever it is.
        """
        if not self._data:
            return []
        search = _Search(self._data)
        for frame in page.frames:
            search.look_in(frame)
        address, owed = self._read
        owed = set(owed) if address == page.url else set()
        for field, data in self._filled.values():
            owed |= search.look_at(field, data)
        missed = search.missed | (owed - search.found)
        if missed:
            raise _not_masked(missed, page.title())
        self._data.masked |= search.found
        self._data.pictures += 1
        return search.covers


class _Search:
    """Looks for the data on one screen, by text and by role."""

    def __init__(self, data: PersonalData) -> None:
        self._data = data
        self.covers: list[Locator] = []
        self.found: set[Datum] = set()
        self.missed: set[Datum] = set()

    def look_in(self, frame: Frame) -> None:
        """Cover what shows a datum in a frame, and count whether all that can be read is."""
        pattern = self._data.pattern
        shown = self._counted([frame.locator("body").inner_text()])
        texts = self._cover(frame.get_by_text(pattern))
        for list_role in _LISTS:
            texts += self._cover(frame.get_by_role(list_role).filter(has_text=pattern))
        self._cover(frame.get_by_placeholder(pattern))
        for role in _FIELDS:
            for field in frame.get_by_role(role).all():
                self.look_at(field, self._data.data)
        covered = self._counted(texts)
        self.found |= set(covered)
        self.found |= {
            one for one in shown if self.found.issuperset(self._data.parts(one) or [one])
        }
        self.missed |= {
            one
            for one, times in shown.items()
            if times > covered[one] and not self._data.parts(one)  # they are counted themselves
        }

    def look_at(self, field: Locator, data: Iterable[Datum]) -> set[Datum]:
        """Cover a field that holds one of the data; return them all if it is still there."""
        with suppress(Error):  # it is gone, or holds no value
            if field.is_visible():
                value = field.input_value()
                held = {datum for datum in data if datum.pattern.search(value)}
                self.found |= held
                self.covers += [field] if held else []
                return set(data)
        return set()

    def _cover(self, targets: Locator) -> list[str]:
        seen = targets.filter(visible=True)
        texts = seen.all_inner_texts()
        if texts:
            self.covers.append(seen)
        return texts

    def _counted(self, texts: Sequence[str]) -> Counter[Datum]:
        return +Counter({one: sum(map(one.count, texts)) for one in self._data.data})


def _not_masked(missed: Iterable[Datum], title: str) -> NotMaskedError:
    return NotMaskedError(
        f"no se guardó la imagen de «{title}», porque la máscara no tapa en ella {kinds(missed)}. "
        "Qué hacer: vea en esa pantalla cómo está escrito ese dato, y escríbalo igual en el "
        "archivo de la persona"
    )
