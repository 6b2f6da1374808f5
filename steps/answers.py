"""What a server answered while somebody followed a guide.

Being told of every request would cost a twentieth of a run. So only what is rare is heard, such as
requests that fail, and where each window went, which Playwright tells anyway; the rest is asked of
the browser once a step has failed. Whoever follows a scenario to find out why hears everything.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Frame,
    Page,
    Request,
    Response,
    WebError,
)

from steps.sight import Aftermath, Answer

# Of a page most requests are for what it is drawn with; of the others, as many are told.
_HEARD, _MOST = 400, 40
_LONGEST = 300  # characters of an address or a message
_TOLD = {"error", "warning"}
_PARTS = {"stylesheet", "font", "image", "script", "media", "manifest"}
_ICON = ".svg"  # the tab's: of no sort, to Playwright
_ERROR = 400  # HTTP statuses from here on
_HIDDEN = "…"
# In one trip to the browser. Moments are milliseconds: of the document since the epoch, of the
# others since then.
_ASKED = """(() => {
    const told = one => [one.name, one.responseStatus, one.startTime,
        one.responseStart - one.requestStart, one.encodedBodySize];
    const parts = performance.getEntriesByType("resource");
    return {
        scrolled: [window.scrollX, window.scrollY],
        type: document.contentType,
        began: performance.timeOrigin,
        document: performance.getEntriesByType("navigation").map(told),
        parts: parts.filter(one => one.responseStatus >= 400).map(told),
    };
})()"""


class Answers:
    """Remembers what a browser asked for and complained of."""

    def __init__(self, *, everything: bool = False) -> None:
        self._everything = everything
        self._began = time.time()
        self._requests: deque[Request] = deque(maxlen=_HEARD)
        self._visits: deque[Answer] = deque(maxlen=_MOST)
        self._messages: deque[str] = deque(maxlen=_MOST)
        self._context: BrowserContext | None = None

    def hear_everything(self) -> None:
        """From the next browser on, hear of every request."""
        self._everything = True

    def listen_to(self, context: BrowserContext) -> None:
        """Begin to listen to all the windows of a browser."""
        self._context = context
        context.on("requestfailed", self._failed)
        context.on("console", self._said)
        context.on("weberror", self._broke)
        context.on("page", self._opened)
        for page in context.pages:
            self._opened(page)
        if self._everything:
            context.on("request", self._requested)
            context.on("response", _answered)

    def stop(self) -> None:
        """Stop listening: the browser may go on to be somebody else's."""
        if self._context is None:
            return
        with suppress(Error):
            self._context.remove_listener("requestfailed", self._failed)
            self._context.remove_listener("console", self._said)
            self._context.remove_listener("weberror", self._broke)
            self._context.remove_listener("page", self._opened)
            if self._everything:
                self._context.remove_listener("request", self._requested)
                self._context.remove_listener("response", _answered)
            for page in self._context.pages:
                page.remove_listener("framenavigated", self._went)

    def aftermath(self, page: Page) -> Aftermath:
        """Return what is left in a window after a step has failed there.

        A window that cannot be looked at any more leaves what was heard.
        """
        boxes, asked = "", {"scrolled": (0.0, 0.0), "document": [], "parts": []}
        with suppress(Error):
            boxes = page.locator("body").aria_snapshot(boxes=True)
            asked = page.evaluate(_ASKED)
        answers = tuple(self._all() if self._everything else self._known(asked))[-_MOST:]
        left, top = asked["scrolled"]
        messages = tuple(self._messages)
        return Aftermath(without_values(page.url), answers, messages, boxes, (left, top))

    def _opened(self, page: Page) -> None:
        page.on("framenavigated", self._went)

    def _went(self, frame: Frame) -> None:
        if not frame.parent_frame and not frame.url.startswith(("about:", "chrome-error:")):
            address = without_values(frame.url)
            if not (self._visits and self._visits[-1].address == address):  # another part of it
                self._visits.append(Answer(self._second(time.time()), address))

    def _requested(self, request: Request) -> None:
        self._requests.append(request)

    def _failed(self, request: Request) -> None:
        answer = replace(self._answer(request, None), second=self._second(time.time()))
        last = self._visits[-1] if self._visits else None
        again = last and (last.address, last.trouble) == (answer.address, answer.trouble)
        if not self._everything and not again:  # the browser tries by itself more than once
            self._visits.append(answer)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in _TOLD:
            where = without_values(message.location["url"])
            self._messages.append(f"{message.text} ({where})"[:_LONGEST])

    def _broke(self, error: WebError) -> None:
        self._messages.append(str(error.error).partition("\n")[0][:_LONGEST])

    def _known(self, asked: dict[str, Any]) -> Iterator[Answer]:
        """Yield the screens that were visited, what failed, and all that is known of the last."""
        visits = list(self._visits)
        unknown = [at for at, visit in enumerate(visits) if visit.status is None]
        documents = [_timed(*one) for one in asked["document"]]
        if unknown and documents:
            last, (address, status, _, milliseconds, size) = visits[unknown[-1]], documents[-1]
            if address == last.address:
                known = Answer(last.second, address, status, "", asked["type"], size, milliseconds)
                visits[unknown[-1]] = known
        yield from visits
        for address, status, since, milliseconds, size in (_timed(*one) for one in asked["parts"]):
            second = self._second((asked["began"] + since) / 1000)
            yield Answer(second, address, status, "", "", size, milliseconds, is_document=False)

    def _all(self) -> Iterator[Answer]:
        for request in self._requests:
            answer = request.existing_response
            part = request.resource_type in _PARTS or request.url.endswith(_ICON)
            if not part or answer is None or answer.status >= _ERROR:
                yield self._answer(request, answer)

    def _answer(self, request: Request, response: Response | None) -> Answer:
        timing, headers = request.timing, response.headers if response else {}
        size = headers.get("content-length", "")
        return Answer(
            second=self._second(timing["startTime"] / 1000),
            address=without_values(request.url),
            status=response.status if response else 0,
            method=request.method,
            type=headers.get("content-type", "").partition(";")[0],
            size=int(size) if size.isdecimal() else None,
            milliseconds=round(timing["responseStart"]) if timing["responseStart"] >= 0 else None,
            trouble=request.failure or "",
            leads_to=without_values(headers.get("location", "")),
            is_document=request.is_navigation_request(),
        )

    def _second(self, moment: float) -> float:
        return round(max(moment - self._began, 0.0), 1)


def without_values(address: str) -> str:
    """Return an address without what is personal in it: who asks, and the values of its query."""
    if address.startswith("data:"):
        return "data:…"
    parts = urlsplit(address)
    names = (quote(name) for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    query = "&".join(f"{name}={_HIDDEN}" for name in names)
    netloc = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=netloc, query=query, fragment="").geturl()[:_LONGEST]


def _timed(
    address: str, status: int, since: float, milliseconds: float, size: int
) -> tuple[str, int, float, int, int]:
    return without_values(address), status, since, round(milliseconds), size


def _answered(_: object) -> None:
    """Take no note: being told of answers is what makes them known to their requests."""


@pytest.fixture
def answers(pytestconfig: pytest.Config) -> Iterator[Answers]:
    """What the server answers to the reader of this scenario."""
    heard = Answers(everything=pytestconfig.getoption("--tracing") != "off")
    yield heard
    heard.stop()
