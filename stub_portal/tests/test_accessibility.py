"""No barriers: every screen in every state on a desk's screen, and each template on a phone."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from stub_portal.tests.projector import DESK, PHONE, Projector
from stub_portal.tests.screens import STATES, Screens
from stub_portal.tests.state import Shown

# Each error that is told on top, with the field that its link leads to.
_ERRORS = """[...document.querySelectorAll("[role=alert] a[href^='#']")].map((link) => {
    const field = document.getElementById(link.hash.slice(1));
    const notes = field.getAttribute("aria-describedby").split(" ");
    return {
        told: link.textContent,
        noted: notes.map((id) => document.getElementById(id).textContent).join(" "),
        label: field.labels[0].textContent.replace("*", ""),
        invalid: field.getAttribute("aria-invalid"),
    };
})"""


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_no_barrier(
    projector: Projector,
    screens: Screens,
    find_barriers: Callable[[Page], list[str]],
    name: str,
) -> None:
    page = projector.show(screens.shown[name])
    projector.stretch(DESK[0])
    found = find_barriers(page)
    assert not found, "\n".join(found)


def first_of_each_template(screens: Screens) -> list[Shown]:
    """Return a state of each template: one layout is the same in all of its states."""
    return list({shown.template: shown for shown in reversed(screens.shown.values())}.values())


def test_axe_finds_no_barrier_on_a_phone(
    projector: Projector, screens: Screens, find_barriers: Callable[[Page], list[str]]
) -> None:
    for shown in first_of_each_template(screens):
        page = projector.show(shown)
        projector.stretch(PHONE[0])
        found = find_barriers(page)
        assert not found, "\n".join([shown.state.name, *found])


def again(screens: Screens) -> list[Shown]:
    """Return the states that tell what was wrong and let a person try again."""
    return [one for one in screens.shown.values() if 'class="alert"' in one.html]


def test_errors_are_announced_and_lead_to_their_fields_which_say_them_too(
    projector: Projector, screens: Screens
) -> None:
    """A screen reader says the title first and then where the focus is."""
    told = 0
    for shown in again(screens):
        page = projector.show(shown)
        expect(page, shown.state.name).to_have_title(re.compile("^Error: "))
        expect(page.get_by_role("alert"), shown.state.name).to_be_focused()
        for error in page.evaluate(_ERRORS):
            assert error["told"] in error["noted"], shown.state.name
            assert error["label"].casefold() in error["told"].casefold(), shown.state.name
            assert error["invalid"] == "true", shown.state.name
            told += 1
    assert told > 30
    titles = [shown for shown in screens.shown.values() if "<title>Error: " in shown.html]
    assert titles == again(screens)
    assert len(titles) > 20


def test_an_error_takes_the_person_to_its_field(projector: Projector, screens: Screens) -> None:
    page = projector.show(screens.shown["cancela: all wrong"])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Motivo*")).to_be_focused()


def test_what_became_of_a_request_is_announced(screens: Screens) -> None:
    """What was done is a status; what was refused, or could not be read, is an alert."""
    shown = screens.shown.values()
    done = {one.state.name for one in shown if one.template.endswith("_done.html")}
    refused = {one.state.name for one in shown if one.page.status_code in {409, 422}}
    assert done == {one.state.name for one in shown if 'role="status"' in one.html}
    assert refused == {one.state.name for one in shown if 'role="alert"' in one.html}
    assert done
    assert refused


def test_cards_on_a_phone_are_a_table_still(projector: Projector, screens: Screens) -> None:
    """In the browser's own accessibility tree: whoever cannot see the cards hears the columns."""
    page = projector.show(screens.shown["bitacora: listing"])
    on_a_desk = parts_of_tables(page)
    projector.stretch(PHONE[0])
    assert parts_of_tables(page) == on_a_desk
    assert on_a_desk == {"table": 1, "row": 4, "columnheader": 6, "cell": 18}


def parts_of_tables(page: Page) -> Counter[str]:
    """Count what a screen reader would find of tables."""
    browser = page.context.new_cdp_session(page)
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    browser.detach()
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    return Counter(role for role in roles if role in {"table", "row", "columnheader", "cell"})
