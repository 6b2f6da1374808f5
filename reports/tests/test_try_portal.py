"""`guias portal` says what keeps it from starting, and touches nothing."""

import socket
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.try_portal import start_portal


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
