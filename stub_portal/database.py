"""The connection to the database, and what SQLite must be told to keep its promises."""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from stub_portal.errors import PortalError
from stub_portal.tables import METADATA

# What people type must reach no log: neither by an error's message, which would hold a
# statement's parameters, nor at level DEBUG, at which SQLAlchemy writes down what it reads.
_DISCREET: dict[str, Any] = {"hide_parameters": True, "logging_name": "stub_portal"}
logging.getLogger("sqlalchemy.engine.Engine.stub_portal").setLevel(logging.WARNING)


class Database:
    """One database, with its tables made. Close it when the portal ends."""

    def __init__(self, url: str) -> None:
        """Open it and make the tables, or raise PortalError when that cannot be done."""
        self._engine = _engine(url)
        self._writer = self._engine.execution_options(writes=True)
        try:
            with self.writing() as connection:
                METADATA.create_all(connection)
        except OperationalError as error:
            self.close()
            raise PortalError(
                f"No se pudo abrir la base de datos en {make_url(url).database}. "
                "Revise que la carpeta exista y que tenga permiso de escribir en ella, "
                "o elija otra."
            ) from error

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Lend a connection for reading. Never ask for a second one meanwhile."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """Lend a connection in a transaction: all of it is kept, or nothing on an exception."""
        with self._writer.begin() as connection:
            yield connection

    def clear(self) -> None:
        """Empty every table."""
        with self.writing() as connection:
            for table in reversed(METADATA.sorted_tables):
                connection.execute(table.delete())

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, **_DISCREET)
    in_memory = make_url(url).database in {None, "", ":memory:"}
    # A database in memory lives in its connection: threads take turns on the only one.
    only_one: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
    engine = create_engine(
        url,
        **_DISCREET,
        connect_args={"check_same_thread": False, "timeout": 30},
        **(only_one if in_memory else {}),
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver is not to begin transactions: we do
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that reads first could not wait for it later.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
