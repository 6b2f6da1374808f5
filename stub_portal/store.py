"""People and the append-only log of what happened to their appointments."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, or_, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from stub_portal.database import Database
from stub_portal.domain.events import AppointmentBooked, Event
from stub_portal.domain.people import Person, nfc
from stub_portal.domain.refusals import SlotTakenError
from stub_portal.domain.slots import Slot
from stub_portal.event_codec import decode, encode
from stub_portal.postgresql import gave_way
from stub_portal.tables import EVENTS, HELD_SLOTS, ISSUED_KEYS, PEOPLE, searchable


class StreamMovedError(Exception):
    """Somebody appended to the stream since it was read: read it and decide again."""


class KeyUsedError(Exception):
    """An appointment of anybody's had that key before: draw another one."""


class UnknownPersonError(LookupError):
    """No person of that id is registered."""


class Store:
    """Reads and writes people and events. A stream is named by its person's id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_person(self, person: Person) -> None:
        """Register a person, in NFC."""
        columns = {name: nfc(value) for name, value in asdict(person).items()}
        with self._database.writing() as connection:
            connection.execute(insert(PEOPLE).values(columns))

    def person(self, person_id: str) -> Person | None:
        """Return the person of that id."""
        with self._database.reading() as connection:
            row = connection.execute(select(PEOPLE).where(PEOPLE.c.id == person_id)).first()
        return _person(row) if row else None

    def people_by_identity(self, identity: str) -> list[Person]:
        """Return whoever has that CURP or RFC."""
        with self._database.reading() as connection:
            found = connection.execute(select(PEOPLE).where(_has(identity)))
            return [_person(row) for row in found]

    def person_by_key(self, identity: str, key: str) -> Person | None:
        """Return whoever has that CURP or RFC and was given that key, by a single question."""
        holders = select(PEOPLE).join(ISSUED_KEYS, ISSUED_KEYS.c.stream == PEOPLE.c.id)
        query = holders.where(_has(identity), ISSUED_KEYS.c.key == searchable(nfc(key)))
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return _person(row) if row else None

    def events_of(self, stream: str) -> tuple[Event, ...]:
        """Return a person's events, oldest first; as many as the stream's version."""
        columns = select(EVENTS.c.type, EVENTS.c.payload, EVENTS.c.recorded_at)
        query = columns.where(EVENTS.c.stream == stream).order_by(EVENTS.c.version)
        with self._database.reading() as connection:
            return tuple(decode(*row) for row in connection.execute(query))

    def held_slots(self, office: str, start: datetime, end: datetime) -> frozenset[Slot]:
        """Return the slots of an office that somebody holds, from `start` to before `end`."""
        columns = select(HELD_SLOTS.c.office, HELD_SLOTS.c.window, HELD_SLOTS.c.start)
        between = (HELD_SLOTS.c.start >= start) & (HELD_SLOTS.c.start < end)
        query = columns.where((HELD_SLOTS.c.office == office) & between)
        with self._database.reading() as connection:
            return frozenset(Slot(**row._mapping) for row in connection.execute(query))  # noqa: SLF001

    def append(self, stream: str, expected_version: int, events: Sequence[Event]) -> None:
        """Add events, and hold or free their slots, in one transaction.

        Raises StreamMovedError when the stream is no longer at `expected_version`, or when
        the database had this transaction give way to another one that waited for it,
        SlotTakenError when somebody holds a slot, KeyUsedError for a key that was given out
        before, UnknownPersonError without a person.
        """
        try:
            with self._database.writing() as connection:
                _check_version(connection, stream, expected_version)
                for version, event in enumerate(events, start=expected_version + 1):
                    _add_event(connection, stream, version, event)
                    _hold_or_free(connection, stream, event)
                    _issue_key(connection, stream, event)
        except DBAPIError as error:
            if gave_way(error):
                raise StreamMovedError from error
            raise


def _has(identity: str) -> ColumnElement[bool]:
    wanted = searchable(nfc(identity))
    return or_(PEOPLE.c.curp == wanted, PEOPLE.c.rfc == wanted)


def _person(row: Row[tuple[str, ...]]) -> Person:
    return Person(**row._mapping)  # noqa: SLF001 - SQLAlchemy's documented name for it


def _check_version(connection: Connection, stream: str, expected: int) -> None:
    if connection.scalar(select(PEOPLE.c.id).where(PEOPLE.c.id == stream)) is None:
        raise UnknownPersonError(stream)
    newest = select(func.coalesce(func.max(EVENTS.c.version), 0))
    if connection.scalar(newest.where(EVENTS.c.stream == stream)) != expected:
        raise StreamMovedError


def _add_event(connection: Connection, stream: str, version: int, event: Event) -> None:
    row = {"stream": stream, "version": version, **encode(event)}
    try:
        connection.execute(insert(EVENTS).values(row))
    except IntegrityError as error:
        raise StreamMovedError from error


def _hold_or_free(connection: Connection, stream: str, event: Event) -> None:
    if not isinstance(event, AppointmentBooked):
        mine = (HELD_SLOTS.c.stream == stream) & (HELD_SLOTS.c.key == event.key)
        connection.execute(delete(HELD_SLOTS).where(mine))
        return
    try:
        row = {**asdict(event.slot), "stream": stream, "key": event.key}
        connection.execute(insert(HELD_SLOTS).values(row))
    except IntegrityError as error:
        raise SlotTakenError from error


def _issue_key(connection: Connection, stream: str, event: Event) -> None:
    if not isinstance(event, AppointmentBooked):
        return
    try:
        connection.execute(insert(ISSUED_KEYS).values(key=event.key, stream=stream))
    except IntegrityError as error:
        raise KeyUsedError from error
