"""This machine's names, what can be a control's token, and no debug mode."""

import re

from flask import Flask

from stub_portal.errors import PortalError

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_TOKEN = re.compile(r"[!-~]+")


def is_token(text: str) -> bool:
    """Tell whether a text can be the token of a control: visible ASCII, as a header can hold."""
    return _TOKEN.fullmatch(text) is not None


def refuse_debug(app: Flask) -> None:
    """Raise PortalError in debug mode, in which errors would show the program and its data."""
    if app.debug:
        raise PortalError(
            "El portal de referencia no funciona en modo de depuración, porque mostraría datos "
            "en sus errores. Quite la variable FLASK_DEBUG y vuelva a intentarlo."
        )
