"""Somebody who uses the portal through Flask's test client, and the clock on the wall."""

from datetime import datetime
from html import unescape
from re import DOTALL, findall, search, sub
from typing import Self
from zoneinfo import ZoneInfo

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.web import shown

ZONE = ZoneInfo("America/Mexico_City")


def local(text: str) -> datetime:
    """Return the moment that the office's clock shows, as "2024-01-24 12:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def typed(person: Person) -> dict[str, str]:
    """Return the search form's fields with a person's data."""
    return {
        "identidad": person.curp,
        "nombres": person.names,
        "primer_apellido": person.first_surname,
        "segundo_apellido": person.second_surname,
    }


class StillClock:
    """A clock that moves only when it is set."""

    def __init__(self, text: str) -> None:
        self.moment = local(text)

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.moment

    def set(self, text: str) -> None:
        """Set it to a moment in the office's time zone."""
        self.moment = local(text)


class Visitor:
    """One browser: it keeps cookies and the page it sees."""

    page: TestResponse

    def __init__(self, client: FlaskClient, portal: Portal) -> None:
        self.client = client
        self.portal = portal

    def open(self, address: str) -> Self:
        """Open an address, through every redirect."""
        self.page = self.client.get(address, follow_redirects=True)
        return self

    def send(self, address: str, **fields: str) -> Self:
        """Send a form of this visit, through every redirect."""
        fields = {"csrf": self.form_token()} | fields
        self.page = self.client.post(address, data=fields, follow_redirects=True)
        return self

    def form_token(self) -> str:
        """Return what the forms of this visit carry, which any of them shows."""
        form = self.client.get("/citas/bitacora").text
        return form.partition('name="csrf" value="')[2].partition('"')[0]

    def search(self, address: str, person: Person, **instead: str) -> Self:
        """Fill the search form with a person's data, some of it replaced."""
        return self.send(address, **typed(person) | instead)

    def choose_appointment(self, person: Person) -> Self:
        """Go as far as the form that cancels."""
        return self.search("/citas/cancela", person).open("/citas/cancela/detalle")

    def cancel(self, **instead: str) -> Self:
        """Fill the form that cancels, some of it replaced, and send it."""
        fields = {
            "solicitante": "Rosa Díaz Ñuño",
            "motivo": "otro",
            "captcha": self.portal.last_captcha_answer(),
        }
        return self.send("/citas/cancela/detalle", **fields | self.carried() | instead)

    def carried(self) -> dict[str, str]:
        """Return what the form that acts carries along without anybody seeing it."""
        return {name: self.value(name) for name in ("csrf", "captcha_id", shown.FIELD)}

    @property
    def path(self) -> str:
        """The address of the page."""
        return self.page.request.path

    @property
    def text(self) -> str:
        """What the page says, blanks collapsed."""
        body = sub(r"<(head|option)\b.*?</\1>", " ", self.page.text, flags=DOTALL)
        return " ".join(unescape(sub(r"<[^>]+>", " ", body)).split())

    @property
    def rows(self) -> list[list[str]]:
        """The cells of every row of the page's table, headings first."""
        rows = findall(r"<tr.*?</tr>", self.page.text, DOTALL)
        return [
            [sub(r"<[^>]+>", "", cell) for cell in findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
            for row in rows
        ]

    @property
    def facts(self) -> dict[str, str]:
        """The terms of the page's description lists with what they describe."""
        return dict(findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", self.page.text))

    @property
    def errors(self) -> list[str]:
        """What the summary of errors lists."""
        summary = findall(r'<div class="alert".*?</div>', self.page.text, DOTALL)
        items = findall(r"<li>(.*?)</li>", "".join(summary), DOTALL)
        return [unescape(sub(r"<[^>]+>", "", text)) for text in items]

    def texts(self, tag: str) -> list[str]:
        """Return what every element of that tag says."""
        found = findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", self.page.text, DOTALL)
        return [unescape(sub(r"<[^>]+>", "", text)).strip() for text in found]

    def value(self, name: str) -> str:
        """Return the value of a field, to the letter."""
        field = search(rf'<input [^>]*name="{name}"[^>]*>', self.page.text)
        assert field, f"no field {name} in {self.path}"
        value = search(r'value="([^"]*)"', field[0])
        return unescape(value[1]) if value else ""
