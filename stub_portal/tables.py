"""The tables. Plain SQL types, so that any database SQLAlchemy knows can hold them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept in UTC also where the database knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn a moment of any zone into UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give back what SQLite forgets: that the moment is in UTC."""
        moment: datetime | None = value
        return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


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
    Column("expires_at", Instant, nullable=False),
)
