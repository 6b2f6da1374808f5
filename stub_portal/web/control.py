"""Control over HTTP, for tests in another process: POST /control/METHOD with its arguments.

Only where `Settings.control_token` is set; whoever calls must be on this machine and say that
token. Arguments and results are JSON by the types of the method: {"moment": "2024-01-26T10:00Z"}
is answered with {"result": null}, and what the control refuses with {"error": "…"} in Spanish.
"""

import json
from hmac import compare_digest
from inspect import isfunction
from typing import Any

from flask import Blueprint, Flask, current_app, request
from flask.typing import ResponseReturnValue

from stub_portal.clock import Clock, StillClock
from stub_portal.control import ControlError, PortalControl
from stub_portal.errors import PortalError
from stub_portal.json_by_type import (
    WrongValueError,
    arguments_from_json,
    result_type,
    to_json,
)
from stub_portal.safety import is_this_machine, is_token
from stub_portal.settings import Settings
from stub_portal.web.control_name import NAME
from stub_portal.web.current import portal_of

# What can be called: an attribute is never looked up by a name that was sent.
METHODS = {
    name: method
    for name, method in vars(PortalControl).items()
    if isfunction(method) and not name.startswith("_")
}
# A history of a thousand events has less than a hundred kilobytes.
_LARGEST_REQUEST = 256 * 1024

blueprint = Blueprint(NAME, __name__, url_prefix="/control")


def clock_to_set(settings: Settings, clock: Clock) -> StillClock | None:
    """Return the clock of a portal that is to have control, or None when it is to have none.

    Raises PortalError for a token that no header can hold, or a clock that cannot be set.
    """
    if settings.control_token is None:
        return None
    if not is_token(settings.control_token):
        raise PortalError(
            "La contraseña del control está vacía o lleva espacios, acentos o eñes. "
            "Use letras sin acento y números."
        )
    if not isinstance(clock, StillClock):
        raise PortalError(
            "El control necesita un reloj que se pueda poner a la hora. Use StillClock."
        )
    return clock


def register(app: Flask, clock: StillClock) -> None:
    """Give a portal its control."""
    app.extensions["stub_portal_control"] = PortalControl(portal_of(app), clock)
    app.register_blueprint(blueprint)
    app.before_request(_allow_histories)


@blueprint.before_request
def guard() -> ResponseReturnValue | None:
    """Refuse whoever is on another machine or does not say the token."""
    if not is_this_machine(request.remote_addr or ""):
        return {"error": "El control solo atiende a esta computadora."}, 403
    token = portal_of(current_app).settings.control_token
    expected = f"Bearer {token}".encode()
    sent = request.headers.get("Authorization", "").encode(errors="replace")
    if token and compare_digest(sent, expected):
        return None
    error = {"error": "Falta la contraseña del control, o es otra."}
    return error, 401, {"WWW-Authenticate": "Bearer"}


@blueprint.post("/<name>")
def call(name: str) -> ResponseReturnValue:
    """Carry out a method of the control."""
    method = METHODS.get(name)
    if method is None:
        return {"error": f"El control no sabe hacer eso; sabe: {', '.join(METHODS)}."}, 404
    control: PortalControl = current_app.extensions["stub_portal_control"]
    try:
        arguments = arguments_from_json(method, _sent())
        result = method(control, **arguments)
    except (WrongValueError, ControlError) as error:
        return {"error": str(error)}, 400
    return {"result": to_json(result_type(method), result)}


def _allow_histories() -> None:
    # Before anybody asks how long the request is. What is in it is read after its token.
    if request.blueprint == NAME:
        request.max_content_length = _LARGEST_REQUEST


def _sent() -> Any:
    try:
        return json.loads(request.get_data())
    except (ValueError, RecursionError) as error:
        raise WrongValueError(
            "Los argumentos deben ser un objeto de JSON, enviado como application/json."
        ) from error
