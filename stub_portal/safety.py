"""This machine's names and addresses, what can be a control's token, and no debug mode."""

import re
from ipaddress import ip_address

from flask import Flask

from stub_portal.errors import PortalError

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_TOKEN = re.compile(r"[!-~]+")


def is_this_machine(address: str) -> bool:
    """Tell whether a request that comes from an address comes from this machine.

    It has millions of them, of which any program may take another one for every request.
    """
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


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
