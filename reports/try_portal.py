"""`guias portal`: the reference implementation, for a person to try or for tests to arrange."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from secrets import token_urlsafe

from flask import Flask

from reports.errors import ReportsError
from stub_portal import (
    PortalControl,
    PortalError,
    Settings,
    StillClock,
    SystemClock,
    create_app,
    portal_of,
    run_forever,
    tryout_data,
)

Say = Callable[[str], object]


def start_portal(folder: Path, port: int, say: Say) -> None:
    """Serve the portal on this machine until Ctrl+C or SIGTERM, its data in `folder`.

    `say` is told its address once it can be visited; port 0 takes a free one. Raises ReportsError
    when the port is in use or the data cannot be kept there.
    """
    _make(folder)
    url = f"sqlite:///{folder / 'portal.sqlite'}"
    with _told_errors():
        app = create_app(Settings(database_url=url), SystemClock())
        with closing(portal_of(app)):
            _serve(app, port, say, lambda _: _tell_data(app, say))
    say("\nPortal cerrado.")


def start_controlled(token: str, port: int, say: Say) -> None:
    """Serve a portal in memory, as tests have it, which whoever says the token can arrange.

    It holds the guides' examples, and its clock stands still. Without a token ("") one is drawn
    and said. The rest as `start_portal`.
    """
    drawn = "" if token else token_urlsafe(24)
    clock = StillClock()
    with _told_errors():
        app = create_app(Settings.for_tests(control_token=token or drawn), clock)
        with closing(portal_of(app)):
            PortalControl(portal_of(app), clock).reset()
            _serve(app, port, say, lambda address: _tell_how_to_control(address, drawn, say))
    say("\nPortal cerrado.")


@contextmanager
def _told_errors() -> Iterator[None]:
    try:
        yield
    except PortalError as error:
        raise ReportsError(str(error)) from error


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ReportsError(
            f"No se pudo hacer la carpeta {folder}, donde el portal guarda sus datos. "
            "Revise que tenga permiso de escribir ahí y que nada más se llame así."
        ) from error


def _serve(app: Flask, port: int, say: Say, tell_more: Callable[[str], object]) -> None:
    def listening(address: str) -> None:
        say(f"Portal de referencia: {address}/   (Ctrl+C para cerrarlo)")
        tell_more(address)

    with suppress(KeyboardInterrupt), _sigterm_as_ctrl_c():
        run_forever(app, listening, port=port)


@contextmanager
def _sigterm_as_ctrl_c() -> Iterator[None]:
    """Have whoever ends this process by SIGTERM, as other programs do, end it as tidily."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell_data(app: Flask, say: Say) -> None:
    for title, data in tryout_data(app):
        say(f"\n{title}")
        for name, value in data:
            say(f"  {name + ':':<18} {value}")


def _tell_how_to_control(address: str, drawn: str, say: Say) -> None:
    command = f"{'py' if os.name == 'nt' else 'python3'} guias.py --base-url {address}"
    say("\nTiene control: las pruebas ponen su reloj, sus personas y sus citas. Nada se guarda.")
    say("Para seguir ahí las guías, en otra ventana:")
    if not drawn:
        say(f"  {command}   (con la misma GUIAS_CONTROL)")
    elif os.name == "nt":
        say(f'  $env:GUIAS_CONTROL = "{drawn}"; {command}')
    else:
        say(f"  GUIAS_CONTROL={drawn} {command}")
