"""Where whoever follows a guide should be by now, told by its sentences alone.

Whether anybody carried the sentences out does not matter: after a false one, this is where the
next step of the guide begins all the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from steps.sentence import Sentence

RESULTS, PORTAL = "resultados de la búsqueda", "portal"
# How far somebody is in a screen of the menu: its form, whom or what that found, the day that was
# chosen, the appointment or the slot that was chosen, and what was asked for has been done.
START, FOUND, DAY, DETAIL, DONE = "start", "found", "day", "detail", "done"


@dataclass(frozen=True)
class Place:
    """A screen, and what was chosen on the way to it: texts, as the sentences have them.

    `screen` is `RESULTS`, `PORTAL` or what is chosen to get there (a tab, an option, an entry of
    the menu); "" if nobody can tell. `typed` are the words searched, or an appointment's key;
    `day` is "31/01/2024", `hours` "09:15-09:30 hrs", `window` "02".
    """

    screen: str = ""
    stage: str = START
    typed: str = ""
    day: str = ""
    hours: str = ""
    window: str = ""


# What a sentence leads to. What it quotes under the name of one of a place's parts is that part.
_FROM_ANYWHERE: dict[str, dict[str, str]] = {
    'busca "{typed}"': {"screen": RESULTS},
    'elige el resultado "{title}"': {"screen": PORTAL},
    'escribe la dirección "{address}"': {"screen": PORTAL},
    'elige la pestaña "{screen}"': {},
    'elige la opción "{screen}"': {},
    'elige "{screen}" en el menú "{menu}"': {},
    'que llegó a la pantalla "{screen}"': {},
    'busca sus datos en "{screen}"': {"stage": FOUND},
    "que llegó a elegir el día de su nueva cita": {"screen": "Nueva cita", "stage": FOUND},
    "que abrió el detalle de su cita del {day}": {"screen": "Cancela cita", "stage": DETAIL},
}
_FROM_THERE: dict[str, dict[str, str]] = {
    'oprime "Buscar"': {"stage": FOUND},
    'oprime "Regresar"': {"stage": START},
    "elige el día {day}": {"stage": DAY},
    'elige el horario "{hours}" en la ventanilla "{window}"': {"stage": DETAIL},
    "elige la cita del {day}": {"stage": DETAIL},
    'oprime "Agendar cita"': {"stage": DONE},
    "confirma la cita": {"stage": DONE},
    'oprime "Cancelar cita"': {"stage": DONE},
    "cancela la cita": {"stage": DONE},
    # These leave the screen where it is.
    'escribe su {identity} y la clave "{typed}"': {},
    "escribe su CURP y la clave que apuntó": {},
    "escribe sus datos tal como están registrados": {},
    'escribe su nombre completo en "{label}"': {},
    'elige un motivo en "{label}"': {},
    'elige el motivo "{reason}"': {},
    'escribe el código de la imagen en "{label}"': {},
    "llena la cancelación": {},
    'abre "Escuchar el código"': {},
    "descarga el audio del código": {},
    'descarga "{name}"': {},
    'abre la hoja "{title}"': {},
}


@dataclass(frozen=True)
class _Move:
    sentence: Sentence
    leads_to: Mapping[str, str]
    from_anywhere: bool


_MOVES = [
    _Move(Sentence(pattern), leads_to, from_anywhere)
    for moves, from_anywhere in ((_FROM_ANYWHERE, True), (_FROM_THERE, False))
    for pattern, leads_to in moves.items()
]
_PARTS = frozenset(Place.__dataclass_fields__)


def place_after(sentences: Iterable[tuple[str, str]]) -> Place:
    """Return where sentences lead, each as its type ("given", "when" or "then") and its text."""
    place = Place()
    for kind, text in sentences:
        place = _after(place, kind, text)
    return place


def is_known(text: str) -> bool:
    """Tell whether it is known where a sentence leads."""
    return _move(text) is not None


def _after(place: Place, kind: str, text: str) -> Place:
    move = _move(text)
    if move is None:
        return Place() if kind == "when" else place  # what acts may lead anywhere
    said = move.sentence.parse_arguments(text) or {}
    parts = {name: value for name, value in said.items() if name in _PARTS}
    origin = Place() if move.from_anywhere else place
    return replace(origin, **move.leads_to, **parts)


def _move(text: str) -> _Move | None:
    return next((move for move in _MOVES if move.sentence.is_matching(text)), None)
