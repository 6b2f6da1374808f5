"""What keeps a portal from starting is told, and nothing is left behind or touched."""

import random
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from stub_portal import PortalError, Settings, create_app, patience, sqlite
from stub_portal.seed import populate
from stub_portal.tests.faulty import Countdown, failing_sqlite
from stub_portal.tests.visitor import StillClock
from stub_portal.tests.whole_log import check_whole
from stub_portal.web.current import portal_of

CLOCK = StillClock("2024-01-25 09:00")
# What `populate` puts into the log.
_EVENTS = 5


def start(database_url: str) -> None:
    """Start a portal with the usual people, and close it again."""
    portal = portal_of(create_app(Settings(database_url=database_url), CLOCK))
    try:
        populate(portal)
    finally:
        portal.close()


def refused(path: Path, *words: str, url: str = "") -> None:
    """Check that no portal starts there, that it is said why, and that all is as it was."""
    before = contents(path.parent)
    with pytest.raises(PortalError) as told:
        create_app(Settings(database_url=url or f"sqlite:///{path}"), CLOCK)
    message = str(told.value)
    assert message.startswith(f"No se pudo abrir la base de datos en {path}: ")
    assert [word for word in words if word not in message] == []
    assert contents(path.parent) == before


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, to the byte, but for the one that SQLite keeps locks in."""
    if not folder.is_dir():
        return {}
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in files if not path.name.endswith("-shm")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a portal keeps its data, in a folder of its own."""
    return tmp_path / "portal.sqlite"


@pytest.fixture
def earlier(path: Path) -> Path:
    """A database that a portal left behind."""
    start(f"sqlite:///{path}")
    return path


