"""Sessions kept on the server: the cookie is a random number and nothing else."""

import secrets
from hashlib import sha256
from typing import Any, cast

from flask import Flask, Request, Response, session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from stub_portal.service import Portal

_FORM_TOKEN = "csrf"  # noqa: S105 - the name that it is kept under


class StoredSession(CallbackDict[str, Any], SessionMixin):
    """A visit's data under a token that only the visitor's browser keeps."""

    def __init__(self, token: str, data: dict[str, Any]) -> None:
        self.token = token
        self.outlived_digest: str | None = None
        self.modified = False
        self.extended = False
        super().__init__(data, _mark_modified)

    @property
    def digest(self) -> str:
        """What the server knows the visit by."""
        return sha256(self.token.encode()).hexdigest()

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

    def renew(self) -> None:
        """Go on under another token, so that one planted beforehand is worth nothing."""
        self.outlived_digest = self.digest
        self.token = _new_token()
        self.modified = True


class StoredSessions(SessionInterface):
    """Flask's sessions, on the portal's store."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    def open_session(self, app: Flask, request: Request) -> StoredSession:
        """Resume the visit that the cookie names, or begin one."""
        token = request.cookies.get(self.get_cookie_name(app))
        if token:
            visit = StoredSession(token, {})
            data = self._portal.visits.load(visit.digest, self._portal.now())
            if data is not None:
                return StoredSession(token, data)
        # Never under a token that the server did not draw itself.
        return StoredSession(_new_token(), {})

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed, and hand the browser its token."""
        visit = cast("StoredSession", session)
        response.vary.add("Cookie")
        if not visit.modified:
            if visit.extended:
                self._portal.visits.extend(visit.digest, self._portal.now())
            return
        if visit.outlived_digest:
            self._portal.visits.forget(visit.outlived_digest)
        self._portal.visits.save(visit.digest, dict(visit), self._portal.now())
        response.set_cookie(
            self.get_cookie_name(app),
            visit.token,
            httponly=self.get_cookie_httponly(app),
            samesite=self.get_cookie_samesite(app),
            secure=self.get_cookie_secure(app),
            path=self.get_cookie_path(app),
        )


def current_visit() -> StoredSession:
    """Return the session of the request being answered, by its own type."""
    return cast("StoredSession", session)


def _mark_modified(visit: CallbackDict[str, Any]) -> None:
    cast("StoredSession", visit).modified = True


def _new_token() -> str:
    return secrets.token_urlsafe(32)
