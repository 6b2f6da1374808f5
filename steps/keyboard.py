"""The hands of somebody who uses no mouse: the Tab key until they are there, then Enter."""

import pytest
from playwright.sync_api import Locator, expect

from steps.hands import Hands
from steps.sight import NotAsTheGuideSaysError

# More than any screen of the guides has: whoever pressed Tab that often has been everywhere.
_MOST_STOPS = 60
_HAS_FOCUS = "element => element === document.activeElement"


class Keyboard(Hands):
    """Reaches everything with the Tab key alone, or says that it cannot be reached."""

    def press(self, target: Locator) -> None:
        """Go to a button, a link, or an entry of a menu, and press Enter."""
        self._go_to(target)
        target.page.keyboard.press("Enter")

    def follow(self, target: Locator) -> None:
        """Press Enter and wait for the other screen, or the next Tab would still be of this one."""
        self._go_to(target)
        with target.page.expect_event("framenavigated"):
            target.page.keyboard.press("Enter")

    def type(self, field: Locator, value: str) -> None:
        """Go to a field and type over what it holds."""
        self._go_to(field)
        field.page.keyboard.press("ControlOrMeta+A")
        field.page.keyboard.type(value)

    def pick(self, field: Locator, option: int) -> None:
        """Go to a list and type how the option begins: on a Mac, arrows would open the list."""
        self._go_to(field)
        beginning = field.get_by_role("option").nth(option).inner_text().split()[0]
        field.page.keyboard.type(beginning)
        expect(field).to_have_js_property("selectedIndex", option)

    def _go_to(self, target: Locator) -> None:
        target.wait_for()
        for _ in range(_MOST_STOPS):
            if target.evaluate(_HAS_FOCUS):
                return
            target.page.keyboard.press("Tab")
        raise NotAsTheGuideSaysError(f"con la tecla Tab no se llega a {target.description}")


@pytest.fixture
def keyboard() -> Keyboard:
    """The hands of somebody who uses no mouse."""
    return Keyboard()
