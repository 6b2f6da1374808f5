"""Put a portal together."""

from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from stub_portal.clock import Clock
from stub_portal.domain import formats
from stub_portal.domain.slots import Slot
from stub_portal.service import Portal
from stub_portal.settings import Settings
from stub_portal.web import (
    asisste,
    bitacora,
    cancela_cita,
    captcha_picture,
    citas,
    error_pages,
    fonts,
    headers,
    search_engine,
)
from stub_portal.web.sessions import StoredSessions

# A form of this portal is well under a kilobyte.
_LARGEST_REQUEST = 16 * 1024


def create_app(settings: Settings, clock: Clock) -> Flask:
    """Return the portal as a WSGI application; raises PortalError without a database.

    Its service is at `app.extensions["stub_portal"]` (typed: `web.current.portal_of(app)`),
    and is to be closed by whoever made the application.
    """
    app = Flask(__name__, root_path=str(Path(__file__).parent))
    app.config.update(
        MAX_CONTENT_LENGTH=_LARGEST_REQUEST,
        SESSION_COOKIE_NAME="visita",
        SESSION_COOKIE_PATH="/citas",
        SESSION_COOKIE_SAMESITE="Lax",
    )
    portal = Portal(settings, clock)
    app.extensions["stub_portal"] = portal
    app.session_interface = StoredSessions(portal)
    app.jinja_env.undefined = StrictUndefined
    _add_filters(app, settings)
    for area in (search_engine, asisste, citas, bitacora, cancela_cita, captcha_picture, fonts):
        app.register_blueprint(area.blueprint)
    error_pages.register(app)
    app.after_request(headers.add_headers)
    return app


def _add_filters(app: Flask, settings: Settings) -> None:
    def date(moment: datetime) -> str:
        return formats.date_text(moment, settings.zone)

    def clock_time(moment: datetime) -> str:
        return formats.clock_text(moment, settings.zone)

    def moment(moment: datetime) -> str:
        return formats.moment_text(moment, settings.zone)

    def listed_hours(slot: Slot) -> str:
        return formats.listed_hours(slot, settings.zone)

    def offered_hours(slot: Slot) -> str:
        return formats.offered_hours(slot, settings.zone)

    filters: dict[str, Any] = {
        "date": date,
        "clock_time": clock_time,
        "moment": moment,
        "listed_hours": listed_hours,
        "offered_hours": offered_hours,
    }
    app.jinja_env.filters.update(filters)
