"""What the portal refuses to be: in debug mode, or within reach of others."""

import pytest
from flask import Flask

from stub_portal import PortalError, Settings, SystemClock, create_app, run_forever, serving

OUTSIDE = ["0.0.0.0", "::", "192.168.0.7", "example.test", ""]  # noqa: S104


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


@pytest.mark.parametrize("host", OUTSIDE)
def test_only_this_machine_is_served(app: Flask, host: str) -> None:
    with pytest.raises(PortalError, match="solo atiende en esta computadora"):
        run_forever(app, pytest.fail, host=host, port=0)
    with pytest.raises(PortalError, match="solo atiende"), serving(app, host=host):
        pass


def test_this_machine_is_what_is_served_unless_told(app: Flask) -> None:
    told: list[str] = []

    def listening(address: str) -> None:
        told.append(address)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_forever(app, listening, port=0)
    with serving(app) as address:
        told.append(address)
    assert all(one.startswith("http://127.0.0.1:") for one in told)
