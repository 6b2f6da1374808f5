"""Of which requests nobody can tell, when they fail, whether an appointment changed."""

from flask import request

UNKNOWN = (
    "No sabemos si se alcanzó a hacer lo que enviaste. En cuanto el portal responda, lo puedes "
    "ver en tu Bitácora."
)
# Where whoever booked or cancelled is led next.
_NOTICES = frozenset({"nueva_cita.done", "cancela_cita.done"})


def can_act() -> bool:
    """Tell whether the request can change an appointment: those that can ask for a captcha."""
    return request.method == "POST" and "captcha" in request.form


def follows_an_act() -> bool:
    """Tell whether somebody who opens this has probably just booked or cancelled."""
    return request.endpoint in _NOTICES
