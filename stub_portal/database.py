"""The connection to the database: lent for reading and for writing, its faults told."""

import logging
from collections.abc import Generator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    delete,
    false,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from stub_portal.errors import PortalError, UnavailableError
from stub_portal.faults import BUSY, GONE, UNREACHABLE, Fault, fault_of
from stub_portal.layout import fault_of_layout
from stub_portal.patience import one_wait
from stub_portal.postgresql import one_portal_at_a_time, postgresql_engine
from stub_portal.sqlite import Queue, file_of, sqlite_engine, write_ahead
from stub_portal.tables import METADATA, PEOPLE, SESSIONS

# What people type must reach no log: neither by an error's message, which would hold a
# statement's parameters, nor at level DEBUG, at which SQLAlchemy writes down what it reads.
_DISCREET: dict[str, Any] = {"hide_parameters": True, "logging_name": "stub_portal"}
logging.getLogger("sqlalchemy.engine.Engine.stub_portal").setLevel(logging.WARNING)


class Database:
    """One database, with its tables made. Close it when the portal ends."""

    def __init__(self, url: str) -> None:
        """Open it and make the tables, or raise PortalError when that cannot be done.

        Then nothing has changed: a new file is taken back, what was there stays as it was.
        """
        address = _understood(url)
        self._where = _where(address)
        self._file = file_of(address)
        self._queue = Queue()
        self._engine = _engine(address)
        self._writer = self._engine.execution_options(writes=True)
        try:
            self._make_ready()
        except UnavailableError as error:
            self.close()
            if self._file and error.fault is not BUSY:  # busy: somebody else's by now
                self._file.take_back()
            message = f"No se pudo abrir la base de datos {self._where}: {error.fault}"
            raise PortalError(message) from error

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Lend a connection for reading. Never ask for a second one meanwhile.

        Raises UnavailableError when the database cannot be used.
        """
        with one_wait(), self._telling_faults(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """Lend a connection in a transaction: all of it is kept, or nothing on an exception.

        Raises UnavailableError when the database cannot be used.
        """
        turn = self._queue.turn() if self._file else nullcontext()
        with (
            one_wait(),
            self._telling_faults(writes=True),
            turn,
            self._writer.begin() as connection,
        ):
            yield connection

    def clear(self) -> None:
        """Empty every table."""
        with self.writing() as connection:
            # Whoever appends holds a person: first wait for them all (SQLite has one writer).
            connection.execute(select(PEOPLE.c.id).with_for_update())
            for table in reversed(METADATA.sorted_tables):
                connection.execute(table.delete())

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _make_ready(self) -> None:
        with self.reading() as connection:
            fault = fault_of_layout(connection)
        if fault:
            raise self._unavailable(fault)
        if self._file:
            write_ahead(self._engine)
        with self.writing() as connection:
            if connection.dialect.name == "postgresql":
                one_portal_at_a_time(connection)
            METADATA.create_all(connection)
            # A database that can only be read says so now, and not when somebody books.
            connection.execute(delete(SESSIONS).where(false()))
        if self._file:
            self._file.remember()

    @contextmanager
    def _telling_faults(self, *, writes: bool = False) -> Generator[None]:
        if self._file and not self._file.is_in_place():
            raise self._unavailable(GONE)
        try:
            yield
        except SQLAlchemyError as error:
            fault = fault_of(error)
            if fault is None:
                raise
            certain = not (writes and fault is UNREACHABLE)
            raise self._unavailable(fault, certain=certain) from error

    def _unavailable(self, fault: Fault, *, certain: bool = True) -> UnavailableError:
        what = f"No se puede usar la base de datos {self._where}"
        return UnavailableError(what, fault, certain=certain)


def _understood(url: str) -> URL:
    try:
        address = make_url(url)
        dialect = address.get_dialect()
        dialect.import_dbapi()
        dialect().create_connect_args(address)  # which reads the rest of it
    except (ArgumentError, ImportError, TypeError, ValueError) as error:
        raise PortalError(
            "No se entiende la dirección de la base de datos, o falta su controlador. "
            "Use sqlite:///ARCHIVO o postgresql://USUARIO@SERVIDOR/BASE."
        ) from error
    return address


def _where(address: URL) -> str:
    """Return how to call the database: never by its URL, which may hold a password."""
    if address.get_backend_name() == "sqlite":
        return f"en {address.database}"
    return f"«{address.database}» en {address.host or address.query.get('host', 'localhost')}"


def _engine(address: URL) -> Engine:
    if address.get_backend_name() == "postgresql":
        return postgresql_engine(address, **_DISCREET)
    if address.get_backend_name() == "sqlite":
        return sqlite_engine(address, **_DISCREET)
    return create_engine(address, **_DISCREET)
