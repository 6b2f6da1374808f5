"""A portal with control over HTTP, and somebody who calls it."""

import json
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from stub_portal import PortalControl, Settings, StillClock, create_app, portal_of
from stub_portal.clock import START
from stub_portal.domain.people import Person
from stub_portal.service import Portal

TOKEN = "the-token-of-this-test"  # noqa: S105 - it opens nothing
_DATA = ("curp", "rfc", "names", "first_surname", "second_surname")
MOMENT = {"moment": "2024-01-28T10:00:00-06:00"}
NOON, NIGHT = "2024-02-01T12:00:00-06:00", "2024-01-25T21:00:00-06:00"


@dataclass(frozen=True)
class Controlled:
    """A portal, the clock that its control sets, and the same control in process."""

    app: Flask
    clock: StillClock
    control: PortalControl

    @property
    def portal(self) -> Portal:
        """The service behind it."""
        return portal_of(self.app)

    @property
    def is_set(self) -> bool:
        """Whether anybody has set its clock."""
        return self.clock.now() != START

    def ask(self, name: str, arguments: object, token: str = TOKEN, **more: Any) -> TestResponse:
        """Have a method called, with these arguments as JSON; bytes are sent as they are."""
        body = arguments if isinstance(arguments, bytes) else json.dumps(arguments)
        authorization = {"Authorization": f"Bearer {token}"}
        return self.app.test_client().post(
            f"/control/{name}", **{"data": body, "headers": authorization} | more
        )


def controlled_portal(token: str | None = TOKEN) -> Controlled:
    """Return an empty portal in memory, to be closed; it has control if there is a token."""
    clock = StillClock()
    app = create_app(Settings.for_tests(token), clock)
    return Controlled(app, clock, PortalControl(portal_of(app), clock))


def error_of(answer: TestResponse, status: int) -> str:
    """Check that an answer refuses, and return what it says."""
    assert (answer.status_code, list(answer.json or {})) == (status, ["error"])
    told: str = answer.get_json()["error"]
    return told


def data_of(person: Person) -> dict[str, str]:
    """Return what control tells of a person."""
    return {name: getattr(person, name) for name in _DATA}
