"""What the server remembers of a visit, so that the cookie need not carry it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from stub_portal.database import Database
from stub_portal.tables import SESSIONS, expired

# How long a renewed visit still takes what was sent under its old cookie: a second click is
# on its way before the browser has the new one.
_SECOND_CLICK = timedelta(seconds=10)


class Visits:
    """Session data by the digest of the session's cookie."""

    def __init__(self, database: Database, ttl: timedelta) -> None:
        self._database = database
        self._ttl = ttl

    def load(self, digest: str, now: datetime) -> dict[str, Any] | None:
        """Return a visit's data; None if there is none or it expired."""
        known = SESSIONS.c.id.in_((digest, _renewed(digest)))
        query = select(SESSIONS.c.data).where(known, SESSIONS.c.expires_at > now)
        with self._database.reading() as connection:
            data: dict[str, Any] | None = connection.scalar(query)
        return data

    def begin(self, digest: str, data: dict[str, Any], now: datetime) -> None:
        """Keep a new visit's data for the time to live, and drop expired visits."""
        with self._database.writing() as connection:
            connection.execute(expired(SESSIONS, now))
            connection.execute(insert(SESSIONS).values(_row(digest, data, now + self._ttl)))

    def renew(
        self, digest: str, data: dict[str, Any], now: datetime, *, before: str, left: dict[str, Any]
    ) -> None:
        """Keep a visit's data under another digest; under the one `before`, only `left` a moment.

        That is kept by a name that neither `keep` nor `extend` finds: nothing revives the visit.
        """
        moment = _row(_renewed(before), left, now + _SECOND_CLICK)
        ended = delete(SESSIONS).where(SESSIONS.c.id.in_((before, _renewed(before))))
        with self._database.writing() as connection:
            connection.execute(expired(SESSIONS, now))
            connection.execute(ended)
            connection.execute(insert(SESSIONS), [moment, _row(digest, data, now + self._ttl)])

    def keep(self, digest: str, changed: dict[str, Any], now: datetime) -> None:
        """Keep what changed of a visit for the whole time to live again, unless the visit ended.

        All else stays as it is by now: another window may have changed it since it was loaded.
        """
        query = select(SESSIONS.c.data).where(SESSIONS.c.id == digest).with_for_update()
        with self._database.writing() as connection:
            data = connection.scalar(query)
            if data is not None:
                row = _row(digest, data | changed, now + self._ttl)
                connection.execute(update(SESSIONS).where(SESSIONS.c.id == digest).values(row))

    def extend(self, digest: str, now: datetime) -> None:
        """Keep what there is of a visit for the whole time to live again."""
        known = update(SESSIONS).where(SESSIONS.c.id == digest)
        with self._database.writing() as connection:
            connection.execute(known.values(expires_at=now + self._ttl))


def _row(digest: str, data: dict[str, Any], expires_at: datetime) -> dict[str, Any]:
    return {"id": digest, "data": data, "expires_at": expires_at}


def _renewed(digest: str) -> str:
    return f"renewed {digest}"
