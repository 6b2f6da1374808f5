"""What one visit sends is answered in turn: a second click finds what the first one did."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import request
from werkzeug.exceptions import TooManyRequests
from werkzeug.http import parse_cookie

from stub_portal.errors import UnavailableError
from stub_portal.faults import SLOW
from stub_portal.patience import held, one_wait
from stub_portal.web.sessions import COOKIE

# One that is answered and one that waits, as after a double click. More of them would wait for
# their answers in threads that other visits need.
_MOST = 2
_REFUSAL = "stub_portal.refusal"


class TooManyAtOnceError(TooManyRequests):
    """Two forms of the same visit were not answered yet when this one came."""


class InTurn:
    """A WSGI application whose forms wait for those that came before in the same visit.

    Around everything, because a visit's data is read before a view begins and kept after it ends.
    So is the patience of whoever asked: all that a request waits for is one wait.
    """

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app
        self._lines = _Lines()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request; those that change nothing wait for nobody, nor those of no visit."""
        visit = parse_cookie(environ).get(COOKIE)
        with one_wait():
            if environ["REQUEST_METHOD"] != "POST" or not visit:
                return self._app(environ, start_response)
            with self._lines.turn(visit) as refusal:
                environ[_REFUSAL] = refusal
                return self._app(environ, start_response)


def check() -> None:
    """Raise what kept the request being answered from its turn."""
    refusal: Exception | None = request.environ.get(_REFUSAL)
    if refusal:
        raise refusal


class _Line:
    """Those of one visit: whoever holds the lock is answered, the others wait."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.length = 0


class _Lines:
    """Every visit's, for as long as somebody stands in it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lines: dict[str, _Line] = {}

    @contextmanager
    def turn(self, visit: str) -> Generator[Exception | None]:
        """Wait for the turn and lend it, or lend why there is none."""
        line = self._join(visit)
        if line is None:
            yield TooManyAtOnceError()
            return
        try:
            with held(line.lock) as mine:
                yield None if mine else _not_in_time()
        finally:
            self._leave(visit, line)

    def _join(self, visit: str) -> _Line | None:
        with self._lock:
            line = self._lines.setdefault(visit, _Line())
            if line.length == _MOST:
                return None
            line.length += 1
            return line

    def _leave(self, visit: str, line: _Line) -> None:
        with self._lock:
            line.length -= 1
            if line.length == 0:
                del self._lines[visit]


def _not_in_time() -> UnavailableError:
    # Perhaps what is still being answered is this very form, sent before.
    return UnavailableError("No se atendió un formulario", SLOW, certain=False)
