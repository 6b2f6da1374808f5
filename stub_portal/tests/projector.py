"""Shows states in one page of a real browser, one after the other."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask
from playwright.sync_api import Page
from werkzeug.wrappers import Request, Response

from stub_portal import serving
from stub_portal.tests.state import Shown

# The window of a desk; the narrowest that WCAG 1.4.10 knows; and the desk's at 200 % (1.4.4),
# which leaves half of it (the context's two pixels a CSS pixel are those of a zoomed screen).
DESK, PHONE, ZOOMED = (1280, 800), (320, 640), (640, 400)
NORMAL, LARGE = 16, 32  # how large browsers show text, and the double that people may set it to


class Stage:
    """In front of a portal: answers what was answered in some state, and leaves it the rest.

    Not by `page.route`: with that, the browser keeps no file, and reads every font for each page.
    """

    def __init__(self, portal: WSGIApplication) -> None:
        self.shown: Shown | None = None
        self.address = ""
        self._portal = portal

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        assert self.shown
        answer = self.shown.pictures.get(Request(environ).full_path.removesuffix("?"))
        if environ.get("HTTP_SEC_FETCH_MODE") == "navigate":
            answer = self.shown.page
        if answer is None:
            return self._portal(environ, start_response)
        response = Response(answer.get_data(), answer.status_code, answer.headers)
        response.headers["Cache-Control"] = "no-store"  # the next state may have this address, too
        return response(environ, start_response)


@contextmanager
def staged(app: Flask) -> Generator[Stage]:
    """Serve a portal with a stage in front of it."""
    portal = app.wsgi_app
    stage = Stage(portal)
    app.wsgi_app = stage  # type: ignore[method-assign]
    with serving(app) as stage.address:
        yield stage
    app.wsgi_app = portal  # type: ignore[method-assign]


class Projector:
    """A page to which the portal seems to answer what it answered in some state.

    The rest, as styles and fonts, it gets from the portal behind the stage.
    """

    def __init__(self, page: Page, stage: Stage) -> None:
        self.page = page
        self._stage = stage
        self._browser = page.context.new_cdp_session(page)
        self._size = (0, 0)
        self._text = 0

    def show(self, shown: Shown) -> Page:
        """Open a state on a desk's screen, and return the page."""
        self._stage.shown = shown
        self.resize(DESK)
        self.set_text(NORMAL)
        self.page.goto(f"{self._stage.address}{shown.path}?estado")  # where no file is, kept or not
        if " autofocus" in shown.html:
            self.page.evaluate("new Promise(requestAnimationFrame)")  # only then has it the focus
        shown.state.then(self.page)
        return self.page

    def resize(self, size: tuple[int, int]) -> None:
        """Look at it through a window of so many CSS pixels."""
        if size == self._size:  # or else it is laid out and painted once more
            return
        self._size = size
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def stretch(self, width: int) -> None:
        """Look at it through a window so high that nothing sticks to its edges over the rest."""
        self.resize((width, DESK[1]))
        self.resize((width, self.page.evaluate("document.documentElement.scrollHeight")))

    def set_text(self, pixels: int) -> None:
        """Have text as large as people set it in their browser, who do not zoom pictures."""
        if pixels == self._text:
            return
        self._text = pixels
        self._browser.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})
