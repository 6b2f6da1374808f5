"""Every screen in every state fits: on the narrowest phone, enlarged, and with text spaced out."""

import pytest

from stub_portal.tests.projector import DESK, LARGE, NORMAL, PHONE, ZOOMED, Projector
from stub_portal.tests.reflow import AS_IT_IS, SPACED_OUT, misfits
from stub_portal.tests.screens import STATES, Screens

# The narrowest windows that are laid out as a tablet and as a desk: a pixel less is the next one.
TABLET, NARROW = (641, 800), (833, 600)
# Window, text, and what is done to the page, which stays done in what follows.
VIEWS = {
    "at 320 px": (PHONE, NORMAL, AS_IT_IS),
    "at 200 %": (ZOOMED, NORMAL, AS_IT_IS),
    "on a tablet": (TABLET, NORMAL, AS_IT_IS),
    "in a narrow window": (NARROW, NORMAL, AS_IT_IS),
    "with text at 200 %": (DESK, LARGE, AS_IT_IS),
    "with text spaced out": (DESK, NORMAL, SPACED_OUT),
    "with text spaced out at 320 px": (PHONE, NORMAL, SPACED_OUT),
}


@pytest.mark.parametrize("name", STATES)
def test_everything_fits(projector: Projector, screens: Screens, name: str) -> None:
    page = projector.show(screens.shown[name])
    found = []
    for view, (size, text, change) in VIEWS.items():
        projector.resize(size)
        projector.set_text(text)
        page.evaluate(change)
        found += [f"{view}, {what}" for what in misfits(page)]
    assert not found, "\n".join(found)
