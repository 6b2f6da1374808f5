"""SQLite that fails where it is told to, as it would on a disk that fills up."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


def full_disk() -> sqlite3.OperationalError:
    """Return the error that SQLite gives when the disk is full."""
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


class Countdown:
    """Fails at the statement or commit, of those that write, at which `left` comes to zero."""

    def __init__(self) -> None:
        self.left = 0

    def pass_(self) -> None:
        """Let one more moment pass, or fail."""
        if self.left > 0:
            self.left -= 1
            if self.left == 0:
                raise full_disk()


def _driver_with(countdown: Countdown) -> type[sqlite3.Connection]:
    class Cursor(sqlite3.Cursor):
        def execute(self, statement: str, parameters: Any = (), /) -> Any:
            self.connection: Connection
            if self.connection.writes and statement != "ROLLBACK":
                countdown.pass_()
            self.connection.writes |= statement == "BEGIN IMMEDIATE"
            return super().execute(statement, parameters)

    class Connection(sqlite3.Connection):
        writes = False

        def cursor(self, *_: Any) -> Any:
            return super().cursor(Cursor)

        def commit(self) -> None:
            if self.writes:
                countdown.pass_()
            self.writes = False
            super().commit()

        def rollback(self) -> None:
            self.writes = False
            super().rollback()

    return Connection


@contextmanager
def failing_sqlite() -> Generator[Countdown]:
    """Have every database that is opened meanwhile fail when the countdown says so."""
    countdown = Countdown()
    driver = _driver_with(countdown)

    def connect(_dialect: Any, _record: Any, _args: Any, options: dict[str, Any]) -> None:
        options["factory"] = driver

    event.listen(Engine, "do_connect", connect)
    try:
        yield countdown
    finally:
        event.remove(Engine, "do_connect", connect)