def change(path: Path, statement: str) -> None:
    """Have another program change a database."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_no_folder(path: Path) -> None:
    refused(path.parent / "missing" / "portal.sqlite", "Revise que la carpeta exista")


def test_a_file_in_the_place_of_the_folder(path: Path) -> None:
    path.write_text("a file")
    refused(path / "portal.sqlite", "permiso de escribir")


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir()
    refused(path, "Revise que la carpeta exista", "o elija otra")


def test_what_can_only_be_read(earlier: Path) -> None:
    url = f"sqlite:///file:{earlier}?mode=ro&uri=true"
    before = earlier.read_bytes()
    with pytest.raises(PortalError, match=r"no se puede abrir o escribir.*permiso de escribir"):
        create_app(Settings(database_url=url), CLOCK)
    assert earlier.read_bytes() == before


def test_anything_at_all(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(20_000))  # noqa: S311
    refused(path, "dañada o no es una base de datos", "guarde ese archivo aparte", "respaldo")


@pytest.mark.parametrize("kept", [10, 50, 100, 4096, 20_000])
def test_a_part_of_a_database(earlier: Path, kept: int) -> None:
    earlier.write_bytes(earlier.read_bytes()[:kept])
    refused(earlier, "dañada")


def test_a_page_that_was_overwritten(earlier: Path) -> None:
    whole = earlier.read_bytes()
    earlier.write_bytes(whole[:8192] + random.Random(1).randbytes(4096) + whole[12_288:])  # noqa: S311
    refused(earlier, "dañada")


def test_the_database_of_another_program(path: Path) -> None:
    change(path, "CREATE TABLE recipes (name)")
    refused(path, "tiene tablas de otro programa", "Elija otra")


@pytest.mark.parametrize(
    "difference",
    [
        "ALTER TABLE events DROP COLUMN payload",
        "ALTER TABLE people ADD COLUMN phone",
        "DROP TABLE issued_keys",
    ],
)
def test_the_database_of_another_version(earlier: Path, difference: str) -> None:
    change(earlier, difference)
    refused(earlier, "la hizo otra versión del portal", "Guárdela aparte")


def test_a_full_disk(path: Path) -> None:
    with small_disk(pages=3):
        refused(path, "no queda espacio en el disco", "Libere espacio")
    start(f"sqlite:///{path}")


@contextmanager
def small_disk(pages: int) -> Generator[None]:
    """Have databases that are opened meanwhile find no room for more than so many pages."""

    def bound(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", bound)
    yield
    event.remove(Engine, "connect", bound)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_database_that_is_in_use(
    earlier: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    assert patience.SECONDS <= 5  # a person waits so long for an answer
    monkeypatch.setattr(patience, "SECONDS", 0.05)
    with closing(sqlite3.connect(earlier, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("BEGIN EXCLUSIVE")
        refused(earlier, "otro programa la tiene ocupada", "Cierre el programa que la usa")
    start(f"sqlite:///{earlier}")


class Contended:
    """Stands for a file whose journal others are changing: refuses so often, with that code."""

    def __init__(self, refusals: int, code: int) -> None:
        self.left, self._code = refusals, code
        self._file = sqlite3.connect(":memory:")
        self.told: list[str] = []

    def execute(self, statement: str) -> sqlite3.Cursor:
        """Refuse, or do it."""
        self.told.append(statement)
        if self.left and "journal_mode" in statement:
            self.left -= 1
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = self._code
            raise error
        return self._file.execute("SELECT 1")

    def close(self) -> None:
        """Leave nothing open, of which Python would warn."""
        self._file.close()


def test_of_two_that_start_at_once_one_waits() -> None:
    with closing(Contended(3, sqlite3.SQLITE_BUSY)) as others:
        sqlite._write_ahead(others, None)  # type: ignore[arg-type]  # noqa: SLF001
    assert others.left == 0
    assert others.told[0] == "PRAGMA busy_timeout = 0"  # else each attempt would wait by itself
    with (
        closing(Contended(1, sqlite3.SQLITE_FULL)) as full,
        pytest.raises(sqlite3.OperationalError),
    ):
        sqlite._write_ahead(full, None)  # type: ignore[arg-type]  # noqa: SLF001


@pytest.mark.parametrize(
    "url",
    [
        *("portal.sqlite", "nothing://here/secret", "sqlite+none:///secret", "mssql://secret"),
        *(
            "sqlite://secret.db",
            "sqlite:///secret?timeout=soon",
            "sqlite:///secret?timeout=1&timeout=2",
        ),
        *("postgresql+psycopg://portal:secret@here:port/citas", "postgresql+psycopg://[::1/secret"),
    ],
)
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(PortalError, match=r"No se entiende la dirección.*Use sqlite:///") as told:
        create_app(Settings(database_url=url), CLOCK)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("where", ["@127.0.0.1:1/citas", "@/citas?host=/nowhere&password=secret"])
def test_a_server_that_does_not_answer(where: str) -> None:
    url = f"postgresql+psycopg://portal:secret{where}"
    with pytest.raises(
        PortalError, match=r"«citas» en (127\.0\.0\.1|/nowhere): .*servidor no"
    ) as told:
        create_app(Settings(database_url=url), CLOCK)
    assert "la contraseña" in str(told.value)
    assert "secret" not in str(told.value)


def test_a_full_disk_at_every_statement(path: Path) -> None:
    url, moment, kept = f"sqlite:///{path}", 1, []
    with failing_sqlite() as countdown:
        while fails(countdown, moment, lambda: start(url)):
            # Until there are tables nothing is kept; then one start goes on from another.
            kept.append(check_whole(url).events if contents(path.parent) else None)
            moment += 1
    assert {None, 0, _EVENTS} <= set(kept)
    assert kept == sorted(kept, key=lambda events: -1 if events is None else events)
    facts = check_whole(url)
    assert (facts.events, len(facts.agendas)) == (_EVENTS, 8)


def fails(countdown: Countdown, moment: int, start: Callable[[], object]) -> bool:
    """Have a start fail at a moment; tell whether there was such a moment."""
    countdown.left = moment
    try:
        start()
    except PortalError:
        return True
    countdown.left = 0
    return False
