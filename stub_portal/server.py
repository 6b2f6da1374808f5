"""Serve a portal over HTTP on this machine, for a moment or until it is stopped."""

import logging
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from flask import Flask
from waitress.server import create_server

from stub_portal.errors import PortalError
from stub_portal.safety import refuse_debug
from stub_portal.unreadable import Channel

_HOST = "127.0.0.1"  # nobody else can reach it
_PORTS = range(2**16)
_THREADS = 8
# With more clients than threads some wait a moment, of which waitress would warn at each request.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)
# Seconds: longer than anybody waits, or an answer under way would find everything closed.
_LAST_ANSWERS = 30
# What is read at all. The portal's own bound is lower and has a page of its own.
_LARGEST_HEAD = 16 * 1024
_LARGEST_BODY = 1024 * 1024


@contextmanager
def serving(app: Flask) -> Generator[str]:
    """Serve the portal from another thread and yield its address, "http://127.0.0.1:PORT".

    It takes any free port, which is free again, and every thread has ended, when the block is left.
    Raises PortalError in debug mode.
    """
    server = _listen(app, 0)
    stop = Event()
    thread = Thread(target=_loop, args=(server, stop), name="stub-portal")
    thread.start()
    try:
        yield _address(server)
    finally:
        stop.set()
        server.pull_trigger()
        thread.join()
        # Not by the loop: it may end before it is woken, and what wakes it must still be open.
        _close(server)


def run_forever(app: Flask, listening: Callable[[str], object], port: int = 8000) -> None:
    """Serve the portal until Ctrl+C; `listening` is told its address once it can be visited.

    Port 0 takes any free one. Raises PortalError for a port in use, or in debug mode.
    """
    server = _listen(app, port)
    try:
        listening(_address(server))
        server.run()
    finally:
        _close(server)


def _listen(app: Flask, port: int) -> Any:
    refuse_debug(app)
    # Bound here, because waitress leaves threads behind when it fails to bind.
    listener = _bound(port)
    server = create_server(
        app,
        sockets=[listener],
        threads=_THREADS,
        ident=None,
        max_request_header_size=_LARGEST_HEAD,
        max_request_body_size=_LARGEST_BODY,
    )
    server.channel_class = Channel
    return server


def _bound(port: int) -> socket.socket:
    if port not in _PORTS:  # for which Python would leave the socket open
        raise _unusable(port)
    try:
        return socket.create_server((_HOST, port))
    except OSError as error:
        raise _unusable(port) from error


def _unusable(port: int) -> PortalError:
    return PortalError(
        f"No se pudo atender en el puerto {port}: ya está en uso o no se puede usar. "
        f"Cierre el programa que lo ocupa o elija otro puerto, hasta el {_PORTS[-1]}."
    )


def _address(server: Any) -> str:
    # What the socket is bound to, so that whoever reads it learns of a mistake.
    return f"http://{server.effective_host}:{server.effective_port}"


def _loop(server: Any, stop: Event) -> None:
    # Waitress's own `run` ends only on an exception in its thread, so the loop is ours.
    while not stop.is_set():
        server.asyncore.loop(timeout=1, map=server._map, count=1)  # noqa: SLF001


def _close(server: Any) -> None:
    server.task_dispatcher.shutdown(timeout=_LAST_ANSWERS)
    server.asyncore.close_all(server._map)  # noqa: SLF001
