"""The desk is for who sits at this machine: no other site can see it, or act in their stead."""

from collections.abc import Callable
from hmac import compare_digest
from secrets import token_urlsafe

from flask import Flask, Response, abort, request
from markupsafe import Markup

FIELD = "llave"
_HOSTS = ["127.0.0.1", "localhost"]
_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
# What browsers say of a request that no other site began; a few say nothing.
_OUR_OWN = frozenset({"same-origin", "none", ""})
# A form with every picture of a hundred guides stays below; nothing is ever uploaded.
_LARGEST_FORM = 1024 * 1024
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guard(app: Flask) -> None:
    """Hold every request to this machine's names and to our forms, and every answer to headers."""
    app.config.update(
        SECRET_KEY=token_urlsafe(),  # what was signed by another process is not ours
        SESSION_COOKIE_NAME="mesa",
        SESSION_COOKIE_SAMESITE="Strict",
        TRUSTED_HOSTS=_HOSTS,
        MAX_CONTENT_LENGTH=_LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=_LARGEST_FORM,
    )
    token = token_urlsafe()
    app.jinja_env.globals["form_key"] = Markup('<input type="hidden" name="{}" value="{}">').format(
        FIELD, token
    )
    app.before_request(_checker(token))
    app.after_request(_add_headers)


def _checker(token: str) -> Callable[[], None]:
    def check() -> None:
        if request.method in _CHANGES_NOTHING:
            return
        ours = request.headers.get("Sec-Fetch-Site", "") in _OUR_OWN
        sent = request.form.get(FIELD, "")
        if not (ours and compare_digest(sent.encode(errors="replace"), token.encode())):
            abort(403)

    return check


def _add_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    if not response.headers.get("Cache-Control"):
        response.headers["Cache-Control"] = "no-store"
    return response
