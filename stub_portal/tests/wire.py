"""Requests to the byte, as a server hands them to the portal, and what it answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote_to_bytes, urlsplit

from flask import Flask
from werkzeug.datastructures import Headers
from werkzeug.test import create_environ, run_wsgi_app

from stub_portal.tests.profiles import TALLY

_UNPREFIXED = {"CONTENT_TYPE", "CONTENT_LENGTH"}


@dataclass(frozen=True, kw_only=True)
class Call:
    """One request; `path` is percent-decoded and `headers` come on top of the usual ones."""

    method: str = "GET"
    path: bytes = b"/"
    query: bytes = b""
    headers: tuple[tuple[str, bytes], ...] = ()
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)

    @property
    def kind(self) -> str:
        """The media type."""
        return self.headers.get("Content-Type", "").partition(";")[0]

    @property
    def text(self) -> str:
        """The body, which is UTF-8 without exception."""
        return self.body.decode()


def call_to(address: str, method: str = "GET", **rest: bytes) -> Call:
    """Return the request that a browser makes for an address with its escapes."""
    parts = urlsplit(address)
    path, query = unquote_to_bytes(parts.path), parts.query.encode()
    return Call(method=method, path=path, query=query, **rest)  # type: ignore[arg-type]


class Wire:
    """A connection to a portal that remembers cookies. `calls` counts what went over it."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._cookies: dict[str, str] = {}

    def send(self, call: Call) -> Answer:
        """Send a request; an exception that the portal lets through is raised."""
        environ = create_environ() | _environ(call, self._cookies)
        chunks, status, headers = run_wsgi_app(self._app, environ, buffered=True)
        answer = Answer(int(status.split()[0]), Headers(headers), b"".join(chunks))
        self._keep(answer.headers.getlist("Set-Cookie"))
        TALLY["requests"] += 1
        TALLY[f"answers {answer.status}"] += 1
        return answer

    def open(self, address: str) -> Answer:
        """Open an address as it stands, without following a redirect."""
        return self.send(call_to(address))

    def _keep(self, set_cookies: Iterable[str]) -> None:
        for cookie in set_cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value


def _environ(call: Call, cookies: dict[str, str]) -> dict[str, object]:
    # A WSGI server decodes by Latin-1 whatever bytes come in.
    environ: dict[str, object] = {
        "REQUEST_METHOD": call.method,
        "PATH_INFO": call.path.decode("latin-1"),
        "QUERY_STRING": call.query.decode("latin-1"),
        "CONTENT_LENGTH": str(len(call.body)),
        "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "wsgi.input": BytesIO(call.body),
    }
    for name, value in call.headers:
        key = name.upper().replace("-", "_")
        environ[key if key in _UNPREFIXED else f"HTTP_{key}"] = value.decode("latin-1")
    return environ
