"""The states of the search engine, Portal ASISSSTE, the first screen of the citas and errors."""

import logging
from collections.abc import Callable
from unittest.mock import patch

from playwright.sync_api import Page
from werkzeug.exceptions import BadRequest

from stub_portal.errors import UnavailableError
from stub_portal.faults import BUSY, DAMAGED, GONE
from stub_portal.limits import FAILED_SEARCHES
from stub_portal.tests.state import WITH_HISTORY, Scene, add, at
from stub_portal.tests.visitor import Visitor
from stub_portal.web.loan_options import OPTIONS
from stub_portal.web.turns import TooManyAtOnceError


def failing(error: Exception, *, sent: bool = False) -> Callable[[Scene, Visitor], object]:
    """Return the way to what tells of an error, in a page that is opened or a form that acts."""

    def fail() -> str:
        raise error

    def reach(scene: Scene, visitor: Visitor) -> None:
        logging.disable()  # the failure is meant: its traceback would only puzzle a reader
        with patch.dict(scene.app.view_functions, {"citas.start": fail, "bitacora.search": fail}):
            if sent:
                visitor.send("/citas/bitacora", captcha="")
            else:
                visitor.open("/citas/")
        logging.disable(logging.NOTSET)

    return reach


def too_many_guesses(__: Scene, visitor: Visitor) -> None:
    """Look for nobody until nobody is looked up."""
    for _ in range(FAILED_SEARCHES.per_visit + 1):
        visitor.search("/citas/bitacora", WITH_HISTORY, nombres="X")


def no_name(_: Scene, visitor: Visitor) -> None:
    """Ask for a host whose name is none."""
    visitor.page = visitor.client.get("/", headers={"Host": "x" * 300})


def no_such_part(_: Scene, visitor: Visitor) -> None:
    """Ask for the end of a file that is shorter."""
    visitor.page = visitor.client.get("/static/base.css", headers={"Range": "bytes=9999999-"})


def open_menu(page: Page) -> None:
    """Open the menu, as somebody does who looks for an entry."""
    page.get_by_role("button", name="Citas").click()


def skip(page: Page) -> None:
    """Show the link that skips to the content."""
    page.keyboard.press("Tab")


add("search engine", at("/"))
add("search engine: skip link", at("/"), then=skip)
add("search engine: results", at("/?q=Portal+ASISSSTE"))
add("search engine: no results", at("/?q=otra+cosa"))
add("search engine: no results for a long word", at(f"/?q={'palabra' * 20}"))

add("portal: health", at("/asisste/"))
add("portal: loans", at("/asisste/prestamos-personales"))
add("portal: pensions", at("/asisste/pensiones"))
for option in OPTIONS[:-1]:  # the last one leads to the citas
    add(f"portal: {option.slug}", at(f"/asisste/prestamos-personales/{option.slug}"))

add("citas", at("/citas/"))
add("citas: menu open", at("/citas/"), then=open_menu)

add("error 400", failing(BadRequest()))
add("error 400: no name", no_name)
add("error 400: stale form", lambda _, visitor: visitor.send("/citas/bitacora", csrf=""))
add("error 404", at("/no-existe"))
add("error 405", lambda _, visitor: visitor.send("/citas/"))
add("error 413", lambda _, visitor: visitor.send("/citas/bitacora", nombres="a" * 20_000))
add("error 416", no_such_part)
add("error 429", too_many_guesses)
add("error 429: at once", failing(TooManyAtOnceError(), sent=True))
add("error 500", failing(RuntimeError()))
add("error 500: sent", failing(RuntimeError(), sent=True))
add("error 503", failing(UnavailableError("", BUSY)))
add("error 503: later", failing(UnavailableError("", DAMAGED)))
add("error 503: sent", failing(UnavailableError("", BUSY), sent=True))
add("error 503: sent, uncertain", failing(UnavailableError("", GONE, certain=False), sent=True))
