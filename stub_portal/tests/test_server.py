"""Over real HTTP, and without leaving anything behind."""

import socket
import threading
from urllib.request import urlopen

import pytest
from flask import Flask

from stub_portal import PortalError, run_forever, server, serving


def test_it_answers_and_then_is_gone(app: Flask) -> None:
    before = set(threading.enumerate())
    with serving(app) as address:
        assert address.startswith("http://127.0.0.1:")
        with urlopen(f"{address}/") as page:  # noqa: S310
            assert "Buscador de práctica" in page.read().decode()
            assert "Server" not in page.headers
    for ending in set(threading.enumerate()) - before:
        ending.join(timeout=5)
    assert set(threading.enumerate()) <= before
    port = int(address.rpartition(":")[2])
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_it_ends_however_late_the_loop_is_told(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop may end by itself first, awake for something else: there is nothing to wake then."""
    begun: list[tuple[str, int]] = []
    loops: list[threading.Thread] = []

    class Overtaken(threading.Event):
        def set(self) -> None:
            super().set()
            socket.create_connection(begun[0]).close()
            loops[0].join()

    monkeypatch.setattr(server, "Event", Overtaken)
    before = set(threading.enumerate())  # of which some serve other portals
    with serving(app) as address:
        begun.append(("127.0.0.1", int(address.rpartition(":")[2])))
        loops += [one for one in set(threading.enumerate()) - before if one.name == "stub-portal"]
        assert len(loops) == 1
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(begun[0])


def test_a_port_in_use(app: Flask) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortalError, match=f"puerto {port}.*elija otro puerto"):
            run_forever(app, print, port=port)


@pytest.mark.parametrize("port", [99_999, -1])
def test_a_port_that_is_none(app: Flask, port: int) -> None:
    with pytest.raises(PortalError, match=f"puerto {port}.*elija otro puerto"):
        run_forever(app, print, port=port)
