"""What the portal can do, for its screens and for whoever sets a test up."""

from datetime import datetime

from stub_portal.captcha import Captchas
from stub_portal.clock import Clock
from stub_portal.database import Database
from stub_portal.domain.appointments import (
    Agenda,
    Appointment,
    Cancel,
    Command,
    Rules,
    agenda_of,
    decide,
)
from stub_portal.domain.bitacora import BitacoraRow, bitacora_of
from stub_portal.domain.events import Event
from stub_portal.domain.notice import NoticeRule
from stub_portal.domain.people import Person, Search
from stub_portal.settings import Settings
from stub_portal.store import Store, StreamMovedError
from stub_portal.visits import Visits

_ATTEMPTS = 5


class Portal:
    """One portal: its people, their appointments, its captchas and its visits."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Open the database; raises PortalError when that cannot be done."""
        self.settings = settings
        self._clock = clock
        self._database = Database(settings.database_url)
        self._store = Store(self._database)
        self.visits = Visits(self._database, settings.session_ttl)
        self.captchas = Captchas(self._database, settings.captcha_seed, settings.captcha_ttl)
        self.notice = NoticeRule(hours=settings.notice_hours, enforced=settings.notice == "bar")
        self._rules = Rules(notice=self.notice, zone=settings.zone, closures=settings.closures)

    def now(self) -> datetime:
        """Return the present moment by the portal's clock."""
        return self._clock.now()

    def person(self, person_id: str) -> Person | None:
        """Return the person of that id."""
        return self._store.person(person_id)

    def find_person(self, search: Search) -> Person | None:
        """Return whoever is registered exactly so; case, accents and blanks all count."""
        candidates = self._store.people_by_identity(search.identity)
        return next((one for one in candidates if one.answers_to(search)), None)

    def bitacora(self, person: Person) -> tuple[BitacoraRow, ...]:
        """Return the rows of a person's Bitácora, newest first."""
        return bitacora_of(self._store.events_of(person.id))

    def live_appointment(self, person: Person, now: datetime) -> Appointment | None:
        """Return the person's appointment that stands and has not begun."""
        return self._agenda(person).live(now)

    def appointment(self, person: Person, key: str) -> Appointment | None:
        """Return the person's appointment of that key, whatever became of it."""
        return self._agenda(person).find(key)

    def cancel(self, person: Person, command: Cancel) -> None:
        """Cancel an appointment, or raise the Refusal that says why not."""
        self._handle(person, command)

    def add_person(self, person: Person) -> None:
        """Register a person."""
        self._store.add_person(person)

    def record(self, person: Person, *events: Event) -> None:
        """Append events as they are, past every rule except that a slot is held once."""
        version = len(self._store.events_of(person.id))
        self._store.append(person.id, version, events)

    def last_captcha_answer(self) -> str:
        """Return the captcha answer issued last ("" before the first)."""
        return self.captchas.last_answer()

    def reset(self) -> None:
        """Forget everybody and everything, and begin the captchas' sequence again."""
        self._database.clear()
        self.captchas.restart()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _agenda(self, person: Person) -> Agenda:
        return agenda_of(self._store.events_of(person.id))

    def _handle(self, person: Person, command: Command) -> None:
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._attempt(person, command)
            except StreamMovedError:
                continue
        return self._attempt(person, command)

    def _attempt(self, person: Person, command: Command) -> None:
        events = self._store.events_of(person.id)
        happened = decide(agenda_of(events), command, self._rules, self.now())
        self._store.append(person.id, len(events), happened)
