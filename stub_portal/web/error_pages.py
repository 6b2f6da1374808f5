"""Pages for what goes wrong: what happened, and what the person can do."""

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException, InternalServerError

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
    500: (
        "Algo falló en el portal",
        "No es culpa tuya y tus citas no cambiaron. Espera un momento e intenta de nuevo.",
    ),
}


def register(app: Flask) -> None:
    """Have the application answer these errors with a page of its own."""
    for code in _TEXTS:
        app.register_error_handler(code, _page)


def _page(error: Exception) -> tuple[str, int]:
    code = error.code if isinstance(error, HTTPException) else None
    code = code or InternalServerError.code
    title, advice = _TEXTS[code]
    return render_template("error.html", title=title, advice=advice, code=code), code
