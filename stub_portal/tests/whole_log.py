"""Whether a database still holds a whole log, told from its tables alone."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, create_engine, select

from stub_portal.domain.appointments import Agenda, Appointment, evolve
from stub_portal.domain.events import AppointmentBooked, Event
from stub_portal.event_codec import decode
from stub_portal.tables import EVENTS, HELD_SLOTS, ISSUED_KEYS, PEOPLE

Versioned = list[tuple[int, Event]]


@dataclass(frozen=True)
class Facts:
    """What a whole log says: everybody's agenda by person id, and how many events it has."""

    agendas: dict[str, Agenda]
    events: int

    @property
    def booked(self) -> dict[str, str]:
        """Who booked, by key: person ids, also of what was cancelled later."""
        return {one.key: who for who, one in self._appointments()}

    @property
    def cancelled(self) -> set[str]:
        """The keys that were cancelled."""
        return {one.key for _, one in self._appointments() if one.cancelled_at}

    def _appointments(self) -> list[tuple[str, Appointment]]:
        return [(who, one) for who, agenda in self.agendas.items() for one in agenda.appointments]


def check_whole(database_url: str) -> Facts:
    """Return what the log says, or raise AssertionError telling what is not whole.

    Whole is: the file itself is sound (SQLite); every stream is some person's, decodes, has the
    versions 1 to n and replays by the rules; no key was given twice; `held_slots` and
    `issued_keys` are exactly what the log gives. To be asked while nobody writes.
    """
    engine = create_engine(database_url, hide_parameters=True)
    try:
        with engine.connect() as connection:
            _check_file(connection)
            people = set(connection.scalars(select(PEOPLE.c.id)))
            streams = _streams(connection)
            assert streams.keys() <= people, "events of nobody"
            facts = Facts(
                {who: _replayed(who, streams.get(who, [])) for who in people},
                sum(map(len, streams.values())),
            )
            _check_keys(connection, facts)
            _check_slots(connection, facts)
    finally:
        engine.dispose()
    return facts


def _check_file(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def _streams(connection: Connection) -> dict[str, Versioned]:
    columns = (EVENTS.c.type, EVENTS.c.payload, EVENTS.c.recorded_at)
    query = select(EVENTS.c.stream, EVENTS.c.version, *columns)
    streams: dict[str, Versioned] = defaultdict(list)
    for stream, version, *event in connection.execute(query.order_by(EVENTS.c.version)):
        streams[stream].append((version, decode(*event)))
    return dict(streams)


def _replayed(who: str, stream: Versioned) -> Agenda:
    versions = [version for version, _ in stream]
    assert versions == list(range(1, len(stream) + 1)), f"{who} has the versions {versions}"
    agenda = Agenda()
    for version, event in stream:
        if isinstance(event, AppointmentBooked):
            assert not agenda.live(event.registered_at), f"{who} has two at once ({version})"
        else:
            cancelled = agenda.find(event.key)
            assert cancelled, f"{who} cancelled what was never booked ({version})"
            assert not cancelled.cancelled_at, f"{who} cancelled {event.key} twice ({version})"
        agenda = evolve(agenda, event)
    return agenda


def _check_keys(connection: Connection, facts: Facts) -> None:
    given = Counter(one.key for agenda in facts.agendas.values() for one in agenda.appointments)
    twice = [key for key, times in given.items() if times > 1]
    assert not twice, f"given twice: {twice}"
    rows = connection.execute(select(ISSUED_KEYS.c.key, ISSUED_KEYS.c.stream))
    issued = {row.key: row.stream for row in rows}
    _assert_same("issued_keys", issued, facts.booked)


def _check_slots(connection: Connection, facts: Facts) -> None:
    standing = [
        (one.slot.office, one.slot.window, one.slot.start.timestamp(), who, one.key)
        for who, agenda in facts.agendas.items()
        for one in agenda.appointments
        if not one.cancelled_at
    ]
    held = [
        (row.office, row.window, row.start.timestamp(), row.stream, row.key)
        for row in connection.execute(select(HELD_SLOTS))
    ]
    _assert_same("held_slots", Counter(held), Counter(standing))


def _assert_same(table: str, there: object, by_the_log: object) -> None:
    assert there == by_the_log, f"{table} holds {there}, the log gives {by_the_log}"
