"""`guias portal`: the reference implementation, for a person to try by hand."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from flask import Flask

from reports.errors import ReportsError
from stub_portal import (
    PortalError,
    Settings,
    SystemClock,
    create_app,
    portal_of,
    run_forever,
    tryout_data,
)


def start_portal(folder: Path, port: int, say: Callable[[str], object]) -> None:
    """Serve the portal on this machine until Ctrl+C, its data in `folder`.

    Raises ReportsError when the port is in use or the data cannot be kept there.
    """
    _make(folder)
    url = f"sqlite:///{folder / 'portal.sqlite'}"
    try:
        app = create_app(Settings(database_url=url), SystemClock())
        with closing(portal_of(app)):
            _serve(app, port, say)
    except PortalError as error:
        raise ReportsError(str(error)) from error
    say("\nPortal cerrado.")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ReportsError(
            f"No se pudo hacer la carpeta {folder}, donde el portal guarda sus datos. "
            "Revise que tenga permiso de escribir ahí y que nada más se llame así."
        ) from error


def _serve(app: Flask, port: int, say: Callable[[str], object]) -> None:
    def listening(address: str) -> None:
        say(f"Portal de referencia: {address}/   (Ctrl+C para cerrarlo)")
        for title, data in tryout_data(app):
            say(f"\n{title}")
            for name, value in data:
                say(f"  {name + ':':<18} {value}")

    run_forever(app, listening, port=port)
