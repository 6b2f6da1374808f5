"""What is answered to a request that waitress cannot read, or will not, before Flask sees it."""

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from stub_portal.web.headers import EVERYWHERE, NOT_KEPT

_TEXT = (
    "El portal de referencia no pudo leer lo que envió tu navegador, o era demasiado grande. "
    "Regresa a la página anterior e intenta de nuevo."
).encode()


class _SpanishError(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """A page of text with our headers; waitress's own would repeat the request, in English."""

    def execute(self) -> None:
        """Write the answer and end the connection."""
        error = self.request.error
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [("Content-Type", "text/plain; charset=utf-8")]
        self.response_headers += [*EVERYWHERE.items(), *NOT_KEPT.items()]
        self.set_close_on_finish()
        self.content_length = len(_TEXT)
        self.write(_TEXT)


class Channel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection that answers so."""

    error_task_class = _SpanishError
