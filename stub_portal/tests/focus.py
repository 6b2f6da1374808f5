"""Where the focus goes when Tab is pressed, and how it can be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

from playwright.sync_api import Page

_MOST_STOPS = 300  # more than any screen has: beyond them, Tab is caught somewhere
_STOP = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const style = getComputedStyle(one), box = one.getClientRects()[0];
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    // The outline is drawn on what is behind the element, or on itself if it is drawn inside.
    let behind = parseFloat(style.outlineOffset) < 0 ? one : one.parentElement;
    const see_through = "rgba(0, 0, 0, 0)";
    while (getComputedStyle(behind).backgroundColor === see_through) behind = behind.parentElement;
    return {
        place: [...document.querySelectorAll("*")].indexOf(one),
        what: one.outerHTML.replace(/\\s+/g, " ").slice(0, 80),
        width: style.outlineStyle === "solid" ? parseFloat(style.outlineWidth) : 0,
        colours: [style.outlineColor, getComputedStyle(behind).backgroundColor],
        hidden: !one.contains(hit),
    };
}"""
# Everything that can be used, by its place in the page: all of it must be reached.
_CONTROLS = """[...document.querySelectorAll("*")].flatMap((one, place) =>
    one.matches("a, button, input:not([type=hidden]), select, summary, audio")
    && one.checkVisibility() ? [place] : [])"""
_BOXES = """places => places.map((place) => {
    const one = document.querySelectorAll("*")[place];
    const { left, right, top, bottom } = one.getClientRects()[0];
    return { left, right, top, bottom, inMenu: Boolean(one.closest(":popover-open")) };
})"""


@dataclass(frozen=True)
class Stop:
    """Something that has the focus: its place in the page, and what can be seen of it.

    width: the outline's, CSS pixels; colours: the outline's and of what it is drawn on, as CSS
    writes them; hidden: whether something else covers it.
    """

    place: int
    what: str
    width: float
    colours: tuple[str, str]
    hidden: bool

    @classmethod
    def of(cls, page: Page) -> Self | None:
        """Return what has the focus; None when nothing has."""
        seen: dict[str, Any] | None = page.evaluate(_STOP)
        return cls(**seen) if seen else None

    @property
    def trouble(self) -> str:
        """What keeps a person from seeing where they are; "" if nothing does."""
        if self.hidden:
            return f"is covered while it has the focus: {self.what}"
        if self.width < 2 or contrast(*self.colours) < 3:
            return f"does not show that it has the focus ({self.colours}): {self.what}"
        return ""


def walk(page: Page) -> list[Stop]:
    """Press Tab until the focus has been everywhere, and return where, from the top down."""
    stops: list[Stop] = []
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        stop = Stop.of(page)
        if stop is None or (stops and stop.place == stops[-1].place):
            continue  # outside the page for a moment, or at the next button of a player
        if stops and stop.place == stops[0].place:
            # What was wrong has the focus first, so the walk may have begun further down.
            first = min(range(len(stops)), key=lambda number: stops[number].place)
            return stops[first:] + stops[:first]
        stops.append(stop)
    raise AssertionError(f"Tab never comes back to where it began: {stops[-1].what}")


def missed(page: Page, stops: Sequence[Stop]) -> list[int]:
    """Return the places of what can be used and never had the focus."""
    reached = {stop.place for stop in stops}
    return [place for place in page.evaluate(_CONTROLS) if place not in reached]


def jumps(page: Page, stops: Sequence[Stop]) -> Iterator[str]:
    """Yield where the focus goes back: to the left in one line, or up but in no other column."""
    boxes = page.evaluate(_BOXES, [stop.place for stop in stops])
    for (before, old), (after, new) in pairwise(zip(stops, boxes, strict=True)):
        back = new["left"] < old["left"] and new["top"] < old["bottom"]
        up = new["bottom"] <= old["top"] and new["left"] < old["right"]
        # The menu covers what follows it.
        if (back or up) and old["inMenu"] == new["inMenu"]:
            yield f"jumps from {before.what} back to {after.what}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2 reckons it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        _linear(int(part) / 255) for part in colour.removeprefix("rgb(").rstrip(")").split(",")
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
