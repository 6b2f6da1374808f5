"""Getting past a false step: to where it should have led, by address, by control or on foot.

So that no later step is blamed for where an earlier one left the reader.
"""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Error

from steps.addresses import PortalAddresses
from steps.control import Control, Doorway
from steps.journeys import searches_own_data
from steps.person import Person
from steps.reader import Reader
from steps.screens.cancellation import Cancellation
from steps.screens.clickable import clickable
from steps.screens.nueva_cita import Booking
from steps.screens.reimpresion import Reprint
from steps.screens.search_engine import SearchEngine
from steps.sight import Nobody
from steps.trail import DAY, DETAIL, FOUND, PORTAL, RESULTS, START, Place

_FIRST_ERROR = 400  # of the HTTP statuses


class NoShortcutError(Exception):
    """Nobody knows how to get there; the reader is where they were. The message is Spanish."""


class NotThereError(Exception):
    """The shortcut does not lead there, or the screen does not work; Spanish, says which."""


@dataclass(frozen=True)
class Means:
    """What a shortcut can be taken with; `control` and `person` are None where there is none."""

    reader: Reader
    addresses: PortalAddresses
    control: Control | None
    person: Person | None


def get_to(place: Place, means: Means) -> dict[str, str]:
    """Have the reader at a place, and return what they would have noted on the way.

    That goes by the names of the fixtures that sentences ask it by. Raises NoShortcutError and
    NotThereError.
    """
    address = _address(place, means.addresses)
    if address:
        _enter(means.reader, address)
        return {}
    doorway = _doorway(place, means)
    if doorway is None:
        _walk(place, means)
        return {}
    address = urljoin(means.addresses.portal, doorway.path)
    _take_along(means.reader, address, doorway)
    _enter(means.reader, address)
    if means.reader.page.url != address:
        raise NotThereError(f"{address} lleva a otra pantalla")
    return {"noted_key": doorway.key} if doorway.key else {}


def _address(place: Place, addresses: PortalAddresses) -> str | None:
    if place.screen == PORTAL:
        return addresses.portal
    return addresses.screens.get(place.screen) if place.stage == START else None


def _enter(reader: Reader, address: str) -> None:
    try:
        status = reader.open(address)
    except AssertionError as error:
        raise NotThereError(str(error)) from error
    if status >= _FIRST_ERROR:
        raise NotThereError(f"{address} responde con el error {status}")


def _doorway(place: Place, means: Means) -> Doorway | None:
    nowhere = not place.screen or place.stage == START
    if means.control is None or means.person is None or nowhere:
        return None
    try:
        return means.control.reach(place, means.person)
    except pytest.skip.Exception:  # there is no control, which is told so
        return None
    except Exception as error:  # whatever its implementation raises
        raise NotThereError(f"el control del portal no llega ahí: {error}") from error


def _take_along(reader: Reader, address: str, doorway: Doorway) -> None:
    """Have the browser keep what it would have been given on the way."""
    host = urlsplit(address).hostname or ""
    for cookie in doorway.cookies:
        reader.page.context.add_cookies(
            [{"name": cookie.name, "value": cookie.value, "domain": host, "path": cookie.path}]
        )


def _walk(place: Place, means: Means) -> None:
    """Get there by address and form, where there is no control: what was done stays undone."""
    if not _has_a_way(place, means):
        raise NoShortcutError("a su pantalla no se llega de otro modo")
    # What is seen on the way belongs to no step of the guide.
    walker = means.reader.at(means.reader.page, Nobody())
    try:
        if place.screen == RESULTS:
            walker.open(means.addresses.search_engine)
            SearchEngine(walker).search(place.typed)
        elif means.person:
            _find(walker, place, means.addresses, means.person)
            _choose(walker, place)
    except (AssertionError, Error) as error:
        raise NotThereError(f"tampoco se llega desde su formulario: {error}") from error


def _has_a_way(place: Place, means: Means) -> bool:
    if place.screen == RESULTS:
        return bool(means.addresses.search_engine)
    between = place.stage in {FOUND, DAY, DETAIL}
    return between and means.person is not None and place.screen in means.addresses.screens


def _find(reader: Reader, place: Place, addresses: PortalAddresses, person: Person) -> None:
    if not place.typed:
        searches_own_data(reader, addresses, person, place.screen)
        return
    reader.open(addresses.screens[place.screen])
    Reprint(reader).type(person.curp, place.typed)
    reader.follow(clickable(reader.page, "Buscar"))


def _choose(reader: Reader, place: Place) -> None:
    if place.hours:
        Booking(reader).choose_day(place.day)
        Booking(reader).choose_slot(place.hours, place.window)
    elif place.stage == DAY:
        Booking(reader).choose_day(place.day)
    elif place.stage == DETAIL:
        Cancellation(reader).choose_appointment(place.day)
