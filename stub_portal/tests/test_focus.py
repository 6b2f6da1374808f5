"""With the keyboard alone: everything is reached, in the order it is read in, and seen."""

import pytest
from playwright.sync_api import expect

from stub_portal.tests.focus import jumps, missed, walk
from stub_portal.tests.projector import DESK, PHONE, Projector
from stub_portal.tests.screens import STATES, Screens


@pytest.mark.parametrize("name", STATES)
def test_everything_is_reached_and_seen(projector: Projector, screens: Screens, name: str) -> None:
    page = projector.show(screens.shown[name])
    stops = walk(page)
    assert missed(page, stops) == []
    assert [stop.trouble for stop in stops if stop.trouble] == []
    for width, _ in (DESK, PHONE):
        projector.stretch(width)
        assert list(jumps(page, stops)) == []


def test_the_first_stop_skips_to_the_content(projector: Projector, screens: Screens) -> None:
    page = projector.show(screens.shown["bitacora: listing"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Saltar al contenido")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Descargar la hoja (PDF)")).to_be_focused()
