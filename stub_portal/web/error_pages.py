"""Pages for what goes wrong: what happened, and what the person can do."""

from math import ceil

from flask import Flask, Response, current_app, render_template, request
from flask.globals import request_ctx
from werkzeug.exceptions import HTTPException, InternalServerError

from stub_portal import patience
from stub_portal.domain.formats import date_text, limit_text
from stub_portal.errors import UnavailableError
from stub_portal.web.csrf import StaleFormError
from stub_portal.web.current import current_portal
from stub_portal.web.guessing import TooManyGuessesError
from stub_portal.web.in_doubt import UNKNOWN, can_act, follows_an_act
from stub_portal.web.sessions import current_visit
from stub_portal.web.turns import TooManyAtOnceError
from stub_portal.web.unavailable import SENT_AGAIN, answer

_TEXTS = {
    400: (
        "No entendimos la solicitud",
        "La información llegó incompleta o dañada. Regresa a la página anterior y reintenta.",
    ),
    404: (
        "No encontramos esta página",
        "Revisa que la dirección esté bien escrita o empieza de nuevo desde el buscador.",
    ),
    405: (
        "Esta página no se puede usar así",
        "Llega a ella desde el menú o desde el formulario que le corresponde.",
    ),
    413: (
        "Enviaste demasiada información",
        "Los campos aceptan solo unos cuantos renglones. Regresa y escribe menos texto.",
    ),
    416: (
        "No existe esa parte del archivo",
        "El archivo es más corto de lo que pediste. Pídelo completo.",
    ),
    500: (
        "Algo falló en el portal",
        "No es culpa tuya y tus citas no cambiaron. Espera un momento e intenta de nuevo.",
    ),
}
_IN_DOUBT = f"No es culpa tuya. {UNKNOWN}"


def register(app: Flask) -> None:
    """Have the application answer these errors with a page of its own."""
    for code in _TEXTS:
        app.register_error_handler(code, _page)
    app.register_error_handler(StaleFormError, _stale_form)
    app.register_error_handler(TooManyGuessesError, _too_many_guesses)
    app.register_error_handler(TooManyAtOnceError, _too_many_at_once)
    app.register_error_handler(UnavailableError, _unavailable)


def _page(error: Exception) -> tuple[str, int]:
    code = error.code if isinstance(error, HTTPException) else None
    code = code or InternalServerError.code
    title, advice = _TEXTS[code]
    if code == InternalServerError.code and (can_act() or follows_an_act()):
        advice = _IN_DOUBT
    return _render(code, title, advice), code


def _stale_form(_: StaleFormError) -> tuple[str, int]:
    advice = (
        "No cambió nada. El formulario venció o tu navegador no aceptó la cookie que lo acompaña. "
        "Vuelve a la página del formulario, llénalo de nuevo y envíalo desde ahí."
    )
    # Where a form is sent to, it can also be opened.
    page = _render(400, "Este formulario ya no sirve", advice, form=request.path)
    return page, 400


def _too_many_guesses(error: TooManyGuessesError) -> tuple[str, int, dict[str, str]]:
    zone = current_portal().settings.zone
    advice = (
        "Hubo muchos intentos seguidos que no coincidieron y, para proteger los datos de todas "
        "las personas, hay que hacer una pausa. No cambió nada. Podrás intentar de nuevo el "
        f"{date_text(error.until, zone)} a partir de las {limit_text(error.until, zone)}."
    )
    page = _render(429, "Espera un momento para volver a intentar", advice)
    return page, 429, {"Retry-After": str(error.seconds)}


def _too_many_at_once(_: TooManyAtOnceError) -> tuple[str, int, dict[str, str]]:
    advice = (
        "Enviaste algo varias veces seguidas y el portal todavía no termina con lo primero. "
        f"Espera un momento y vuelve a cargar esta página.{SENT_AGAIN}"
    )
    page = _render(429, "Todavía estamos atendiendo lo que enviaste", advice)
    return page, 429, {"Retry-After": str(ceil(patience.SECONDS))}


def _unavailable(error: UnavailableError) -> Response:
    current_visit().keep_nothing()  # it would only fail, and make the person wait, once more
    return answer(error)


def _render(code: int, title: str, advice: str, form: str = "") -> str:
    if request_ctx.url_adapter is None:  # the Host header is no name at all; links need one
        request_ctx.url_adapter = current_app.url_map.bind("localhost")
    return render_template("error.html", code=code, title=title, advice=advice, form=form)
