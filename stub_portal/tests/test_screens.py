"""Every screen in every state that there is: nothing is left out, and each is valid HTML."""

from collections.abc import Callable
from html import unescape
from re import search

import pytest

from stub_portal.tests.screens import STATES, Screens


def test_every_branch_of_every_template_is_shown(screens: Screens) -> None:
    assert screens.unseen() == []


def test_no_two_screens_have_one_title(screens: Screens) -> None:
    """Whoever has many tabs open, or hears the title first, can tell them apart."""
    by_title: dict[str, set[tuple[str, int]]] = {}
    for shown in screens.shown.values():
        title = search(r"<title>(.+?)</title>", shown.html)
        assert title, shown.state.name
        screen = shown.template, shown.page.status_code
        by_title.setdefault(unescape(title[1]), set()).add(screen)
    assert [title for title, alike in by_title.items() if len(alike) > 1] == []


@pytest.mark.parametrize("name", STATES)
def test_valid_html(screens: Screens, find_faults: Callable[[str], list[str]], name: str) -> None:
    assert find_faults(screens.shown[name].html) == []
