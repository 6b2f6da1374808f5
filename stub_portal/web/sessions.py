"""Sessions kept on the server: the cookie is a random number and nothing else."""

import secrets
from hashlib import sha256
from typing import Any, cast

from flask import Flask, Request, Response, session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from stub_portal.errors import UnavailableError
from stub_portal.service import Portal
from stub_portal.web.unavailable import answer_instead

COOKIE, COOKIE_PATH = "visita", "/citas"
_FORM_TOKEN = "csrf"  # noqa: S105 - the name that it is kept under


class StoredSession(CallbackDict[str, Any], SessionMixin):
    """A visit's data under a token that only the visitor's browser keeps."""

    def __init__(self, token: str, data: dict[str, Any], *, new: bool) -> None:
        self.token = token
        self.new = new
        self.outlived_digest: str | None = None
        self.unavailable: UnavailableError | None = None
        self._loaded = data
        super().__init__(data, _mark_modified)
        self.keep_nothing()

    @property
    def digest(self) -> str:
        """What the server knows the visit by."""
        return _digest(self.token)

    @property
    def changed(self) -> dict[str, Any]:
        """What this answer changed. Nothing that a visit remembers is ever taken out of it."""
        return {name: value for name, value in self.items() if self._loaded.get(name) != value}

    @property
    def known_form_token(self) -> str:
        """What every form of this visit carries; "" before the first."""
        return str(self.get(_FORM_TOKEN, ""))

    def form_token(self) -> str:
        """Return what every form of this visit carries, drawn with the first.

        It outlives `renew`, so that forms open in other windows can still be sent.
        """
        return str(self.setdefault(_FORM_TOKEN, _new_token()))

    def extend(self) -> None:
        """Last the whole time to live again from now."""
        self.extended = True

    def keep_nothing(self) -> None:
        """Leave the visit as the server remembers it."""
        self.modified = False
        self.extended = False

    def renew(self) -> None:
        """Go on under another token, so that one planted beforehand is worth nothing."""
        self.outlived_digest = self.digest
        self.token = _new_token()
        self.new = True
        self.modified = True


class StoredSessions(SessionInterface):
    """Flask's sessions, on the portal's store."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    def open_session(self, app: Flask, request: Request) -> StoredSession:
        """Resume the visit that the cookie names, or begin one."""
        # Never under a token that the server did not draw itself.
        visit = StoredSession(_new_token(), {}, new=True)
        try:
            return self._resumed(request.cookies.get(self.get_cookie_name(app))) or visit
        except UnavailableError as error:
            visit.unavailable = error  # nothing can be answered yet: `check` raises it
            return visit

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed, and hand the browser its token if that is a new one."""
        visit = cast("StoredSession", session)
        response.vary.add("Cookie")
        try:
            self._keep(visit)
        except UnavailableError as error:
            answer_instead(response, error)
            return
        # An old one not once more: meanwhile, another answer may have renewed it.
        if visit.modified and visit.new:
            response.set_cookie(
                self.get_cookie_name(app),
                visit.token,
                httponly=self.get_cookie_httponly(app),
                samesite=self.get_cookie_samesite(app),
                secure=self.get_cookie_secure(app),
                path=self.get_cookie_path(app),
            )

    def _resumed(self, token: str | None) -> StoredSession | None:
        if not token:
            return None
        data = self._portal.visits.load(_digest(token), self._portal.now())
        return None if data is None else StoredSession(token, data, new=False)

    def _keep(self, visit: StoredSession) -> None:
        visits, now = self._portal.visits, self._portal.now()
        if visit.modified and visit.outlived_digest:
            left = {_FORM_TOKEN: visit.known_form_token}
            visits.renew(visit.digest, dict(visit), now, before=visit.outlived_digest, left=left)
        elif visit.modified and visit.new:
            visits.begin(visit.digest, dict(visit), now)
        elif visit.modified:
            visits.keep(visit.digest, visit.changed, now)
        elif visit.extended:
            visits.extend(visit.digest, now)


def check() -> None:
    """Raise the UnavailableError for which the visit of this request could not be resumed."""
    unavailable = current_visit().unavailable
    if unavailable:
        raise unavailable


def begin_visit(portal: Portal, data: dict[str, Any]) -> str:
    """Begin a visit that has come this far, and return what its cookie holds."""
    token = _new_token()
    portal.visits.begin(_digest(token), data, portal.now())
    return token


def current_visit() -> StoredSession:
    """Return the session of the request being answered, by its own type."""
    return cast("StoredSession", session)


def _mark_modified(visit: CallbackDict[str, Any]) -> None:
    cast("StoredSession", visit).modified = True


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _new_token() -> str:
    return secrets.token_urlsafe(32)
