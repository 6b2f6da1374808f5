"""The reference implementation of the portal that the guides describe, with fictitious data."""

from stub_portal.app import create_app
from stub_portal.clock import Clock, SystemClock
from stub_portal.errors import PortalError
from stub_portal.server import run_forever, serving
from stub_portal.settings import Settings

__all__ = [
    "Clock",
    "PortalError",
    "Settings",
    "SystemClock",
    "create_app",
    "run_forever",
    "serving",
]
