"""How the Reader touches what is on the screen: as most people do, with a mouse and a keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

# A person presses for this long.
_DOUBLE_CLICK_MS = 50


class Hands:
    """Acts on one thing at a time; Playwright's own errors say why something cannot be done."""

    def press(self, target: Locator) -> None:
        """Click a button, a link, or an entry of a menu."""
        target.click()

    def press_twice(self, target: Locator) -> None:
        """Click twice in a row, as fast as a person does."""
        target.dblclick(delay=_DOUBLE_CLICK_MS)

    def follow(self, target: Locator) -> None:
        """Click what leads to another screen."""
        self.press(target)

    def type(self, field: Locator, value: str) -> None:
        """Put a value into a field, to the letter."""
        field.fill(value)

    def pick(self, field: Locator, option: int) -> None:
        """Choose an option of a list by its place."""
        field.select_option(index=option)


# Makes hands out of hands: as careful as the portal under test asks for.
MakeCareful = Callable[[Hands], Hands]


@pytest.fixture
def hands() -> Hands:
    """What the reader acts with; whoever follows the guides in another way overrides it."""
    return Hands()
