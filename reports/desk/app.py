"""Put a desk together: its pages, its safety, and what is told when something goes wrong."""

from pathlib import Path

from flask import Flask, Response, make_response, render_template
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from werkzeug.exceptions import HTTPException, SecurityError

from reports.desk import files, pages, wording
from reports.desk.desk import Desk
from reports.desk.safety import guard
from reports.errors import ReportsError
from reports.guides.content import Note, Paragraph, as_shown
from reports.pictures.states import State
from reports.wording import LABEL, date_and_time

_HERE = Path(__file__).parent
_WENT_WRONG = {
    403: (
        "Esta página ya no sirve para decidir",
        "No se cambió nada. La mesa se cerró y se abrió otra vez: vuelva al inicio y repítalo.",
    ),
    404: (
        "Aquí no hay nada que revisar",
        "La imagen ya no espera, o nunca hubo una con ese nombre. Vuelva al inicio de la mesa.",
    ),
}
_UNKNOWN = (
    "La mesa no pudo mostrar esta página",
    "No se cambió nada. Vuelva al inicio e inténtelo otra vez.",
)


_NOT_OURS = (
    "La mesa solo atiende en esta computadora: ábrala con la dirección que dio la terminal, "
    "que empieza con http://127.0.0.1."
)


def create_app(desk: Desk) -> Flask:
    """Return the pages of a desk as a WSGI application."""
    app = Flask(__name__)
    app.jinja_loader = ChoiceLoader(
        [FileSystemLoader(_HERE / "templates"), FileSystemLoader(_HERE.parent / "templates")]
    )
    app.extensions["desk"] = pages.OpenDesk(desk)
    _speak(app)
    guard(app)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(files.blueprint)
    app.register_error_handler(ReportsError, _problem)
    app.register_error_handler(HTTPException, _refusal)
    app.register_error_handler(SecurityError, _not_ours)
    return app


def _speak(app: Flask) -> None:
    """Give the templates their words: the desk's own, and those of what guides say."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals |= {
        "LABEL": LABEL,
        "MEANING": wording.STATE_MEANING,
        "State": State,
        "date_and_time": date_and_time,
        "images": wording.images,
        "waiting_text": wording.waiting_text,
    }
    environment.filters |= {"as_shown": as_shown, "day": wording.day}
    environment.tests |= {
        "paragraph": lambda block: isinstance(block, Paragraph),
        "note": lambda block: isinstance(block, Note),
    }


def _problem(error: ReportsError) -> Response:
    """Tell what keeps the desk from being shown; once mended, the page can be loaded again."""
    what, _, advice = str(error).partition("Qué hacer: ")
    text = render_template(
        "problema.html", title="La mesa no se puede mostrar", told=what.strip(), advice=advice
    )
    return make_response(text, 503)


def _refusal(error: HTTPException) -> Response:
    title, told = _WENT_WRONG.get(error.code or 500, _UNKNOWN)
    text = render_template("problema.html", title=title, told=told, advice="")
    return make_response(text, error.code or 500)


def _not_ours(_: SecurityError) -> Response:
    """Answer who asks under another name, who gets none of our pages."""
    return Response(_NOT_OURS, 400, mimetype="text/plain")
