"""What PostgreSQL must be told to keep the portal's promises, where SQLite needs no telling."""

from typing import Any

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import DBAPIError

# Any number, as long as every portal takes the same.
_MAKING_TABLES = 1_366_019
# One of two transactions that wait for each other is ended, and may begin again.
_GAVE_WAY = frozenset({"40P01", "40001"})


def postgresql_engine(url: URL, **options: Any) -> Engine:
    """Return the engine for a PostgreSQL database.

    Each statement sees what was committed before it, whatever the server's own default, and
    the tables' constraints decide among transactions. A connection that the server closed
    meanwhile, for one by a restart, is replaced before it is lent.
    """
    engine = create_engine(url, isolation_level="READ COMMITTED", pool_pre_ping=True, **options)
    event.listen(engine, "handle_error", _leave_values_out)
    return engine


def one_portal_at_a_time(connection: Connection) -> None:
    """Have other portals that start on this database wait for the end of the transaction."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MAKING_TABLES})")


def gave_way(error: DBAPIError) -> bool:
    """Tell whether a transaction failed only because another one came in between."""
    return getattr(error.orig, "sqlstate", None) in _GAVE_WAY


def _leave_values_out(context: ExceptionContext) -> None:
    # The lines after the first one repeat a row's values: "Key (curp)=(…) already exists."
    for error in (context.original_exception, context.sqlalchemy_exception):
        if error and error.args:
            error.args = (str(error.args[0]).partition("\n")[0], *error.args[1:])
