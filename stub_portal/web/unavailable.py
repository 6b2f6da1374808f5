"""What a person is told while the database cannot be used; nothing here needs it."""

from flask import Response, current_app, make_response, render_template, request

from stub_portal.errors import UnavailableError
from stub_portal.web.in_doubt import UNKNOWN, can_act, follows_an_act

_NOTHING_SENT = "Tus citas siguen como estaban."
_NOTHING_KEPT = "No se guardó nada de lo que enviaste: tus citas siguen como estaban."
_SOON = "Espera un momento y vuelve a cargar esta página."
_LATER = "Hay que reparar una falla. Más tarde, vuelve a cargar esta página."
# A browser forgets what was typed when it goes back, because nothing of it may be stored.
SENT_AGAIN = (
    " Si tu navegador pregunta, acepta enviar de nuevo el formulario: así no se pierde lo que "
    "escribiste y nada se hace dos veces."
)


def answer(error: UnavailableError, *, after_the_act: bool = False) -> Response:
    """Return the page that says what became of the request, and tell the log what to mend.

    after_the_act: the request was answered, and only then could the visit not be kept.
    """
    current_app.logger.error("%s", error)
    sent = request.method == "POST"
    # A search asks only for the visit to be kept.
    unknown = follows_an_act() or (can_act() and (after_the_act or not error.certain))
    untouched = _NOTHING_KEPT if sent else _NOTHING_SENT
    happened = UNKNOWN if unknown else untouched
    wait = error.fault.wait
    advice = (_SOON if wait else _LATER) + (SENT_AGAIN if sent else "")
    page = render_template("unavailable.html", happened=happened, advice=advice)
    return make_response(page, 503, {"Retry-After": str(wait)} if wait else {})


def answer_instead(response: Response, error: UnavailableError) -> None:
    """Turn an answer that was ready into that page, and keep the headers that all answers have."""
    page = answer(error, after_the_act=True)
    response.status = page.status
    response.set_data(page.get_data())
    response.headers.remove("Location")
    response.headers.update(page.headers)
