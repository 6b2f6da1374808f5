"""Entering the portal in the middle of what somebody does there, past the screens before.

For tests that follow a guide on after a step of it that is false. The addresses are those of the
screens' own modules; a test opens each.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stub_portal.domain.appointments import Appointment, Cancel
from stub_portal.domain.events import Reason
from stub_portal.domain.formats import date_text, offered_hours
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import NotASlotError, Refusal, ShortNoticeError, SlotTakenError
from stub_portal.domain.slots import Slot
from stub_portal.service import Portal
from stub_portal.web.sessions import COOKIE, COOKIE_PATH, begin_visit

# Of what may be refused on the way, in words.
_WHY: dict[type[Refusal], str] = {
    NotASlotError: "ese lugar no se ofrece",
    ShortNoticeError: "ya no da tiempo de cancelar esa cita",
    SlotTakenError: "ese lugar ya es de otra persona",
}


class NoDoorwayError(Exception):
    """Nobody can be there, or nobody could arrange it; the message is Spanish and says why."""


@dataclass(frozen=True)
class Place:
    """How far somebody is in a screen of the menu.

    `stage` is "found", "day", "detail" or "done"; `typed` a key ("" is the live appointment's),
    `day` "31/01/2024", `hours` "09:15-09:30 hrs", `window` "02".
    """

    screen: str
    stage: str
    typed: str
    day: str
    hours: str
    window: str


@dataclass(frozen=True)
class Cookie:
    """What the browser has to send under `path`."""

    name: str
    value: str
    path: str


@dataclass(frozen=True)
class Doorway:
    """An address within the portal, what it asks of the browser, and the key of what was booked."""

    path: str
    cookies: tuple[Cookie, ...]
    key: str = ""


@dataclass(frozen=True)
class _Room:
    """A screen: its address, what the visit remembers it under, and which key it needs if any."""

    path: str
    name: str
    key: Callable[[Portal, Place, Person], str] | None = None


def open_doorway(portal: Portal, place: Place, person: Person) -> Doorway:
    """Have somebody get as far as a place; what it comes after is done, unless it has been.

    Raises NoDoorwayError.
    """
    room = ROOMS.get((place.screen, place.stage))
    if room is None:
        raise NoDoorwayError(f"No hay un atajo a ese punto de «{place.screen}».")
    try:
        key = room.key(portal, place, person) if room.key else ""
        path = room.path.format(day=_day(place).isoformat(), hour=_hour(place), window=place.window)
    except Refusal as refusal:
        why = _WHY.get(type(refusal), "lo rechaza")
        raise NoDoorwayError(f"El portal no lo permite: {why}.") from refusal
    remembered = {"person": person.id} | ({"key": key} if key else {})
    token = begin_visit(portal, {room.name: remembered})
    booked = key if room.key is _booked else ""
    return Doorway(path, (Cookie(COOKIE, token, COOKIE_PATH),), booked)


def _day(place: Place) -> date:
    try:
        return date.fromisoformat("-".join(reversed(place.day.split("/")))) if place.day else _NONE
    except ValueError as error:
        raise NoDoorwayError(f"«{place.day}» no es una fecha.") from error


def _hour(place: Place) -> str:
    return place.hours[:5].replace(":", "")


def _typed(portal: Portal, place: Place, person: Person) -> str:
    live = portal.live_appointment(person, portal.now())
    key = place.typed or (live.key if live else "")
    if portal.appointment(person, key) is None:
        raise NoDoorwayError("Esa persona no tiene una cita con esa clave.")
    return key


def _cancellable(portal: Portal, place: Place, person: Person) -> str:
    live = portal.live_appointment(person, portal.now())
    if live is None or _date(portal, live) != place.day:
        raise NoDoorwayError(f"Esa persona no tiene una cita vigente el {place.day}.")
    return live.key


def _cancelled(portal: Portal, place: Place, person: Person) -> str:
    that_day = [one for one in portal.appointments(person) if _date(portal, one) == place.day]
    if that_day and that_day[-1].cancelled_at:
        return that_day[-1].key
    key = _cancellable(portal, place, person)
    name = f"{person.names} {person.first_surname} {person.second_surname}".strip()
    portal.cancel(person, Cancel(key=key, requester=name, reason=Reason.CANNOT_ATTEND))
    return key


def _booked(portal: Portal, place: Place, person: Person) -> str:
    live = portal.live_appointment(person, portal.now())
    wanted = _slot(portal, place)
    if live and live.slot != wanted:
        raise NoDoorwayError("Esa persona ya tiene otra cita.")
    return (live or portal.book(person, wanted)).key


def _slot(portal: Portal, place: Place) -> Slot:
    settings = portal.settings
    for slot in settings.office.slots(_day(place), settings.zone):
        if (offered_hours(slot, settings.zone), slot.window) == (place.hours, place.window):
            return slot
    raise NoDoorwayError(f"No se atiende el {place.day}, {place.hours}, en esa ventanilla.")


def _date(portal: Portal, appointment: Appointment) -> str:
    return date_text(appointment.slot.start, portal.settings.zone)


_NONE = date.min
# By screen and stage.
ROOMS = {
    ("Nueva cita", "found"): _Room("/citas/nueva/dias", "nueva"),
    ("Nueva cita", "day"): _Room("/citas/nueva/dias/{day}", "nueva"),
    ("Nueva cita", "detail"): _Room("/citas/nueva/dias/{day}/{hour}/{window}", "nueva"),
    ("Nueva cita", "done"): _Room("/citas/nueva/aviso", "nueva", _booked),
    ("Bitácora", "found"): _Room("/citas/bitacora/listado", "bitacora"),
    ("Reimprime cita", "found"): _Room("/citas/reimprime/cita", "reimprime", _typed),
    ("Cancela cita", "found"): _Room("/citas/cancela/cita", "cancela"),
    ("Cancela cita", "detail"): _Room("/citas/cancela/detalle", "cancela", _cancellable),
    ("Cancela cita", "done"): _Room("/citas/cancela/aviso", "cancela", _cancelled),
}
