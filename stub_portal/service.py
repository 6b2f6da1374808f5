"""What the portal can do, for its screens and for whoever sets a test up."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random, SystemRandom
from typing import Literal

from stub_portal.captcha import Captchas
from stub_portal.clock import Clock
from stub_portal.database import Database
from stub_portal.domain.appointments import (
    Agenda,
    Appointment,
    Book,
    Cancel,
    Command,
    Rules,
    agenda_of,
    decide,
)
from stub_portal.domain.bitacora import BitacoraRow, bitacora_of
from stub_portal.domain.events import Event
from stub_portal.domain.keys import new_key
from stub_portal.domain.notice import NoticeRule
from stub_portal.domain.openings import OpenDay, bookable_days, open_day
from stub_portal.domain.people import Person, Search
from stub_portal.domain.sheet import Sheet, sheet_of
from stub_portal.domain.slots import Slot
from stub_portal.limits import Attempts
from stub_portal.settings import Settings
from stub_portal.store import KeyUsedError, Store, StreamMovedError
from stub_portal.visits import Visits

_ATTEMPTS = 5
# A seeded portal draws again all the keys that its database holds from earlier runs.
_KEYS_DRAWN = 1000


class Portal:
    """One portal: its people, their appointments, its captchas and its visits."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        """Open the database; raises PortalError when that cannot be done."""
        self._first_settings = settings
        self._follow(settings)
        self._clock = clock
        self._database = Database(settings.database_url)
        self._store = Store(self._database)
        self.visits = Visits(self._database, settings.session_ttl)
        self.captchas = Captchas(self._database, settings.captcha_seed, settings.captcha_ttl)
        self.failed_searches = Attempts(settings.failed_searches)
        self.wrong_captchas = Attempts(settings.wrong_captchas)
        self._chance = _chance(settings)

    def now(self) -> datetime:
        """Return the present moment by the portal's clock, in UTC.

        In UTC, because Python's sums forget which of the two an hour is that a zone has twice.
        """
        return self._clock.now().astimezone(UTC)

    def person(self, person_id: str) -> Person | None:
        """Return the person of that id."""
        return self._store.person(person_id)

    def find_person(self, search: Search) -> Person | None:
        """Return whoever is registered exactly so; case, accents and blanks all count."""
        candidates = self._store.people_by_identity(search.identity)
        return next((one for one in candidates if one.answers_to(search)), None)

    def find_holder(self, identity: str, key: str) -> Person | None:
        """Return whoever is registered under that CURP or RFC and was ever given that key."""
        return self._store.person_by_key(identity, key)

    def bitacora(self, person: Person) -> tuple[BitacoraRow, ...]:
        """Return the rows of a person's Bitácora, newest first."""
        return bitacora_of(self._store.events_of(person.id))

    def live_appointment(self, person: Person, now: datetime) -> Appointment | None:
        """Return the person's appointment that stands and has not begun."""
        return self._agenda(person).live(now)

    def appointments(self, person: Person) -> tuple[Appointment, ...]:
        """Return all the appointments that the person has ever had, in the order of booking."""
        return self._agenda(person).appointments

    def appointment(self, person: Person, key: str) -> Appointment | None:
        """Return the person's appointment of that key, whatever became of it."""
        return self._agenda(person).find(key)

    def sheet(self, person: Person, key: str) -> Sheet:
        """Return the sheet of the person's appointment, or raise the Refusal that says why not."""
        return sheet_of(person, self._store.events_of(person.id), key, self.now())

    def cancel(self, person: Person, command: Cancel) -> None:
        """Cancel an appointment, or raise the Refusal that says why not."""
        self._handle(person, command)

    def days(self) -> tuple[OpenDay, ...]:
        """Return the days on which somebody can book, each with its free slots."""
        return self._open(bookable_days(self._rules, self.now()))

    def free_slots(self, day: date) -> tuple[Slot, ...]:
        """Return what can be booked on a day, by hour and window."""
        wanted = [one for one in bookable_days(self._rules, self.now()) if one == day]
        return tuple(slot for one in self._open(wanted) for slot in one.slots)

    def offers(self, slot: Slot) -> bool:
        """Tell whether the slot could be booked now, if nobody holds it."""
        rules = self._rules
        return rules.office.offers(slot, rules.zone, rules.closures, self.now())

    def book(self, person: Person, slot: Slot) -> Appointment:
        """Give a person that slot under a new key, or raise the Refusal that says why not."""
        for _ in range(_KEYS_DRAWN):
            key = new_key(self._chance)
            try:
                self._handle(person, Book(key=key, slot=slot))
            except KeyUsedError:
                continue
            return Appointment(key=key, slot=slot)
        raise KeyUsedError

    def add_person(self, person: Person) -> None:
        """Register a person."""
        self._store.add_person(person)

    def record(self, person: Person, *events: Event) -> None:
        """Append events as they are, past every rule except that a slot is held once."""

        def append() -> None:
            self._store.append(person.id, len(self._store.events_of(person.id)), events)

        _again_if_moved(append)

    def last_captcha_answer(self) -> str:
        """Return the captcha answer issued last ("" before the first)."""
        return self.captchas.last_answer()

    def close_office(self, day: date) -> None:
        """Close the office on one more day, until the portal is reset or ends."""
        self._follow(replace(self.settings, closures=self.settings.closures | {day}))

    def move_office(self, time_zone: str) -> None:
        """Have the office in another time zone (IANA), until the portal is reset or ends."""
        self._follow(replace(self.settings, time_zone=time_zone))

    def set_notice(self, notice: Literal["bar", "warning"]) -> None:
        """Have short notice refused or only told, until the portal is reset or ends."""
        self._follow(replace(self.settings, notice=notice))

    def reset(self) -> None:
        """Forget everybody and everything, and begin every seed's sequence again."""
        self._database.clear()
        self.captchas.restart()
        self.failed_searches.clear()
        self.wrong_captchas.clear()
        self._follow(self._first_settings)
        self._chance = _chance(self.settings)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _follow(self, settings: Settings) -> None:
        self.settings = settings
        self.notice = NoticeRule(hours=settings.notice_hours, enforced=settings.notice == "bar")
        self._rules = _rules(settings, self.notice)

    def _open(self, days: Sequence[date]) -> tuple[OpenDay, ...]:
        if not days:
            return ()
        midnight = datetime.combine(days[0], time(), self._rules.zone)
        after = datetime.combine(days[-1] + timedelta(days=1), time(), self._rules.zone)
        held = self._store.held_slots(self._rules.office.name, midnight, after)
        now = self.now()
        return tuple(open_day(day, held, self._rules, now) for day in days)

    def _agenda(self, person: Person) -> Agenda:
        return agenda_of(self._store.events_of(person.id))

    def _handle(self, person: Person, command: Command) -> None:
        def decide_and_append() -> None:
            events = self._store.events_of(person.id)
            happened = decide(agenda_of(events), command, self._rules, self.now())
            self._store.append(person.id, len(events), happened)

        _again_if_moved(decide_and_append)


def _again_if_moved(append: Callable[[], None]) -> None:
    for _ in range(_ATTEMPTS - 1):
        try:
            return append()
        except StreamMovedError:
            continue
    return append()


def _rules(settings: Settings, notice: NoticeRule) -> Rules:
    return Rules(
        notice=notice, zone=settings.zone, closures=settings.closures, office=settings.office
    )


def _chance(settings: Settings) -> Random:
    seeded = settings.key_seed is not None
    return Random(settings.key_seed) if seeded else SystemRandom()  # noqa: S311 - only in tests
