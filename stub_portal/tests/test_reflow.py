"""Every screen in every state fits: on the narrowest phone, enlarged, and with text spaced out."""

import pytest

from stub_portal.tests.projector import DESK, LARGE, NORMAL, PHONE, ZOOMED, Projector
from stub_portal.tests.reflow import SPACING, misfits
from stub_portal.tests.screens import STATES, Screens

# The narrowest windows that are laid out as a tablet and as a desk: a pixel less is the next one.
TABLET, NARROW = (641, 800), (833, 600)
VIEWS = {
    "at 320 px": (PHONE, NORMAL),
    "at 200 %": (ZOOMED, NORMAL),
    "on a tablet": (TABLET, NORMAL),
    "in a narrow window": (NARROW, NORMAL),
    "with text at 200 %": (DESK, LARGE),
}


@pytest.mark.parametrize("name", STATES)
def test_everything_fits(projector: Projector, screens: Screens, name: str) -> None:
    page = projector.show(screens.shown[name])
    found = []
    for view, (size, text) in VIEWS.items():
        projector.resize(size)
        projector.set_text(text)
        found += [f"{view}, {what}" for what in misfits(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", STATES)
def test_text_can_be_spaced_out(projector: Projector, screens: Screens, name: str) -> None:
    page = projector.show(screens.shown[name])
    page.evaluate(SPACING)
    found = misfits(page)
    projector.resize(PHONE)
    found += [f"at 320 px, {what}" for what in misfits(page)]
    assert not found, "\n".join(found)
