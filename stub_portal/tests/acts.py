"""People who book and cancel over HTTP, and remember what the portal acknowledged."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Literal
from urllib.parse import urlencode, urlsplit

from faker import Faker

from stub_portal import Settings, create_app
from stub_portal.domain.appointments import Agenda
from stub_portal.domain.people import Person
from stub_portal.domain.slots import Slot
from stub_portal.seed import fictitious_person
from stub_portal.tests.html_forms import forms_and_links
from stub_portal.tests.served import ANSWER
from stub_portal.tests.visitor import StillClock, local, typed
from stub_portal.web.current import portal_of

Act = Literal["book", "cancel"]
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_NOTICE = {"book": "Tu cita quedó agendada", "cancel": "La cancelación fue procesada"}
_WINDOWS = ("01", "02", "03")


class LostError(Exception):
    """The portal ended in the middle of an act."""


@dataclass
class Account:
    """A person with a slot of their own, which they book and cancel in turns.

    acknowledged: each key that was booked, and whether it was cancelled, by the notices received.
    asked: the act whose notice has not come; answered: whether its form was said to be done.
    """

    person: Person
    slot: Slot
    acknowledged: list[tuple[str, bool]] = field(default_factory=list)
    asked: Act | None = None
    answered: bool = False

    @property
    def next(self) -> Act:
        """What they can do now."""
        stands = self.acknowledged and not self.acknowledged[-1][1]
        return "cancel" if stands else "book"

    def act(self, address: str, before_sending: Callable[[], object] = lambda: None) -> None:
        """Book or cancel, from the search to the notice, or raise LostError."""
        self.asked, self.answered = self.next, False
        try:
            notice = _Walk(address).do(self, self.asked, before_sending)
        except (OSError, HTTPException) as error:
            raise LostError from error
        assert _NOTICE[self.asked] in notice, notice
        self._acknowledge(re.findall(r'class="key">(\w+)<', notice)[0])

    def settle(self, agenda: Agenda) -> bool:
        """Check what the log says and go on from there: an act is wholly in it, or not at all.

        Tell whether it holds one that was not acknowledged.
        """
        there = [(one.key, one.cancelled_at is not None) for one in agenda.appointments]
        assert {one.slot for one in agenda.appointments} <= {self.slot}
        unacknowledged = there != self.acknowledged
        if unacknowledged and self.asked:
            self._acknowledge(there[-1][0])
        assert there == self.acknowledged, f"{self.asked} was lost, done by half, or done twice"
        assert unacknowledged or not self.answered, f"{self.asked} was said to be done, and lost"
        self.asked, self.answered = None, False
        return unacknowledged

    def _acknowledge(self, key: str) -> None:
        if self.asked == "cancel":
            assert self.acknowledged.pop() == (key, False)
        self.acknowledged.append((key, self.asked == "cancel"))
        self.asked, self.answered = None, False


class _Walk:
    """A browser that goes through one act."""

    def __init__(self, address: str) -> None:
        self._line = HTTPConnection(urlsplit(address).netloc, timeout=30)
        self._cookie = ""

    def do(self, account: Account, act: Act, before_sending: Callable[[], object]) -> str:
        """Go from the search to the notice and return its page."""
        try:
            at = local_address(account.slot) if act == "book" else "/citas/cancela/detalle"
            search = "/citas/nueva" if act == "book" else "/citas/cancela"
            self._send(search, self._open(search), typed(account.person))
            page = self._open(at)
            before_sending()
            notice = self._send(at, page, {"solicitante": "Rosa Díaz Ñuño", "motivo": "otro"})
            account.answered = notice.endswith("/aviso")
            return self._open(notice)
        finally:
            self._line.close()

    def _open(self, address: str) -> str:
        return self._ask("GET", address)[1]

    def _send(self, address: str, page: str, fields: dict[str, str]) -> str:
        form = forms_and_links(address, page)[0][-1]
        body = urlencode(form.filled({"captcha": ANSWER, **fields}))
        location, answer = self._ask("POST", address, body)
        assert location, answer
        return location

    def _ask(self, method: str, address: str, body: str | None = None) -> tuple[str, str]:
        headers = {"Cookie": self._cookie} | (_FORM if body else {})
        self._line.request(method, address, body, headers)
        answer = self._line.getresponse()
        page = answer.read().decode()
        self._cookie = (answer.headers["Set-Cookie"] or self._cookie).partition(";")[0]
        return answer.headers["Location"] or "", page


def local_address(slot: Slot) -> str:
    """Return where a slot is confirmed."""
    start = slot.start
    return f"/citas/nueva/dias/{start:%Y-%m-%d}/{start:%H%M}/{slot.window}"


def open_accounts(database_url: str, number: int) -> list[Account]:
    """Register so many people in a new database, each with a slot of their own."""
    fake = Faker("es_MX")
    fake.seed_instance(number)
    accounts = []
    app = create_app(Settings(database_url=database_url), StillClock("2024-01-25 09:00"))
    for place in range(number):
        hour, window = divmod(place, len(_WINDOWS))
        start = local(f"2024-01-31 {9 + hour // 4:02}:{hour % 4 * 15:02}")
        slot = Slot(office="UAPES No. 4", window=_WINDOWS[window], start=start)
        accounts.append(Account(fictitious_person(fake, f"p{place}"), slot))
        portal_of(app).add_person(accounts[-1].person)
    portal_of(app).close()
    return accounts
