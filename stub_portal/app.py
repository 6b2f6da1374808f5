"""Put a portal together."""

from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from stub_portal import phone_line
from stub_portal.clock import Clock
from stub_portal.domain import formats
from stub_portal.domain.slots import Slot
from stub_portal.safety import refuse_debug
from stub_portal.service import Portal
from stub_portal.settings import Settings
from stub_portal.web import (
    asisste,
    bitacora,
    bounds,
    cancela_cita,
    captcha_audio,
    captcha_picture,
    citas,
    control,
    csrf,
    error_pages,
    fonts,
    headers,
    nueva_cita,
    reimprime_cita,
    search_engine,
    turns,
)
from stub_portal.web.sessions import COOKIE, COOKIE_PATH, StoredSessions
from stub_portal.web.sessions import check as check_visit

_AREAS = (
    search_engine,
    asisste,
    citas,
    nueva_cita,
    bitacora,
    reimprime_cita,
    cancela_cita,
    captcha_picture,
    captcha_audio,
    fonts,
)


def create_app(settings: Settings, clock: Clock) -> Flask:
    """Return the portal as a WSGI application.

    Raises PortalError when there is no database, in debug mode, and for a control that cannot be.
    Its service is at `app.extensions["stub_portal"]` (typed: `web.current.portal_of(app)`),
    and is to be closed by whoever made the application.
    """
    app = Flask(__name__, root_path=str(Path(__file__).parent))
    app.config.update(
        SESSION_COOKIE_NAME=COOKIE,
        SESSION_COOKIE_PATH=COOKIE_PATH,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    refuse_debug(app)
    settable = control.clock_to_set(settings, clock)
    portal = Portal(settings, clock)
    app.extensions["stub_portal"] = portal
    app.session_interface = StoredSessions(portal)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals["phone_line"] = phone_line
    _add_filters(app, portal)
    for area in _AREAS:
        app.register_blueprint(area.blueprint)
    if settable:
        control.register(app, settable)
    error_pages.register(app)
    _guard(app)
    return app


def _guard(app: Flask) -> None:
    """Hold every request to its bounds and its token, and every answer to its headers."""
    app.request_class = bounds.BoundedRequest
    app.config.update(bounds.CONFIG)
    app.jinja_env.globals["csrf_field"] = csrf.csrf_field
    app.wsgi_app = turns.InTurn(app.wsgi_app)  # type: ignore[method-assign]  # Flask's documented way
    app.before_request(bounds.check)
    app.before_request(turns.check)
    app.before_request(check_visit)
    app.before_request(csrf.check)
    app.after_request(headers.add_headers)


def _add_filters(app: Flask, portal: Portal) -> None:
    def date(moment: datetime) -> str:
        return formats.date_text(moment, portal.settings.zone)

    def limit_time(moment: datetime) -> str:
        return formats.limit_text(moment, portal.settings.zone)

    def moment(moment: datetime) -> str:
        return formats.moment_text(moment, portal.settings.zone)

    def listed_hours(slot: Slot) -> str:
        return formats.listed_hours(slot, portal.settings.zone)

    def offered_hours(slot: Slot) -> str:
        return formats.offered_hours(slot, portal.settings.zone)

    filters: dict[str, Any] = {
        "date": date,
        "day": formats.day_text,
        "weekday": formats.weekday_text,
        "limit_time": limit_time,
        "moment": moment,
        "listed_hours": listed_hours,
        "offered_hours": offered_hours,
    }
    app.jinja_env.filters.update(filters)
