"""What every answer says to browsers and search engines about itself."""

from flask import Response, request

EVERYWHERE = {
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "media-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}
NOT_KEPT = {"Cache-Control": "no-store"}
# Files that are the same for everybody.
_KEPT = frozenset({"static", "fonts.font"})


def add_headers(response: Response) -> Response:
    """Add the headers; whatever may hold a person's data is never stored by anybody."""
    response.headers.update(EVERYWHERE)
    if response.mimetype == "text/html" or request.endpoint not in _KEPT:
        response.headers.update(NOT_KEPT)
    return response
