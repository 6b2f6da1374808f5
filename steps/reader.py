"""The Reader: the only one who acts on the browser, as the person who follows a guide would."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from steps.sight import NotAsTheGuideSaysError, Sight, Touch, Witness

_NETWORK_ERROR = re.compile(r"net::ERR_\w+")
_QUOTED = re.compile(r"«(.+?)»")
_ACCESSIBLE_NAME = re.compile(r'"((?:[^"\\]|\\.)*)"')
# "- button "Citas" [box=894,39,88,39]" is how Playwright writes a box into an ARIA snapshot.
_BOX = re.compile(r"\[box=([-\d.]+),([-\d.]+),([-\d.]+),([-\d.]+)\]")

# What was touched is there at once, or has gone for good (an entry of a menu that closed).
_GONE_MS = 200
# In one trip to the browser.
_SHOWN = """({
    title: document.title,
    text: document.body.innerText,
    scrolled: [window.scrollX, window.scrollY],
})"""


class Reader:
    """Acts on one page and remembers what it touched since the screen last changed.

    Every method takes a locator that carries a Spanish description (`locator.describe`), and
    raises NotAsTheGuideSaysError when the portal does not let a person do what it says.
    """

    def __init__(self, page: Page, witness: Witness) -> None:
        self.page = page
        self._witness = witness
        self._touched: list[Locator] = []

    def open(self, address: str) -> None:
        """Type an address into the browser."""
        self._touched.clear()
        with _as_a_person_would_tell(address, "no se pudo abrir la dirección"):
            self.page.goto(address)

    def click(self, target: Locator) -> None:
        """Click something that leaves the screen where it is, such as a menu."""
        with _as_a_person_would_tell(_name(target), "no se pudo hacer clic en"):
            target.click()
        self._touched.append(target)

    def follow(self, target: Locator) -> None:
        """Click something that leads to another screen: what is left is looked at first."""
        with _as_a_person_would_tell(_name(target), "no se pudo hacer clic en"):
            target.wait_for()
            self._touched.append(target)
            self.look()
            target.click()
        self._touched.clear()

    def download(self, target: Locator) -> bytes:
        """Click something that hands over a file, and return what the file holds."""
        with _as_a_person_would_tell(_name(target), "no se pudo descargar"):
            target.wait_for()
            self._touched.append(target)
            with self.page.expect_download() as download:
                target.click()
            return download.value.path().read_bytes()

    def fill(self, field: Locator, value: str) -> None:
        """Type a value into a field, to the letter."""
        with _as_a_person_would_tell(_name(field), "no se pudo escribir en"):
            field.fill(value)
        self._touched.append(field)

    def select(self, field: Locator, option: int) -> None:
        """Choose an option of a list by its place; the first (0) is usually the prompt."""
        with _as_a_person_would_tell(_name(field), "no se pudo elegir en"):
            field.select_option(index=option)
        self._touched.append(field)

    def sees(self, target: Locator) -> None:
        """Check that something is on the screen."""
        with _as_a_person_would_tell(_name(target), "en la pantalla no se ve"):
            expect(target).to_be_visible()

    def does_not_see(self, target: Locator) -> None:
        """Check that something is not on the screen."""
        with _as_a_person_would_tell(_name(target), "en la pantalla se ve, y no debería,"):
            expect(target).to_be_hidden()

    def reads(self, target: Locator) -> None:
        """Check that something is on the screen and take note of it, as the guide asks."""
        self.sees(target)
        self._touched.append(target)

    def sees_texts(self, targets: Locator, texts: Sequence[str]) -> None:
        """Check that the targets are as many as the texts, in their order, and say just that."""
        try:
            expect(targets).to_have_text(list(texts))
        except AssertionError as error:
            seen = " · ".join(_in_one_line(text) for text in targets.all_inner_texts())
            expected = " · ".join(texts)
            message = f"{_name(targets)}: se esperaba «{expected}» y se ve «{seen}»"
            raise NotAsTheGuideSaysError(message, expected=texts, seen=seen) from error

    def sees_value(self, field: Locator, value: str) -> None:
        """Check what a field holds, to the letter."""
        with _as_a_person_would_tell(_name(field), f"no conserva «{value}» el campo"):
            expect(field).to_have_value(value)

    def sees_pairs(self, pairs: Sequence[Sequence[str]]) -> None:
        """Check that each term is followed by its value, as text that nobody can edit.

        All in one look, because each look at the whole text makes the browser lay it out.
        """
        body = self.page.locator("body")
        everywhere = "".join(rf"(?=[\s\S]*{_pair(term, value)})" for term, value in pairs)
        try:
            expect(body).to_contain_text(re.compile(everywhere), use_inner_text=True)
        except AssertionError as error:
            text = body.inner_text()
            missing = (pair for pair in pairs if not re.search(_pair(*pair), text))
            term, value = next(missing, pairs[0])
            raise _not_that_value(term, value, text) from error

    def can_fill_only(self, labels: Sequence[str]) -> None:
        """Check which fields a person can fill here, all of them and in order."""
        fields = self.page.get_by_role("textbox").or_(self.page.get_by_role("combobox"))
        self.sees_number(fields.describe("los campos que se pueden llenar"), len(labels))
        for place, label in enumerate(labels):
            with _as_a_person_would_tell(f"«{label}»", "no se puede llenar"):
                expect(fields.nth(place)).to_have_accessible_name(label)
                expect(fields.nth(place)).to_be_editable()

    def sees_number(self, targets: Locator, number: int) -> None:
        """Check how many there are of something."""
        with _as_a_person_would_tell(_name(targets), f"deberían ser {number}"):
            expect(targets).to_have_count(number)

    def look(self) -> None:
        """Look at the whole screen, and hand the witness what is there and what was touched."""
        if not self._witness.wants_sight():
            return
        page = self.page
        page.mouse.move(0, 0)  # a hover outlives a click
        aria = page.locator("body").aria_snapshot()
        shown = page.evaluate(_SHOWN)
        touches = self._where_it_touched(*shown["scrolled"])
        picture = _photograph(page) if self._witness.wants_picture() else None
        texts = _texts(shown["text"], aria)
        self._witness.saw(Sight(shown["title"], texts, aria, touches, picture))

    def _where_it_touched(self, left: float, top: float) -> tuple[Touch, ...]:
        """Return where each thing touched stands on the page; what has gone is left out.

        By ARIA snapshot, because asking for the box itself takes Playwright three times as long.
        """
        touches = []
        for target in self._touched:
            with suppress(Error):
                box = _BOX.search(target.aria_snapshot(boxes=True, depth=0, timeout=_GONE_MS))
                if box:
                    x, y, width, height = (float(number) for number in box.groups())
                    touches.append(Touch(_name(target), x + left, y + top, width, height))
        return tuple(touches)


def _photograph(page: Page) -> bytes:
    page.wait_for_load_state()  # the screen's own pictures too: a captcha comes after its form
    return page.screenshot(full_page=True, animations="disabled")


def _texts(text: str, aria: str) -> tuple[str, ...]:
    """Return each visible line and each accessible name once."""
    lines = re.split(r"[\n\t]+", text)
    names = (name.replace('\\"', '"') for name in _ACCESSIBLE_NAME.findall(aria))
    found = (" ".join(text.split()) for text in (*lines, *names))
    return tuple(dict.fromkeys(text for text in found if text))


def _pair(term: str, value: str) -> str:
    return rf"(?:^|\n){re.escape(term)}:?\s+{re.escape(value)}(?:\n|$)"


def _not_that_value(term: str, value: str, text: str) -> NotAsTheGuideSaysError:
    after = re.search(rf"(?:^|\n){re.escape(term)}:?\s+(.*)", text)
    seen = after[1] if after else ""
    found = f"la pantalla muestra «{seen}»" if after else f"no se ve «{term}»"
    message = f"«{term}»: se esperaba «{value}» y {found}"
    return NotAsTheGuideSaysError(message, expected=(term, value), seen=seen)


def _name(target: Locator) -> str:
    return target.description or str(target)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


@contextmanager
def _as_a_person_would_tell(name: str, trouble: str) -> Iterator[None]:
    try:
        yield
    except NotAsTheGuideSaysError:
        raise
    except (AssertionError, Error) as error:
        code = _NETWORK_ERROR.search(str(error))
        reason = f" ({code[0]})" if code else ""
        expected = _QUOTED.findall(name)
        raise NotAsTheGuideSaysError(f"{trouble} {name}{reason}", expected=expected) from error


@pytest.fixture
def reader(page: Page, witness: Witness) -> Reader:
    """Whoever follows the guide, in a browser of their own."""
    return Reader(page, witness)
