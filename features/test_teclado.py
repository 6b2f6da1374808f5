"""Binds every guide's scenarios once more: followed with the keyboard alone, also on a phone."""

import pytest
from playwright.sync_api import Page
from pytest_bdd import scenarios

# The main job follows the guides once, as most people do.
pytestmark = pytest.mark.detalle
WINDOWS = {"teclado": (1024, 640), "teclado-320px": (320, 640)}


@pytest.fixture(params=WINDOWS, autouse=True)
def window(request: pytest.FixtureRequest, page: Page) -> None:
    """The window, whose name tells these scenarios and what they leave from the usual ones."""
    width, height = WINDOWS[request.param]
    page.set_viewport_size({"width": width, "height": height})


@pytest.fixture
def hands(keyboard: object) -> object:
    """The reader's: they know no mouse."""
    return keyboard


scenarios("guias")
