"""Every screen in every state, from the modules that say how to get to each.

Whoever adds a template, or a branch to one, adds a state that shows it: `test_screens.py` fails
until then.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import cast
from unittest.mock import patch

from flask import Flask

from stub_portal import Settings, create_app
from stub_portal.tests import (
    screens_booking,
    screens_cancel,
    screens_public,
    screens_reprint,
    screens_search,
)
from stub_portal.tests.branches import WatchedEnvironment, unseen
from stub_portal.tests.state import MORNING, STATES, Scene, Shown, State, show
from stub_portal.tests.visitor import StillClock

__all__ = [
    "STATES",
    "screens_booking",
    "screens_cancel",
    "screens_public",
    "screens_reprint",
    "screens_search",
]


@dataclass
class Screens:
    """The portals that the states are reached in, and what was shown in each state."""

    scenes: dict[str, Scene] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)

    @property
    def app(self) -> Flask:
        """A portal as it comes, for the files that every screen needs."""
        return self.scenes["{}"].app

    def visit(self, state: State) -> None:
        """Show a state, in a portal with its settings."""
        settings = str(state.settings)
        if settings not in self.scenes:
            self.scenes[settings] = _scene(state)
        self.shown[state.name] = show(state, self.scenes[settings])

    def unseen(self) -> list[str]:
        """Return the branches of templates that no state shows."""
        environments = [scene.app.jinja_env for scene in self.scenes.values()]
        return unseen(cast("list[WatchedEnvironment]", environments))


@contextmanager
def every_screen() -> Generator[Screens]:
    """Visit every state, and close the portals in the end."""
    screens = Screens()
    for state in STATES.values():
        screens.visit(state)
    yield screens
    for scene in screens.scenes.values():
        scene.portal.close()


def _scene(state: State) -> Scene:
    clock = StillClock(MORNING)
    usual = Settings(database_url="sqlite://", captcha_seed=1, key_seed=1)
    with patch.object(Flask, "jinja_environment", WatchedEnvironment):
        return Scene(create_app(replace(usual, **state.settings), clock), clock)
