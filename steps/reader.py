"""The Reader: the only one who acts on the browser, as the person who follows a guide would."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from steps.answers import Answers
from steps.hands import Hands, MakeCareful
from steps.look import photograph, see
from steps.masking import Mask
from steps.pairs import not_that_value, pair
from steps.sight import NotAsTheGuideSaysError, Witness

_NETWORK_ERROR = re.compile(r"net::ERR_\w+")
_QUOTED = re.compile(r"«(.+?)»")

_SOUND_MS = 15_000  # a browser that never played anything first starts what does

# An answer takes this long to arrive.
_SLOW = {"offline": False, "latency": 300, "downloadThroughput": -1, "uploadThroughput": -1}
# Before what the form sends under the same name, where it would be read first.
_FORGE = """(field, [name, value]) => {
    const forged = document.createElement("input");
    field.form.prepend(Object.assign(forged, {type: "hidden", name, value}));
}"""


_AT_TOP_RIGHT = """target => {
    const {left, right, bottom} = target.getBoundingClientRect();
    return left + right > innerWidth && bottom < innerHeight / 2;
}"""


class Reader:
    """Acts on one page and remembers what it touched since the screen last changed.

    Every method takes a locator that carries a Spanish description (`locator.describe`), and
    raises NotAsTheGuideSaysError when the portal does not let a person do what it says.
    """

    def __init__(self, page: Page, witness: Witness, hands: Hands | None = None) -> None:
        self.page = page
        self._witness = witness
        self._hands = hands or Hands()
        self._touched: list[Locator] = []
        self._mask = Mask(witness.personal_data)

    def at(self, page: Page, witness: Witness | None = None) -> "Reader":
        """Return somebody else with the same hands, at a page of their own or before another."""
        return Reader(page, witness or self._witness, self._hands)

    def open(self, address: str) -> int:
        """Type an address into the browser; return the HTTP status of the answer, 0 without one."""
        self._leave()
        with _as_a_person_would_tell(address, "no se pudo abrir la dirección"):
            answer = self.page.goto(address)
        return answer.status if answer else 0

    def click(self, target: Locator) -> None:
        """Click something that leaves the screen where it is, such as a menu."""
        with _as_a_person_would_tell(_name(target), "no se pudo hacer clic en"):
            self._hands.press(target)
        self._touched.append(target)

    def follow(self, target: Locator) -> None:
        """Click something that leads to another screen: what is left is looked at first."""
        with _as_a_person_would_tell(_name(target), "no se pudo hacer clic en"):
            target.wait_for()
            self._touched.append(target)
            self.look()
            self._hands.follow(target)
            self.page.wait_for_load_state("domcontentloaded")  # all that it says can be read
        self._leave()

    def download(self, target: Locator) -> bytes:
        """Click something that hands over a file, and return what the file holds."""
        with _as_a_person_would_tell(_name(target), "no se pudo descargar"):
            target.wait_for()
            self._touched.append(target)
            with self.page.expect_download() as download:
                self._hands.press(target)
            return download.value.path().read_bytes()

    def hears(self, player: Locator) -> None:
        """Play a recording by the keyboard, and check that it is heard going on."""
        with _as_a_person_would_tell(_name(player), "no se pudo escuchar"):
            player.press("Space")
            expect(player).to_have_js_property("paused", value=False)
            expect(player).not_to_have_js_property("currentTime", 0, timeout=_SOUND_MS)
        self._touched.append(player)

    def double_click(self, target: Locator) -> None:
        """Click twice in a row something that leads to another screen.

        On a slow connection: on a quick one the screen is gone before the second click is sent.
        """
        connection = self.page.context.new_cdp_session(self.page)
        try:
            connection.send("Network.emulateNetworkConditions", _SLOW)
            with _as_a_person_would_tell(_name(target), "no se pudo hacer doble clic en"):
                self._hands.press_twice(target)
        finally:
            connection.detach()
        self._leave()

    def go_back(self) -> None:
        """Go back to the screen before, by the browser's own arrow."""
        self._leave()
        with _as_a_person_would_tell(self.page.title(), "no se pudo regresar de la pantalla"):
            self.page.go_back()

    def reload(self) -> None:
        """Have the browser load the screen again."""
        self._leave()
        with _as_a_person_would_tell(self.page.title(), "no se pudo volver a cargar la pantalla"):
            self.page.reload()

    def resize(self, width: int, height: int) -> None:
        """Go on in a window of that size, in CSS pixels."""
        self.page.set_viewport_size({"width": width, "height": height})

    def open_window(self) -> None:
        """Open the same address in another window of the same browser, and go on there."""
        address = self.page.url
        self.page = self.page.context.new_page()
        self.open(address)

    def change_window(self) -> None:
        """Go on in the other of two windows, as it was left."""
        self._leave()
        [self.page] = (page for page in self.page.context.pages if page != self.page)
        self.page.bring_to_front()

    def forge(self, field: Locator, name: str, value: str) -> None:
        """Have a field's form send something more, as developer tools let anybody do."""
        field.evaluate(_FORGE, [name, value])

    def forge_choice(self, field: Locator, value: str) -> None:
        """Have the chosen option of a list send something else, by the same tools."""
        field.evaluate("(list, value) => { list.selectedOptions[0].value = value }", value)

    def fill(self, field: Locator, value: str) -> None:
        """Type a value into a field, to the letter."""
        with _as_a_person_would_tell(_name(field), "no se pudo escribir en"):
            self._hands.type(field, value)
        self._touched.append(field)
        self._mask.filled(field, value)

    def select(self, field: Locator, option: int) -> None:
        """Choose an option of a list by its place; the first (0) is usually the prompt."""
        with _as_a_person_would_tell(_name(field), "no se pudo elegir en"):
            self._hands.pick(field, option)
        self._touched.append(field)

    def choose(self, field: Locator, option: str) -> None:
        """Choose an option of a list by what it says."""
        with _as_a_person_would_tell(_name(field), f"no se pudo elegir «{option}» en"):
            field.select_option(label=option)
        self._touched.append(field)

    def sees(self, target: Locator) -> None:
        """Check that something is on the screen."""
        with _as_a_person_would_tell(_name(target), "en la pantalla no se ve"):
            expect(target).to_be_visible()

    def does_not_see(self, target: Locator) -> None:
        """Check that something is not on the screen."""
        with _as_a_person_would_tell(_name(target), "en la pantalla se ve, y no debería,"):
            expect(target).to_be_hidden()

    def has_in_view(self, target: Locator) -> None:
        """Check that something can be seen where the screen is now, without scrolling."""
        with _as_a_person_would_tell(_name(target), "hay que desplazarse para ver"):
            expect(target).to_be_in_viewport(ratio=1)

    def has_at_top_right(self, target: Locator) -> None:
        """Check that something is in the upper right quarter of the window."""
        self.sees(target)
        self.page.wait_for_load_state()  # with its style sheet
        if not target.evaluate(_AT_TOP_RIGHT):
            message = f"no está en la esquina superior derecha {_name(target)}"
            raise NotAsTheGuideSaysError(message)

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
            raise NotAsTheGuideSaysError(message, expected=texts) from error
        self._mask.read(self.page, texts)

    def sees_value(self, field: Locator, value: str) -> None:
        """Check what a field holds, to the letter."""
        with _as_a_person_would_tell(_name(field), f"no conserva «{value}» el campo"):
            expect(field).to_have_value(value)
        self._mask.filled(field, value)

    def is_at(self, field: Locator) -> None:
        """Check that what is typed now goes into a field."""
        with _as_a_person_would_tell(_name(field), "no se llegó a"):
            expect(field).to_be_focused()

    def is_told(self, field: Locator, text: str) -> None:
        """Check that a field says this of itself, also to whoever cannot see it."""
        with _as_a_person_would_tell(_name(field), f"no dice «{text}»"):
            expect(field).to_have_accessible_description(re.compile(re.escape(text)))

    def sees_pairs(self, pairs: Sequence[Sequence[str]]) -> None:
        """Check that each term is followed by its value, as text that nobody can edit.

        All in one look, because each look at the whole text makes the browser lay it out.
        """
        body = self.page.locator("body")
        everywhere = "".join(rf"(?=[\s\S]*{pair(term, value)})" for term, value in pairs)
        try:
            expect(body).to_contain_text(re.compile(everywhere), use_inner_text=True)
        except AssertionError as error:
            text = body.inner_text()
            missing = (one for one in pairs if not re.search(pair(*one), text))
            term, value = next(missing, pairs[0])
            raise not_that_value(term, value, text) from error
        self._mask.read(self.page, (value for _, value in pairs))

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

    def forget(self) -> None:
        """Forget what was touched: what comes now is for another purpose."""
        self._touched.clear()

    def look(self) -> None:
        """Look at the whole screen, and hand the witness what is there and what was touched."""
        if not self._witness.wants_sight():
            return
        self.page.mouse.move(0, 0)  # a hover outlives a click
        sight = see(self.page, self._touched)
        try:
            if self._witness.wants_picture():
                sight = replace(sight, picture=photograph(self.page, self._mask))
        finally:
            self._witness.saw(sight)

    def _leave(self) -> None:
        """Another screen comes."""
        self._touched.clear()
        self._mask.forget()


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
def reader(
    page: Page, witness: Witness, hands: Hands, careful: MakeCareful, answers: Answers
) -> Reader:
    """Whoever follows the guide, in a browser of their own."""
    answers.listen_to(page.context)
    return Reader(page, witness, careful(hands))
