"""What one visit sends is answered in turn: a second click finds what the first one did."""

from collections.abc import Iterable
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_LOCKS = 64


class InTurn:
    """A WSGI application whose forms wait for those that came before under the same cookie.

    Around everything, because a visit's data is read before a view begins and kept after it ends.
    """

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app
        # As many as there are, and no more: two visits may share one and only wait a little.
        self._locks = tuple(Lock() for _ in range(_LOCKS))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request; those that change nothing wait for nobody."""
        if environ["REQUEST_METHOD"] != "POST":
            return self._app(environ, start_response)
        with self._locks[hash(environ.get("HTTP_COOKIE", "")) % _LOCKS]:
            return self._app(environ, start_response)
