"""How much a request may hold, and which name of this machine it must be for."""

from io import BytesIO
from typing import IO
from urllib.parse import urlsplit

from flask import Request, abort, request

from stub_portal.safety import LOOPBACK

# A form of this portal is well under a kilobyte, and the longest has eight fields.
LARGEST_REQUEST = 16 * 1024
MOST_FIELDS = 20
CONFIG = {
    "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
    "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST,
    "MAX_FORM_PARTS": MOST_FIELDS,
}


class BoundedRequest(Request):
    """A request whose uploads, which no form asks for, never reach the disk."""

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        # Werkzeug's own would be a temporary file, left open when there are too many of them.
        return BytesIO()


def check() -> None:
    """Refuse too many fields, an address that is no text, and a name that is not this machine's."""
    if urlsplit(f"//{request.host}").hostname not in LOOPBACK:
        abort(400)
    try:
        request.query_string.decode()
    except UnicodeDecodeError:
        abort(400)  # Werkzeug would raise when the address is first asked for its parts
    # MAX_FORM_PARTS knows of multipart bodies alone.
    if len(list(request.form.items(multi=True))) > MOST_FIELDS:
        abort(413)
