"""`guias portal` says where it is, ends when told to, and says what keeps it from starting."""

import re
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reports.commands import portal
from reports.errors import ReportsError
from reports.try_portal import start_controlled, start_portal


def refused(folder: Path, port: int = 0) -> str:
    """Return why it does not start; nothing else is said."""
    said: list[str] = []
    with pytest.raises(ReportsError) as told:
        start_portal(folder, port, said.append)
    assert said == []
    return str(told.value)


@pytest.mark.parametrize("folder", ["taken", "taken/data", "missing/data"])
def test_a_folder_that_cannot_be_made(tmp_path: Path, folder: str) -> None:
    (tmp_path / "taken").write_text("a file")
    assert refused(tmp_path / folder).startswith(f"No se pudo hacer la carpeta {tmp_path / folder}")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_database_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "portal.sqlite"
    path.write_bytes(b"anything at all" * 1000)
    told = refused(tmp_path)
    assert told.startswith(f"No se pudo abrir la base de datos en {path}: está dañada")
    assert "guarde ese archivo aparte" in told
    assert path.read_bytes() == b"anything at all" * 1000
    assert list(tmp_path.iterdir()) == [path]


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert refused(tmp_path, port).startswith(f"No se pudo atender en el puerto {port}")
    # A database that is whole and closed: nothing of it is left outside of its file.
    assert [path.name for path in tmp_path.iterdir()] == ["portal.sqlite"]


def said_until(line: str, number: int, start: Callable[[Callable[[str], object]], None]) -> str:
    """Start a portal, have a signal end it once it says such a line, and return all it said."""
    said: list[str] = []

    def say(text: str) -> None:
        said.append(text)
        if line in text:
            signal.raise_signal(number)

    # A shell that runs the tests in the background has them ignore Ctrl+C.
    interrupted = signal.signal(signal.SIGINT, signal.default_int_handler)
    ended = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        start(say)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGINT, interrupted)
        signal.signal(signal.SIGTERM, ended)
    return "\n".join(said)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to(tmp_path: Path, number: int) -> None:
    said = said_until("Bitácora", number, lambda say: start_portal(tmp_path, 0, say))
    address = re.match(r"Portal de referencia: http://(127\.0\.0\.1):(\d+)/ ", said)
    assert address
    assert said.endswith("\n\nPortal cerrado.")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((address[1], int(address[2])))


def test_it_says_how_to_use_its_control() -> None:
    said = said_until("base-url", signal.SIGTERM, lambda say: start_controlled("", 0, say))
    found = re.search(r"(http://[\d.:]+)/ .*GUIAS_CONTROL\W+([\w-]{32})\W", said, re.DOTALL)
    assert found
    assert said.splitlines()[-3].endswith(f"guias.py --base-url {found[1]}")
    again = said_until("base-url", signal.SIGTERM, lambda say: start_controlled("", 0, say))
    assert found[2] not in again


def test_a_token_that_is_given_is_not_repeated() -> None:
    said = said_until("base-url", signal.SIGTERM, lambda say: start_controlled("given-one", 0, say))
    assert "given-one" not in said
    assert "(con la misma GUIAS_CONTROL)" in said


def test_a_token_that_cannot_be_one() -> None:
    with pytest.raises(ReportsError, match="La contraseña del control está vacía o lleva espacios"):
        start_controlled("dos palabras", 0, pytest.fail)


@pytest.mark.parametrize(
    ("env", "token"), [({"GUIAS_CONTROL": "given-one"}, "given-one"), ({"GUIAS_CONTROL": None}, "")]
)
def test_the_token_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str | None], token: str
) -> None:
    started: list[tuple[object, ...]] = []
    monkeypatch.setattr(portal, "start_controlled", lambda *args: started.append(args))
    done = CliRunner().invoke(portal.command, ["--control", "--puerto", "0"], env=env)
    assert done.exit_code == 0
    assert started == [(token, 0, click.echo)]


def test_a_port_in_use_by_another_portal() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ReportsError, match=f"No se pudo atender en el puerto {port}"):
            start_controlled("", port, pytest.fail)
