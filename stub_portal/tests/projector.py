"""Shows states in one page of a real browser, one after the other."""

from playwright.sync_api import Page, Route
from werkzeug.test import TestResponse

from stub_portal.tests.state import Shown

# The window of a desk; the narrowest that WCAG 1.4.10 knows; and the desk's at 200 % (1.4.4),
# which leaves half of it (the context's two pixels a CSS pixel are those of a zoomed screen).
DESK, PHONE, ZOOMED = (1280, 800), (320, 640), (640, 400)
NORMAL, LARGE = 16, 32  # how large browsers show text, and the double that people may set it to


class Projector:
    """A page to which the portal seems to answer what it answered in some state.

    The rest, as styles and fonts, the page gets from a portal that is served at `address`.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self._address = address
        self._browser = page.context.new_cdp_session(page)
        page.route("**/*", self._answer)

    def show(self, shown: Shown) -> Page:
        """Open a state on a desk's screen, and return the page."""
        self._shown = shown
        self.resize(DESK)
        self.set_text(NORMAL)
        self.page.goto(f"{self._address}{shown.path}")
        if " autofocus" in shown.html:
            self.page.evaluate("new Promise(requestAnimationFrame)")  # only then has it the focus
        shown.state.then(self.page)
        return self.page

    def resize(self, size: tuple[int, int]) -> None:
        """Look at it through a window of so many CSS pixels."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def stretch(self, width: int) -> None:
        """Look at it through a window so high that nothing sticks to its edges over the rest."""
        self.resize((width, DESK[1]))
        self.resize((width, self.page.evaluate("document.documentElement.scrollHeight")))

    def set_text(self, pixels: int) -> None:
        """Have text as large as people set it in their browser, who do not zoom pictures."""
        self._browser.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(self._address)
        answer = self._shown.pictures.get(path)
        if route.request.is_navigation_request():
            answer = self._shown.page
        if answer is None:
            route.continue_()
        else:
            _fulfil(route, answer)


def _fulfil(route: Route, answer: TestResponse) -> None:
    route.fulfill(status=answer.status_code, headers=dict(answer.headers), body=answer.get_data())
