"""What the server remembers of a visit, so that the cookie need not carry it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from stub_portal.database import Database
from stub_portal.tables import SESSIONS, expired


class Visits:
    """Session data by the digest of the session's cookie."""

    def __init__(self, database: Database, ttl: timedelta) -> None:
        self._database = database
        self._ttl = ttl

    def load(self, digest: str, now: datetime) -> dict[str, Any] | None:
        """Return a visit's data; None if there is none or it expired."""
        query = select(SESSIONS.c.data).where(SESSIONS.c.id == digest, SESSIONS.c.expires_at > now)
        with self._database.reading() as connection:
            data: dict[str, Any] | None = connection.scalar(query)
        return data

    def begin(
        self, digest: str, data: dict[str, Any], now: datetime, *, outlived: str | None
    ) -> None:
        """Keep a new visit's data for the time to live, and drop expired visits.

        `outlived` is the digest that it went by so far, which is worth nothing from now on.
        """
        row = {"id": digest, "data": data, "expires_at": now + self._ttl}
        with self._database.writing() as connection:
            connection.execute(expired(SESSIONS, now))
            connection.execute(delete(SESSIONS).where(SESSIONS.c.id == outlived))
            connection.execute(insert(SESSIONS).values(row))

    def keep(self, digest: str, data: dict[str, Any], now: datetime) -> None:
        """Keep a visit's data for the whole time to live again, unless the visit ended."""
        self._update(digest, data=data, expires_at=now + self._ttl)

    def extend(self, digest: str, now: datetime) -> None:
        """Keep what there is of a visit for the whole time to live again."""
        self._update(digest, expires_at=now + self._ttl)

    def _update(self, digest: str, **columns: Any) -> None:
        with self._database.writing() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.id == digest).values(columns))
