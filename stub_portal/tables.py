"""The tables. Plain SQL types, so that any database SQLAlchemy knows can hold them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Delete,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
    delete,
    select,
)


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept in UTC also where the database knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn a moment of any zone into UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give it back in UTC, which SQLite forgets and PostgreSQL puts into its own zone."""
        moment: datetime | None = value
        if moment is None or moment.tzinfo is None:
            return moment and moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC)


METADATA = MetaData()

PEOPLE = Table(
    "people",
    METADATA,
    Column("id", String, primary_key=True),
    Column("curp", String, nullable=False, unique=True),
    Column("rfc", String, nullable=False, unique=True),
    Column("names", String, nullable=False),
    Column("first_surname", String, nullable=False),
    Column("second_surname", String, nullable=False),
)

# The log. Rows are only ever added; a stream is one person's.
EVENTS = Table(
    "events",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("stream", ForeignKey("people.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    UniqueConstraint("stream", "version"),
)

# Who holds which slot now: what lets the database itself refuse a second booking.
HELD_SLOTS = Table(
    "held_slots",
    METADATA,
    Column("office", String, primary_key=True),
    Column("window", String, primary_key=True),
    Column("start", Instant, primary_key=True),
    Column("stream", ForeignKey("people.id"), nullable=False),
    Column("key", String, nullable=False),
)

# Every key that was ever given out, so that the database itself refuses to give it again.
ISSUED_KEYS = Table(
    "issued_keys",
    METADATA,
    Column("key", String, primary_key=True),
    Column("stream", ForeignKey("people.id"), nullable=False),
)

# A visit goes by the SHA-256 of its cookie: who reads the table cannot resume it.
SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", String, primary_key=True),
    Column("data", JSON, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
)

CAPTCHAS = Table(
    "captchas",
    METADATA,
    Column("id", String, primary_key=True),
    Column("visit", String, nullable=False),
    Column("answer", String, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
)


def expired(table: Table, now: datetime) -> Delete:
    """Return what drops the rows that expired, but for those that somebody else is dropping."""
    old = select(table.c.id).where(table.c.expires_at <= now)
    return delete(table).where(table.c.id.in_(old.with_for_update(skip_locked=True)))


def searchable(text: str) -> str:
    """Return a text that any database can look for.

    Some take no NUL and none takes half a surrogate pair. Neither is ever kept, so whatever
    stands in their place finds nobody either.
    """
    return text.encode(errors="replace").decode().replace("\0", "?")
