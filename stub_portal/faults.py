"""What can be wrong with a database, told from its driver's errors for whoever operates it."""

import sqlite3
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft


@dataclass(frozen=True)
class Fault:
    """What happened and what to do, in Spanish; after how many seconds it may be over, if ever."""

    what: str
    advice: str
    wait: int | None = None

    def __str__(self) -> str:
        return f"{self.what}. {self.advice}"


BUSY = Fault(
    "otro programa la tiene ocupada", "Cierre el programa que la usa o espere a que termine.", 10
)
FULL = Fault("no queda espacio en el disco", "Libere espacio en el disco y reintente.", 60)
CLOSED = Fault(
    "no se puede abrir o escribir",
    "Revise que la carpeta exista y que tenga permiso de escribir en ella, o elija otra.",
    60,
)
FAILING = Fault(
    "el disco no dejó leer o escribir",
    "Revise que el disco tenga espacio y esté en buen estado.",
    60,
)
DAMAGED = Fault(
    "está dañada o no es una base de datos",
    "El portal no la cambió. Con el portal cerrado, guarde ese archivo aparte y ponga en su lugar "
    "un respaldo; sin respaldo, empezará con una nueva.",
)
GONE = Fault(
    "alguien movió, borró o cambió por otro su archivo mientras el portal la usaba",
    "Cierre el portal, devuelva el archivo a su lugar y vuelva a abrirlo.",
)
UNREACHABLE = Fault(
    "el servidor no respondió o no aceptó la conexión",
    "Revise que esté en marcha y que el nombre de la base, el usuario y la contraseña sean los "
    "correctos.",
    30,
)
SLOW = Fault(
    "lo que la misma visita envió antes no terminó a tiempo",
    "Si se repite, revise qué otro programa ocupa la base de datos o la computadora.",
    10,
)
SOMEBODY_ELSES = Fault("tiene tablas de otro programa", "El portal no la cambió. Elija otra.")
OTHER_VERSION = Fault(
    "la hizo otra versión del portal",
    "El portal no la cambió. Guárdela aparte para empezar con una nueva, o elija otra.",
)

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_CANTOPEN: CLOSED,
    sqlite3.SQLITE_PERM: CLOSED,
    sqlite3.SQLITE_READONLY: CLOSED,
    sqlite3.SQLITE_IOERR: FAILING,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
# PostgreSQL's own codes, by their beginnings: its manual's appendix A.
_BY_SQLSTATE = {
    "25006": CLOSED,
    "53100": FULL,
    "55P03": BUSY,
    "57014": BUSY,
    "58": FAILING,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
}
_CONFLICT = "40"  # two transactions in each other's way: to be tried again, not told


def fault_of(error: SQLAlchemyError) -> Fault | None:
    """Return what is wrong with the database; None for an error that is no fault of it."""
    if isinstance(error, NoConnectionLeft):
        return BUSY
    if not isinstance(error, DBAPIError):
        return None
    if isinstance(error.orig, sqlite3.Error):
        # The low byte of a code is its kind, the rest tells the circumstances.
        return _BY_SQLITE_CODE.get(getattr(error.orig, "sqlite_errorcode", 0) & 0xFF)
    return _fault_of_server(error)


def _fault_of_server(error: DBAPIError) -> Fault | None:
    state = getattr(error.orig, "sqlstate", None) or ""
    known = (fault for begins, fault in _BY_SQLSTATE.items() if state.startswith(begins))
    fault = next(known, None)
    if fault or state.startswith(_CONFLICT):
        return fault
    lost = error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)
    return UNREACHABLE if lost else None
