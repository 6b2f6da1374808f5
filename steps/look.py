"""What one look at a screen takes in: its texts, where things were touched, and a picture."""

import re
from collections.abc import Sequence
from contextlib import suppress

from playwright.sync_api import Error, Locator, Page

from steps.masking import Mask
from steps.sight import Sight, Touch

_ACCESSIBLE_NAME = re.compile(r'"((?:[^"\\]|\\.)*)"')
# "- button "Citas" [box=894,39,88,39]" is how Playwright writes a box into an ARIA snapshot.
_BOX = re.compile(r"\[box=([-\d.]+),([-\d.]+),([-\d.]+),([-\d.]+)\]")

# In one trip to the browser.
_SHOWN = """({
    title: document.title,
    text: document.body.innerText,
    scrolled: [window.scrollX, window.scrollY],
})"""
# Until then letters stand where another typeface puts them; asking has the browser lay them out.
_LETTERS_DRAWN = "document.fonts.ready.then(() => null)"
_PICTURE_MS = 30_000  # a large one, on a busy machine: that is not the portal's time
# What covers personal data: a grey that reads as left out on purpose.
_COVER = "#8b9099"


def see(page: Page, touched: Sequence[Locator]) -> Sight:
    """Return what is on the screen and where the things touched stand on it, without a picture."""
    with suppress(Error):  # what never ends to load is looked at as it is
        page.wait_for_load_state()
        page.evaluate(_LETTERS_DRAWN)
    aria = page.locator("body").aria_snapshot()
    shown = page.evaluate(_SHOWN)
    touches = _where_it_touched(touched, *shown["scrolled"])
    return Sight(shown["title"], _texts(shown["text"], aria), aria, touches, None)


def photograph(page: Page, mask: Mask) -> bytes:
    """Return a picture of the whole screen (PNG), with personal data covered.

    Raises NotMaskedError when one of them would be seen.
    """
    page.wait_for_load_state()  # the screen's own pictures too: a captcha comes after its form
    covers = mask.over(page)
    return page.screenshot(
        full_page=True, animations="disabled", mask=covers, mask_color=_COVER, timeout=_PICTURE_MS
    )


def _where_it_touched(touched: Sequence[Locator], left: float, top: float) -> tuple[Touch, ...]:
    """Return where each thing touched stands on the page; what has gone is left out.

    By ARIA snapshot, because asking for the box itself takes Playwright three times as long.
    """
    touches = []
    for target in touched:
        with suppress(Error):
            # It is there now, or has gone for good (an entry of a menu that closed).
            snapshot = target.aria_snapshot(boxes=True, depth=0) if target.is_visible() else ""
            box = _BOX.search(snapshot)
            if box:
                x, y, width, height = (float(number) for number in box.groups())
                name = target.description or str(target)
                touches.append(Touch(name, x + left, y + top, width, height))
    return tuple(touches)


def _texts(text: str, aria: str) -> tuple[str, ...]:
    """Return each visible line and each accessible name once."""
    lines = re.split(r"[\n\t]+", text)
    names = (name.replace('\\"', '"') for name in _ACCESSIBLE_NAME.findall(aria))
    found = (" ".join(text.split()) for text in (*lines, *names))
    return tuple(dict.fromkeys(text for text in found if text))
