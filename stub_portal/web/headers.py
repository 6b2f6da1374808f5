"""What every answer says to browsers and search engines about itself."""

from flask import Response

_EVERYWHERE = {
    "X-Robots-Tag": "noindex",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}


def add_headers(response: Response) -> Response:
    """Add the headers; pages may hold a person's data, so no page is ever stored."""
    response.headers.update(_EVERYWHERE)
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "no-store"
    return response
