"""How the reports say things in Spanish."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from reports.pictures.states import PictureState, State
from reports.run_info import PortalInfo
from reports.verdicts import Verdict

LABEL = {
    Verdict.FAILS: "no cumple",
    Verdict.TEXT_DIFFERS: "texto distinto",
    Verdict.NOT_REACHED: "no alcanzado",
    Verdict.UNCHECKED: "sin verificar",
    Verdict.HOLDS: "cumple",
}
MEANING = {
    Verdict.FAILS: "El portal no hace lo que dice el paso.",
    Verdict.TEXT_DIFFERS: "El paso funciona, pero la pantalla no dice lo que la guía cita.",
    Verdict.NOT_REACHED: "Falló un paso anterior y no hubo otro modo de llegar a este.",
    Verdict.UNCHECKED: "Nada comprueba el paso, o algo que el paso afirma.",
    Verdict.HOLDS: "Todo lo que se comprobó es cierto.",
}
PICTURE_MEANING = {
    State.CURRENT: "Es como cuando se aprobó.",
    State.CHANGED: "No es como cuando se aprobó.",
    State.NEW: "Nadie la ha aprobado todavía.",
    State.ORPHAN: "Se aprobó, y ningún paso la muestra ya.",
}
_STATES = {
    State.CURRENT: ("vigente", "vigentes"),
    State.CHANGED: ("cambió", "cambiaron"),
    State.NEW: ("es nueva", "son nuevas"),
    State.ORPHAN: ("quedó huérfana", "quedaron huérfanas"),
}
_MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]


def date_and_time(moment: datetime) -> str:
    """Return "20 de noviembre de 2026, 14:05 h"."""
    return f"{date_in_words(moment)}, {moment:%H:%M} h"


def date_in_words(moment: date) -> str:
    """Return "20 de noviembre de 2026"."""
    return f"{moment.day} de {_MONTHS[moment.month - 1]} de {moment.year}"


def portal_in_words(portal: PortalInfo) -> str:
    """Return "https://portal.ejemplo.mx, sin su control y sin actuar"."""
    control = "con su control" if portal.control else "sin su control"
    acts = "y con permiso de actuar" if portal.acts else "y sin actuar"
    return f"{portal.origin}, {control} {acts}"


def seconds(duration: float) -> str:
    """Return "4.2 s"."""
    return f"{duration:.1f} s"


def legend(title: str, names: Sequence[str]) -> str:
    """Return a picture's text for who cannot see it: the screen, and what is marked on it."""
    screen = f"Pantalla «{title}»."
    if not names:
        return screen
    if len(names) == 1:
        return f"{screen} Se marca {names[0]}."
    marked = "; ".join(f"{number}, {name}" for number, name in enumerate(names, start=1))
    return f"{screen} Se marcan: {marked}."


def counted(number: int, noun: str) -> str:
    """Return "1 escenario" or "2 escenarios", of a noun that ends in a vowel."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def picture_count(states: Sequence[PictureState]) -> str:
    """Return "14 imágenes: 12 vigentes, 2 cambiaron"."""
    of = Counter(state.state for state in states)
    said = [f"{of[state]} {words[of[state] > 1]}" for state, words in _STATES.items() if of[state]]
    images = "1 imagen" if len(states) == 1 else f"{len(states)} imágenes"
    return f"{images}: {', '.join(said)}." if said else "Ninguna imagen."


def looks_not_compared(states: Sequence[PictureState]) -> str:
    """Say of how many pictures only the meaning was compared; "" when there are none.

    They were approved in another browser, whose fonts nobody has to look at.
    """
    meant = [state for state in states if state.state is State.CURRENT]
    pairs = [
        (state.approved.browser, state.seen.browser)
        for state in meant
        if state.approved and state.seen
    ]
    others = sorted(old for old, new in pairs if old != new)
    if not others:
        return ""
    said = "una imagen" if len(others) == 1 else f"{len(others)} imágenes"
    were = "se aprobó" if len(others) == 1 else "se aprobaron"
    return f"De {said} no se comparó la apariencia: {were} en {' y '.join(dict.fromkeys(others))}."
