"""How the desk says things in Spanish."""

from collections.abc import Sequence
from datetime import date

from reports.desk.table import Pile, Table
from reports.desk.waiting import Waiting
from reports.pictures.states import State
from reports.wording import date_in_words

STATE_MEANING = {
    State.NEW: "Nadie la ha aprobado todavía.",
    State.CHANGED: "No es como la que se aprobó.",
    State.ORPHAN: "Ningún paso la muestra ya; aprobar el cambio es retirarla.",
    State.CURRENT: "Es como la que se aprobó.",
}


def images(count: int) -> str:
    """Return "una imagen" or "5 imágenes"."""
    return "una imagen" if count == 1 else f"{count} imágenes"


def waiting_text(count: int) -> str:
    """Return "Una imagen espera su revisión" or "5 imágenes esperan su revisión"."""
    if count == 1:
        return "Una imagen espera su revisión"
    return f"{count} imágenes esperan su revisión"


def day(on: str) -> str:
    """Return "20 de noviembre de 2026" for "2026-11-20", and anything else as it is."""
    try:
        return date_in_words(date.fromisoformat(on))
    except ValueError:
        return on


def place(pile: Pile, one: Waiting) -> str:
    """Return "paso 6 de «Consultar la Bitácora»"."""
    return f"paso {one.picture.guide_step} de «{pile.title}»"


def approved_text(table: Table, done: Sequence[Waiting]) -> str:
    """Return what has been approved, and what has been retired by that."""
    if len(done) == 1:
        verb = "retiró" if done[0].picture.state is State.ORPHAN else "aprobó"
        return f"Se {verb} la imagen del {_place(table, done[0])}."
    retired = sum(one.picture.state is State.ORPHAN for one in done)
    told = []
    if len(done) > retired:
        verb = "aprobó" if len(done) - retired == 1 else "aprobaron"
        told.append(f"Se {verb} {images(len(done) - retired)}.")
    if retired:
        verb = "retiró" if retired == 1 else "retiraron"
        told.append(f"Se {verb} {images(retired)}.")
    return " ".join(told) or "No se aprobó nada."


def rejected_text(table: Table, one: Waiting) -> str:
    """Return what has been rejected, and that nothing was lost by it."""
    return f"Se rechazó la imagen del {_place(table, one)}. Lo aprobado sigue como estaba."


def _place(table: Table, one: Waiting) -> str:
    pile = table.pile(one.picture.guide)
    return place(pile, one) if pile else one.name
