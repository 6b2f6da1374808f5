"""Many people at once, each at a browser, who do now this and now that."""

import re
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from random import Random
from time import monotonic
from urllib.parse import urlencode, urlsplit

from stub_portal.domain.people import Person
from stub_portal.tests.load_measured import Act, Measured, Request
from stub_portal.tests.load_portal import ANSWER
from stub_portal.tests.visitor import typed

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_PUBLIC = ["/", "/?q=Portal+ASISSSTE", "/asisste/", "/citas/"]
_FILES = ["/static/base.css", "/static/citas.css", "/static/icon.svg"]
_DAYS = "/citas/nueva/dias"
# From the fourth day on offer, each can still be cancelled; few days and hours, so they collide.
_DAYS_WANTED, _SLOTS_WANTED = slice(3, 6), slice(0, 4)
_ACT = {"solicitante": "Rosa Díaz Ñuño", "motivo": "otro", "captcha": ANSWER}
# How often somebody mistypes the code, and how often they save the sheet.
_WRONG_CODES, _SHEETS = 0.3, 0.3
_LONGEST = 120  # seconds: on a slow machine they go on until there is enough to judge by


@dataclass(frozen=True)
class _Page:
    status: int
    address: str
    location: str
    html: str

    def links(self, pattern: str) -> list[str]:
        return re.findall(f'href="({pattern})"', self.html)

    def hidden(self) -> dict[str, str]:
        """Return what its forms carry along."""
        return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]+)"', self.html))


class _WrongError(Exception):
    """The answer is none that can come there, or none came."""


class _Browser:
    """A connection that is kept, with the visit's cookie. What it is answered is measured."""

    def __init__(self, address: str, measured: Measured) -> None:
        self._line = HTTPConnection(urlsplit(address).netloc, timeout=60)
        self._cookie = ""
        self._measured = measured

    def open(self, kind: str, address: str, expected: Collection[int] = (200,)) -> _Page:
        """Open an address, or raise _WrongError; redirects are left to whoever asks."""
        return self._ask(kind, "GET", address, "", expected)

    def send(
        self, kind: str, form: _Page, fields: dict[str, str], expected: Collection[int]
    ) -> _Page:
        """Send the form of a page to where it stands."""
        body = urlencode(fields | form.hidden())
        return self._ask(kind, "POST", form.address, body, expected)

    def close(self) -> None:
        """Hang up; it connects again when it is next needed."""
        self._line.close()

    def _ask(
        self, kind: str, method: str, address: str, body: str, expected: Collection[int]
    ) -> _Page:
        began = monotonic()
        status, location, html = 0, "", ""
        try:
            headers = {"Cookie": self._cookie} | (_FORM if body else {})
            self._line.request(method, address, body or None, headers)
            answer = self._line.getresponse()
            status, location = answer.status, answer.headers["Location"] or ""
            html = answer.read().decode(errors="replace")
            self._cookie = (answer.headers["Set-Cookie"] or self._cookie).partition(";")[0]
        except (OSError, HTTPException) as error:
            raise _WrongError(f"{kind}: {error!r}") from error
        finally:
            self._measured.requests.append(Request(kind, status, monotonic() - began))
        if status not in expected:
            raise _WrongError(f"{kind}: {method} {address} was answered {status}")
        return _Page(status, address, location, html)


class _Client:
    """Somebody who uses the portal as fast as it answers, as long as it goes on."""

    def __init__(self, browser: _Browser, person: Person, chance: Random, told: Measured) -> None:
        self._browser = browser
        self._person = person
        self._chance = chance
        self._told = told
        self._has_one = False

    def work(self, goes_on: Callable[[], bool]) -> None:
        """Do what people do, in no order."""
        journeys = [self._look_around, self._consult, self._search_wrongly, self._act, self._act]
        while goes_on():
            try:
                self._chance.choice(journeys)()
            except _WrongError as error:
                self._told.wrong.append(str(error))
                self._browser.close()
        self._browser.close()

    def _look_around(self) -> None:
        for address in _PUBLIC:
            self._browser.open("page", address)
        for address in _FILES:
            self._browser.open("file", address)

    def _consult(self) -> None:
        self._browser.open("Bitácora", self._search("/citas/bitacora"))

    def _search_wrongly(self) -> None:
        form = self._browser.open("search form", "/citas/cancela")
        fields = typed(self._person) | {"nombres": "Nadie"}
        self._browser.send("wrong search", form, fields, {422})

    def _act(self) -> None:
        if self._has_one:
            self._cancel()
        else:
            self._book()
        # Or not any more: the same person sits at another window, too.
        self._has_one = not self._has_one

    def _book(self) -> None:
        days = self._browser.open("days", self._search("/citas/nueva"), {200, 409})
        if days.status == 409:
            return
        day = self._chance.choice(days.links(rf'{_DAYS}/[^/"]+')[_DAYS_WANTED])
        slots = self._browser.open("slots", day, {200, 409})
        if slots.status == 409:
            return
        slot = self._chance.choice(slots.links(rf'{day}/[^"]+')[_SLOTS_WANTED])
        self._finish("book", self._browser.open("act's form", slot, {200, 409}))

    def _cancel(self) -> None:
        self._browser.open("appointment", self._search("/citas/cancela"))
        form = self._browser.open("act's form", "/citas/cancela/detalle", {200, 303, 409})
        self._finish("cancel", form)

    def _finish(self, kind: str, form: _Page) -> None:
        if form.status == 200 and self._chance.random() < _WRONG_CODES:
            self._look_at_picture(form)
            form = self._browser.send("wrong code", form, _ACT | {"captcha": "?"}, {303, 409, 422})
        if form.status not in {200, 422}:
            return
        self._look_at_picture(form)
        asked = monotonic()
        done = self._browser.send(kind, form, _ACT, {303, 409})
        if done.location.endswith("/aviso"):
            known = monotonic()
            notice = self._browser.open("notice", done.location, {200, 303})
            key = re.findall(r'class="key">(\w+)<', notice.html if kind == "book" else form.html)
            place = form.address if kind == "book" else ""
            act = Act(kind, self._person.id, "".join(key[:1]), place, asked, known)
            self._told.acts.append(act)
            if kind == "book" and self._chance.random() < _SHEETS:
                self._browser.open("sheet", "/citas/nueva/hoja.pdf", {200, 303})

    def _look_at_picture(self, form: _Page) -> None:
        (picture,) = re.findall(r'src="(/citas/captcha/[^"]+\.png)"', form.html)
        self._browser.open("picture", picture)

    def _search(self, address: str) -> str:
        form = self._browser.open("search form", address)
        return self._browser.send("search", form, typed(self._person), {303}).location


def work_at_once(address: str, people: list[Person], clients: int, seconds: float) -> Measured:
    """Have so many clients work for so many seconds; with fewer people, some share one."""
    told = Measured()
    began = monotonic()

    def goes_on() -> bool:
        lasted = monotonic() - began
        return lasted < seconds or (lasted < _LONGEST and not told.is_enough)

    with ThreadPoolExecutor(clients) as threads:
        working = []
        for seed, person in zip(range(clients), cycle(people), strict=False):
            chance = Random(seed)  # noqa: S311 - the same every time
            client = _Client(_Browser(address, told), person, chance, told)
            working.append(threads.submit(client.work, goes_on))
        for one in working:
            one.result()
    told.seconds = monotonic() - began
    return told
