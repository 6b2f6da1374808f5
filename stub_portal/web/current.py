"""The portal behind a Flask application."""

from typing import cast

from flask import Flask, current_app

from stub_portal.service import Portal


def portal_of(app: Flask) -> Portal:
    """Return the portal that `create_app` put into the application."""
    return cast("Portal", app.extensions["stub_portal"])


def current_portal() -> Portal:
    """Return the portal of the request being answered."""
    return portal_of(current_app)
