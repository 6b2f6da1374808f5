"""Approving and rejecting what a page showed, and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from threading import Lock

from reports.desk.desk import Desk
from reports.desk.rejections import Rejection, add_rejection, drop_rejections
from reports.desk.table import Table
from reports.desk.waiting import Waiting
from reports.desk.wording import approved_text, rejected_text
from reports.errors import ReportsError

LONGEST_NAME, LONGEST_REASON = 80, 500


class RefusedError(ReportsError):
    """What was asked for is not done; the message says why."""


class Decisions:
    """What is decided at a desk, one thing at a time."""

    def __init__(self, desk: Desk, look: Callable[[], Table]) -> None:
        self._desk = desk
        self._look = look
        self._one_at_a_time = Lock()

    def approve(self, shown: Mapping[str, str], by: str) -> str:
        """Approve pictures, given by name with the mark of what was shown; return what was done.

        Raises RefusedError, and nothing is approved, when any is not what was shown any more.
        """
        with self._one_at_a_time:
            signer = _signer(by, "aprueba")
            table = self._look()
            asked = [_as_shown(table, name, mark) for name, mark in shown.items()]
            _check_approvable(asked)
            done = self._desk.approve([one.picture for one in asked], signer)
            drop_rejections(self._desk.rejections, done)
        return approved_text(table, [one for one in asked if one.name in done])

    def reject(self, name: str, mark: str, reason: str, by: str) -> str:
        """Write down that a picture was rejected; return what was done.

        Raises RefusedError when it is not what was shown any more.
        """
        with self._one_at_a_time:
            signer = _signer(by, "rechaza")
            table = self._look()
            one = _as_shown(table, name, mark)
            why = _line(reason)[:LONGEST_REASON]
            today = date.today().isoformat()  # noqa: DTZ011  # the person's own day
            add_rejection(self._desk.rejections, name, Rejection(why, signer, today))
        return rejected_text(table, one)


def _signer(by: str, does: str) -> str:
    signer = _line(by)
    if not signer:
        raise RefusedError(f"Falta el nombre de quien {does}. Escríbalo y vuelva a intentarlo.")
    if len(signer) > LONGEST_NAME:
        raise RefusedError(f"El nombre de quien {does} pasa de {LONGEST_NAME} letras. Abrévielo.")
    return signer


def _line(text: str) -> str:
    """Return a text in one line, without what cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _as_shown(table: Table, name: str, mark: str) -> Waiting:
    """Return what waits under a name. Raises RefusedError when it isn't what a page showed."""
    one = table.find(name)
    if one is None:
        raise RefusedError(
            f"La imagen «{name}» ya no espera: alguien la aprobó, o hubo otra corrida, mientras "
            "usted la miraba. No se cambió nada."
        )
    if one.mark != mark:
        raise RefusedError(
            f"La imagen «{name}» no es la misma que usted estaba mirando: hubo otra corrida "
            "mientras tanto. No se cambió nada; mírela de nuevo y decida."
        )
    return one


def _check_approvable(asked: Sequence[Waiting]) -> None:
    if not asked:
        raise RefusedError("No hay nada que aprobar.")
    for one in asked:
        if one.blocked:
            raise RefusedError(f"{one.blocked}. No se aprobó nada de ella.")
