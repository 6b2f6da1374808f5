"""Captchas: the answer stays on the server, serves once and expires."""

import secrets
from datetime import datetime, timedelta
from random import Random, SystemRandom
from threading import Lock

from sqlalchemy import delete, insert, select

from stub_portal.captcha_drawing import draw
from stub_portal.database import Database
from stub_portal.tables import CAPTCHAS

LENGTH = 5
# Nothing that reads as something else: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, VV.
ALPHABET = "ACDEFGHJKMNPRTUWXY34679"


class Captchas:
    """Issues captchas to visits and compares what was typed, whatever its case."""

    def __init__(self, database: Database, seed: int | None, ttl: timedelta) -> None:
        self._database = database
        self._seed = seed
        self._ttl = ttl
        self._lock = Lock()
        self._issued = 0
        self._last_answer = ""

    def issue(self, visit: str, now: datetime) -> str:
        """Make a captcha for that visit and return its id. Expired ones are dropped."""
        captcha_id = secrets.token_urlsafe(16)
        row = {
            "id": captcha_id,
            "visit": visit,
            "answer": self._next_answer(),
            "expires_at": now + self._ttl,
        }
        with self._database.writing() as connection:
            connection.execute(delete(CAPTCHAS).where(CAPTCHAS.c.expires_at <= now))
            connection.execute(insert(CAPTCHAS).values(row))
        return captcha_id

    def picture(self, captcha_id: str, visit: str, now: datetime) -> bytes | None:
        """Return the PNG of a captcha; None if it is not that visit's, was used or expired."""
        query = select(CAPTCHAS.c.answer).where(
            CAPTCHAS.c.id == captcha_id, CAPTCHAS.c.visit == visit, CAPTCHAS.c.expires_at > now
        )
        with self._database.reading() as connection:
            answer: str | None = connection.scalar(query)
        return draw(answer, self._seed) if answer else None

    def redeem(self, captcha_id: str, visit: str, typed: str, now: datetime) -> bool:
        """Use a captcha up and tell whether the answer was right and in time."""
        used = (
            delete(CAPTCHAS)
            .where(CAPTCHAS.c.id == captcha_id, CAPTCHAS.c.visit == visit)
            .returning(CAPTCHAS.c.answer, CAPTCHAS.c.expires_at)
        )
        with self._database.writing() as connection:
            row = connection.execute(used).first()
        return row is not None and now < row.expires_at and typed.strip().upper() == row.answer

    def last_answer(self) -> str:
        """Return the answer issued last; for tests, which cannot read the picture."""
        return self._last_answer

    def restart(self) -> None:
        """Begin the seed's sequence of answers again."""
        with self._lock:
            self._issued = 0
            self._last_answer = ""

    def _next_answer(self) -> str:
        with self._lock:
            self._issued += 1
            seeded = self._seed is not None
            chance = Random(f"{self._seed}:{self._issued}") if seeded else SystemRandom()  # noqa: S311
            self._last_answer = "".join(chance.choices(ALPHABET, k=LENGTH))
            return self._last_answer
