"""What a test may arrange in a portal before anybody follows a guide there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from steps.person import Person
from steps.trail import Place

# What happened to an appointment: its status from then on, "AGENDADA" or "CANCELADA", its key,
# when it begins, and when that was registered. Both moments are aware.
HistoryEvent = tuple[str, str, datetime, datetime]


@dataclass(frozen=True)
class Cookie:
    """What a browser keeps for the portal, and sends back under `path` of its address."""

    name: str
    value: str
    path: str


@dataclass(frozen=True)
class Doorway:
    """Where to enter a portal in the middle of what somebody does there.

    `path` is an address within the portal ("/citas/cancela/detalle"); `key` is that of the
    appointment which they have just booked, "" if they have not.
    """

    path: str
    cookies: tuple[Cookie, ...]
    key: str = ""


class Control(Protocol):
    """The control interface of a portal under test; a real portal has none."""

    def set_clock(self, moment: datetime) -> None:
        """Set the portal's clock, which stands still there. `moment` is aware."""

    def person(self, example: str) -> Person:
        """Return the person of a published example: "Bitácora" or "Cancelación"."""

    def person_without_appointments(self) -> Person:
        """Return somebody who never had an appointment."""

    def person_with_one_surname(self) -> Person:
        """Return somebody who has no second surname, and no appointment."""

    def unregistered_person(self) -> Person:
        """Return somebody made up whom the portal does not know."""

    def person_with_appointment(self, key: str, start: datetime) -> Person:
        """Return somebody whose only appointment has that key. `start` is aware."""

    def give_history(self, person: Person, events: Sequence[HistoryEvent]) -> None:
        """Have all this happened to a person's appointments, in that order."""

    def fill_day(self, day: date) -> None:
        """Have other people hold every slot of a day that is still free."""

    def take_slot(self, start: datetime, window: str) -> None:
        """Have somebody else hold a slot. `start` is aware."""

    def close_office(self, day: date) -> None:
        """Close the office on a day."""

    def move_office(self, time_zone: str) -> None:
        """Have the office in another time zone, an IANA name."""

    def set_notice(self, notice: Literal["bar", "warning"]) -> None:
        """Have a cancellation on short notice refused ("bar") or only told ("warning")."""

    def captcha_answer(self) -> str:
        """Return the answer to the captcha that the portal drew last."""

    def reach(self, place: Place, person: Person) -> Doorway:
        """Have somebody get as far as a place, and return where the browser finds them there.

        What a place comes after (an appointment booked, or cancelled) is done, unless it has been.
        """
