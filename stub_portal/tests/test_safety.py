"""What the portal refuses to be: in debug mode. Nobody else can reach it."""

import pytest
from flask import Flask

from stub_portal import PortalError, Settings, SystemClock, create_app, run_forever, serving


@pytest.mark.parametrize("value", ["1", "true"])
def test_no_portal_is_made_in_debug_mode(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("FLASK_DEBUG", value)
    with pytest.raises(PortalError, match="Quite la variable FLASK_DEBUG"):
        create_app(Settings(database_url="sqlite://"), SystemClock())


def test_none_is_served_in_debug_mode(app: Flask) -> None:
    app.debug = True
    with pytest.raises(PortalError, match="modo de depuración"), serving(app):
        pass
    with pytest.raises(PortalError, match="modo de depuración"):
        run_forever(app, pytest.fail, port=0)


def test_only_this_machine_is_served(app: Flask) -> None:
    told: list[str] = []

    def listening(address: str) -> None:
        told.append(address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_forever(app, listening, port=0)
    with serving(app) as address:
        told.append(address)
    assert all(one.startswith("http://127.0.0.1:") for one in told)
