"""Control of a portal: what a test may arrange past its screens, in process or by `web.control`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from faker import Faker

from stub_portal.clock import START, StillClock
from stub_portal.domain.events import AppointmentBooked, AppointmentCancelled, Event, Reason
from stub_portal.domain.people import Person, Search
from stub_portal.domain.refusals import SlotTakenError
from stub_portal.domain.slots import Slot
from stub_portal.seed import OFFICE, bystanders, fictitious_person, populate, published_examples
from stub_portal.service import Portal
from stub_portal.store import KeyUsedError, UnknownPersonError
from stub_portal.web.doorways import Doorway, NoDoorwayError, Place, open_doorway

# Whose the slots are that a scenario only needs held.
_SOMEBODY_ELSE = bystanders()[1]
_NOBODYS_SEED = 1  # any that the seed's people do not use
_EXAMPLES = ("Bitácora", "Cancelación")


class ControlError(ValueError):
    """What was asked for cannot be arranged; the message is Spanish and says why."""


@dataclass(frozen=True, kw_only=True)
class PersonData:
    """A person by what is registered of them, which is all that others know."""

    curp: str
    rfc: str
    names: str
    first_surname: str
    second_surname: str


class PortalControl:
    """Sets a portal up before a scenario. Its public methods are the control interface.

    Each is documented by its types alone to whoever calls it over HTTP: texts, moments (aware),
    dates, and dataclasses or sequences of these.
    """

    def __init__(self, portal: Portal, clock: StillClock) -> None:
        self._portal = portal
        self._clock = clock
        self._held = 0

    def reset(self) -> None:
        """Put everybody and everything back as the guides' examples have it."""
        self._held = 0
        self._clock.set(START)  # some of the data goes by it
        self._portal.reset()
        populate(self._portal)

    def set_clock(self, moment: datetime) -> None:
        """Set the portal's clock."""
        self._clock.set(moment)

    def person(self, example: str) -> PersonData:
        """Return the person of a published example: "Bitácora" or "Cancelación"."""
        people = dict(zip(_EXAMPLES, published_examples(), strict=True))
        if example not in people:
            raise ControlError(f"No hay ese ejemplo; hay: {', '.join(_EXAMPLES)}.")
        return _data_of(people[example].person)

    def person_without_appointments(self) -> PersonData:
        """Return somebody who never had an appointment."""
        return _data_of(bystanders()[0])

    def person_with_one_surname(self) -> PersonData:
        """Return somebody who has no second surname, and never had an appointment."""
        return _data_of(next(one for one in bystanders() if not one.second_surname))

    def unregistered_person(self) -> PersonData:
        """Return somebody made up whom the portal does not know."""
        fake = Faker("es_MX")
        fake.seed_instance(_NOBODYS_SEED)
        return _data_of(fictitious_person(fake, "nadie"))

    def person_with_appointment(self, key: str, start: datetime) -> PersonData:
        """Return somebody whose only appointment has that key."""
        person, slot = bystanders()[2], Slot(office=OFFICE, window="01", start=start)
        self._record(
            person, AppointmentBooked(key=key, slot=slot, registered_at=self._portal.now())
        )
        return _data_of(person)

    def give_history(
        self, person: PersonData, events: Sequence[tuple[str, str, datetime, datetime]]
    ) -> None:
        """Have all this happened to a person's appointments, in that order.

        Each event is "AGENDADA" or "CANCELADA", a key, the slot's start and the registration.
        """
        who = self._registered(person)
        happened = [_event(*event) for event in events]
        booked = {one.key for one in self._portal.appointments(who)}
        for event in happened:
            if isinstance(event, AppointmentBooked):
                booked.add(event.key)
            elif event.key not in booked:
                raise ControlError("Solo se cancela una cita que antes se agendó; vea las claves.")
        self._record(who, *happened)

    def fill_day(self, day: date) -> None:
        """Have somebody else hold every slot of a day that is still free."""
        if day not in {one.day for one in self._portal.days()}:
            raise ControlError("Ese día no se puede agendar; revise la fecha y el reloj.")
        self._hold(*self._portal.free_slots(day))

    def take_slot(self, start: datetime, window: str) -> None:
        """Have somebody else hold a slot."""
        slot = Slot(office=OFFICE, window=window, start=start)
        if not self._portal.offers(slot):
            raise ControlError("No se ofrece ese lugar; revise el día, la hora y la ventanilla.")
        self._hold(slot)

    def close_office(self, day: date) -> None:
        """Close the office on a day, until the next reset."""
        self._portal.close_office(day)

    def move_office(self, time_zone: str) -> None:
        """Have the office in another time zone, until the next reset."""
        try:
            ZoneInfo(time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ControlError("No hay esa zona horaria; una es America/Mexico_City.") from error
        self._portal.move_office(time_zone)

    def set_notice(self, notice: Literal["bar", "warning"]) -> None:
        """Have a cancellation on short notice refused or only told, until the next reset."""
        self._portal.set_notice(notice)

    def captcha_answer(self) -> str:
        """Return the answer to the captcha that the portal drew last."""
        return self._portal.last_captcha_answer()

    def reach(self, place: Place, person: PersonData) -> Doorway:
        """Have somebody get as far as a place, and return where the browser finds them there."""
        try:
            return open_doorway(self._portal, place, self._registered(person))
        except NoDoorwayError as error:
            raise ControlError(str(error)) from error

    def _hold(self, *slots: Slot) -> None:
        now = self._portal.now()
        events = [
            AppointmentBooked(key=f"OTRA{number:02}", slot=slot, registered_at=now)
            for number, slot in enumerate(slots, start=self._held + 1)
        ]
        self._record(_SOMEBODY_ELSE, *events)
        self._held += len(slots)

    def _registered(self, data: PersonData) -> Person:
        wanted = Search(
            identity=data.curp,
            names=data.names,
            first_surname=data.first_surname,
            second_surname=data.second_surname,
        )
        person = self._portal.find_person(wanted)
        if person is None:
            raise ControlError("Esa persona no está registrada en el portal.")
        return person

    def _record(self, person: Person, *events: Event) -> None:
        try:
            self._portal.record(person, *events)
        except SlotTakenError as error:
            raise ControlError("Ese horario ya es de alguien.") from error
        except KeyUsedError as error:
            raise ControlError("Esa clave ya se dio antes.") from error
        except UnknownPersonError as error:
            raise ControlError("El portal está vacío; antes hay que llamar a reset.") from error


def _data_of(person: Person) -> PersonData:
    return PersonData(
        curp=person.curp,
        rfc=person.rfc,
        names=person.names,
        first_surname=person.first_surname,
        second_surname=person.second_surname,
    )


def _event(status: str, key: str, start: datetime, registered_at: datetime) -> Event:
    if status == "AGENDADA":
        slot = Slot(office=OFFICE, window="01", start=start)
        return AppointmentBooked(key=key, slot=slot, registered_at=registered_at)
    if status == "CANCELADA":
        return AppointmentCancelled(
            key=key, requester="Quien solicita", reason=Reason.OTHER, registered_at=registered_at
        )
    raise ControlError("El estatus de una cita es AGENDADA o CANCELADA.")
