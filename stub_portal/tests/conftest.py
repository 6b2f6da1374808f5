import os
import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser

from stub_portal import Settings, create_app, patience
from stub_portal.clock import START
from stub_portal.domain.people import Person
from stub_portal.seed import bystanders, populate, published_examples
from stub_portal.service import Portal
from stub_portal.tests import profiles
from stub_portal.tests.controlled import Controlled, controlled_portal
from stub_portal.tests.postgresql import HASTY, Server, find_binaries, running
from stub_portal.tests.projector import Projector, staged
from stub_portal.tests.screens import Screens, every_screen
from stub_portal.tests.visitor import StillClock, Visitor
from stub_portal.web.current import portal_of

MakeApp = Callable[..., Flask]
NewDatabase = Callable[[], str]
profiles.register()
# Words, pictures and headers, which no database changes: these are tested on SQLite alone.
_ON_SQLITE = {
    "test_bounds", "test_captcha_audio", "test_captcha_player", "test_doorways", "test_error_pages",
    "test_headers", "test_new_appointment_pages", "test_public_pages", "test_safety",
    "test_search_form", "test_server",
}  # fmt: skip


@pytest.fixture
def clock() -> StillClock:
    """The morning after the guides' appointments were registered."""
    return StillClock("2024-01-25 09:00")


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody give up waiting, however slow the machine."""
    monkeypatch.setattr(patience, "SECONDS", 600)


@pytest.fixture(scope="session")
def postgresql_binaries() -> Path:
    """The folder with PostgreSQL's programs. Without them, whatever needs it is skipped."""
    missing = "There is no PostgreSQL server here (Debian's package: postgresql)."
    binaries = None if sys.platform == "win32" else find_binaries()
    if binaries is None and sys.platform == "linux" and "CI" in os.environ:
        # It can be had there, and a skip would pass for a success.
        pytest.fail(f"{missing} CI must test on it: .ci/run installs it.")
    return binaries or pytest.skip(missing)


@pytest.fixture(scope="session")
def postgresql(postgresql_binaries: Path) -> Generator[Server]:
    """PostgreSQL, for the whole run."""
    with running(postgresql_binaries, *HASTY) as server:
        yield server


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run whatever makes portals on both databases, where it can make a difference."""
    if "new_database" in metafunc.fixturenames:
        both = metafunc.module.__name__.rpartition(".")[2] not in _ON_SQLITE
        kinds = ["sqlite", "postgresql"] if both else ["sqlite"]
        metafunc.parametrize("new_database", kinds, indirect=True)


@pytest.fixture
def new_database(request: pytest.FixtureRequest) -> NewDatabase:
    """Where a portal keeps its data: the URL of another empty place each time."""
    if request.param == "sqlite":
        return lambda: "sqlite://"
    server: Server = request.getfixturevalue("postgresql")
    return server.new_database


@pytest.fixture
def make_app(clock: StillClock, new_database: NewDatabase) -> Generator[MakeApp]:
    """Make populated portals, by settings, and close them afterwards."""
    with ExitStack() as closing:

        def make(**settings: Any) -> Flask:
            usual = Settings(database_url=new_database(), captcha_seed=1)
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
        for line in profiles.TABLES:
            terminalreporter.write_line(line)


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


@pytest.fixture(scope="session")
def screens() -> Generator[Screens]:
    """Every screen in every state."""
    with every_screen() as screens:
        yield screens


@pytest.fixture(scope="session")
def projector(
    swift_browser: Browser, browser_context_args: dict[str, Any], screens: Screens
) -> Generator[Projector]:
    """A page of a real browser, to show the states in."""
    with staged(screens.app) as stage, swift_browser.new_context(**browser_context_args) as context:
        yield Projector(context.new_page(), stage)


@pytest.fixture(scope="module")
def _controlled() -> Generator[Controlled]:
    """A portal with control over HTTP, for a whole module."""
    controlled = controlled_portal()
    controlled.control.reset()
    yield controlled
    controlled.portal.close()


@pytest.fixture
def controlled(_controlled: Controlled) -> Controlled:
    """It, with its clock where nobody has set it; nothing else is done to it."""
    _controlled.clock.set(START)
    return _controlled


@pytest.fixture
def altered(controlled: Controlled) -> Generator[Controlled]:
    """It; whatever is done to it is undone afterwards."""
    yield controlled
    controlled.control.reset()
