from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from stub_portal import Settings, create_app
from stub_portal.domain.people import Person
from stub_portal.seed import bystanders, populate, published_examples
from stub_portal.service import Portal
from stub_portal.tests import profiles
from stub_portal.tests.visitor import StillClock, Visitor
from stub_portal.web.current import portal_of

MakeApp = Callable[..., Flask]
profiles.register()


@pytest.fixture
def clock() -> StillClock:
    """The morning after the guides' appointments were registered."""
    return StillClock("2024-01-25 09:00")


@pytest.fixture
def make_app(clock: StillClock) -> Generator[MakeApp]:
    """Make populated portals in memory, by settings, and close them afterwards."""
    with ExitStack() as closing:

        def make(**settings: Any) -> Flask:
            usual = Settings(database_url="sqlite://", captcha_seed=1)
            app = create_app(replace(usual, **settings), clock)
            closing.callback(portal_of(app).close)
            populate(portal_of(app))
            return app

        yield make


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    """A portal as it comes."""
    return make_app()


@pytest.fixture
def portal(app: Flask) -> Portal:
    """The service behind it."""
    return portal_of(app)


@pytest.fixture
def visitor(app: Flask, portal: Portal) -> Visitor:
    """Somebody who uses it."""
    return Visitor(app.test_client(), portal)


@pytest.fixture
def with_history() -> Person:
    """The Bitácora guide's example."""
    return published_examples()[0].person


@pytest.fixture
def with_appointment() -> Person:
    """The Cancelación guide's example: UC3QK2, 30/01/2024 13:30."""
    return published_examples()[1].person


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end of the long form how much was tried."""
    if profiles.is_long():
        for what, number in sorted(profiles.TALLY.items()):
            terminalreporter.write_line(f"{number:>9} {what}")


@pytest.fixture
def anna() -> Person:
    """Somebody without appointments."""
    return bystanders()[0]


@pytest.fixture
def bert() -> Person:
    """Somebody else without any."""
    return bystanders()[1]


@pytest.fixture
def chooser(visitor: Visitor, anna: Person) -> Visitor:
    """Anna, found and about to choose a day."""
    return visitor.search("/citas/nueva", anna)
