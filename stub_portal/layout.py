"""Whether a database is the portal's own, asked before anything in it is touched."""

from sqlalchemy import Connection, inspect

from stub_portal.faults import DAMAGED, OTHER_VERSION, SOMEBODY_ELSES, Fault
from stub_portal.tables import METADATA

_SOUND = "ok"


def fault_of_layout(connection: Connection) -> Fault | None:
    """Return why the portal must not use the database; None if it is empty or as it should be."""
    if connection.dialect.name == "sqlite":
        said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if said != _SOUND:
            return DAMAGED
    columns_of = {
        table: {column["name"] for column in columns}
        for (_, table), columns in inspect(connection).get_multi_columns().items()
    }
    ours = {name: set(table.columns.keys()) for name, table in METADATA.tables.items()}
    if not columns_of or ours.items() <= columns_of.items():
        return None
    return OTHER_VERSION if ours.keys() & columns_of.keys() else SOMEBODY_ELSES
