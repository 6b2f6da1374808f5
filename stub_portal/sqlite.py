"""What SQLite must be told to keep the portal's promises, and the file that it keeps it all in."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import Connection as SqliteConnection
from threading import Lock
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import TimeoutError as NoTurnError

from stub_portal.patience import held, waiting

_A_MOMENT = 0.01  # seconds
_IN_MEMORY = frozenset({None, "", ":memory:"})
# What SQLite keeps beside the file while it is in use.
_COMPANIONS = ("", "-journal", "-wal", "-shm")


def sqlite_engine(url: URL, **options: Any) -> Engine:
    """Return the engine for an SQLite database, which so far only looks at what is there."""
    # A database in memory lives in its connection: threads take turns on the only one.
    only_one: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False},
        **options,
        **(only_one if url.database in _IN_MEMORY else {}),
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def write_ahead(engine: Engine) -> None:
    """Have readers and the writer out of each other's way from the next connection on.

    It changes the file, so it is only for what is known to be the portal's own.
    """
    event.listen(engine, "connect", _write_ahead)
    engine.dispose()


class Queue:
    """This portal's writers, one after the other.

    Left to itself, SQLite has each of them look again after ever longer pauses, and of many
    some wait for seconds.
    """

    def __init__(self) -> None:
        self._turn = Lock()

    @contextmanager
    def turn(self) -> Generator[None]:
        """Wait for the others."""
        with held(self._turn) as mine:
            if not mine:
                raise NoTurnError
            yield


class DatabaseFile:
    """A path, and which file stood there when the database was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_new = not path.exists()
        self._opened: tuple[int, int] | None = None

    def remember(self) -> None:
        """Take the file that is there now for the database."""
        self._opened = self._there()

    def is_in_place(self) -> bool:
        """Tell whether the database is still what others find at the path.

        SQLite goes on writing to a deleted file without an error, and all of it would be lost.
        """
        return self._opened is None or self._opened == self._there()

    def take_back(self) -> None:
        """Leave nothing behind of a file that was not there before."""
        if self._is_new:
            for companion in _COMPANIONS:
                with suppress(OSError):  # mostly because there is none
                    self._path.with_name(self._path.name + companion).unlink()

    def _there(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def file_of(url: URL) -> DatabaseFile | None:
    """Return the file of an SQLite database; None in memory, for a URI, and on a server."""
    is_file = url.get_backend_name() == "sqlite" and url.database not in _IN_MEMORY
    return DatabaseFile(Path(str(url.database))) if is_file and "uri" not in url.query else None


def _prepare(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver is not to begin transactions: we do
    with _patient(connection):
        for pragma in ("foreign_keys = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}").close()


def _write_ahead(connection: SqliteConnection, _record: object) -> None:
    # Of two that change this at once, SQLite has one fail instead of wait.
    with waiting() as left:
        _wait_at_most(connection, 0)
        latest = monotonic() + left
        while not _writes_ahead(connection, hurry=monotonic() > latest):
            sleep(_A_MOMENT)


def _writes_ahead(connection: SqliteConnection, *, hurry: bool) -> bool:
    try:
        connection.execute("PRAGMA journal_mode = WAL").close()
    except OperationalError as error:
        if hurry or error.sqlite_errorcode != SQLITE_BUSY:
            raise
        return False
    return True


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: one that reads first could not wait for it later.
    writes = connection.get_execution_options().get("writes")
    with _patient(connection.connection.driver_connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _patient(connection: Any) -> Generator[None]:
    """Have SQLite wait for other programs, and no longer than can still be waited."""
    with waiting() as left:
        _wait_at_most(connection, left)
        yield


def _wait_at_most(connection: SqliteConnection, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}").close()
