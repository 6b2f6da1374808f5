"""The reference implementation of the portal that the guides describe, with fictitious data."""

from stub_portal.app import create_app
from stub_portal.clock import StillClock, SystemClock
from stub_portal.control import PortalControl
from stub_portal.errors import PortalError
from stub_portal.server import run_forever, serving
from stub_portal.settings import Settings
from stub_portal.tryout import tryout_data
from stub_portal.web.current import portal_of

__all__ = [
    "PortalControl",
    "PortalError",
    "Settings",
    "StillClock",
    "SystemClock",
    "create_app",
    "portal_of",
    "run_forever",
    "serving",
    "tryout_data",
]
