"""Captchas: the answer stays on the server, serves once and expires."""

import secrets
from datetime import datetime, timedelta
from enum import Enum, auto
from hashlib import sha256
from random import Random, SystemRandom
from threading import Lock

from sqlalchemy import ColumnElement, delete, insert, select, update

from stub_portal.captcha_drawing import draw
from stub_portal.captcha_speech import speak
from stub_portal.database import Database
from stub_portal.tables import CAPTCHAS, expired, searchable

LENGTH = 5
# Nothing that reads as something else: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, VV.
ALPHABET = "ACDEFGHJKMNPRTUWXY34679"
# Stands in the answer's place once it was given: nobody can see, hear or give it again.
_SPENT = ""


class Attempt(Enum):
    """What became of an answer; SPENT is one to a captcha that was answered right before."""

    RIGHT = auto()
    WRONG = auto()
    SPENT = auto()


class Captchas:
    """Issues captchas to visits and compares what was typed, whatever its case.

    A visit is named by a secret of its own, of which only the SHA-256 is kept.
    """

    def __init__(self, database: Database, seed: int | None, ttl: timedelta) -> None:
        self._database = database
        self._seed = seed
        self._ttl = ttl
        self._secret = secrets.token_hex(32)
        self._lock = Lock()
        self._issued = 0
        self._last_answer = ""

    def issue(self, visit: str, now: datetime, instead_of: str = "") -> str:
        """Make a captcha for that visit and return its id.

        Dropped are those that expired, and the visit's own of the id `instead_of`.
        """
        replaced = _of(instead_of, visit) & (CAPTCHAS.c.answer != _SPENT)
        captcha_id = secrets.token_urlsafe(16)
        row = {
            "id": captcha_id,
            "visit": _digest(visit),
            "answer": self._next_answer(),
            "expires_at": now + self._ttl,
        }
        with self._database.writing() as connection:
            connection.execute(expired(CAPTCHAS, now))
            connection.execute(delete(CAPTCHAS).where(replaced))
            connection.execute(insert(CAPTCHAS).values(row))
        return captcha_id

    def picture(self, captcha_id: str, visit: str, now: datetime) -> bytes | None:
        """Return the PNG of a captcha; None if it is not that visit's, was used or expired.

        It is the same each time: of many drawings the noise could be averaged away.
        """
        answer = self._open_answer(captcha_id, visit, now)
        # Not the id alone, which stands in the page: whoever knows the seed knows the noise.
        chance = f"{self._secret}:{captcha_id}" if self._seed is None else f"{self._seed}"
        return draw(answer, chance) if answer else None

    def audio(self, captcha_id: str, visit: str, now: datetime) -> bytes | None:
        """Return the WAV of a captcha, the same each time; None as for the picture."""
        answer = self._open_answer(captcha_id, visit, now)
        # A browser asks for it in parts, which must be of one piece.
        chance = captcha_id if self._seed is None else self._seed
        return speak(answer, f"{chance}:{answer}") if answer else None

    def redeem(self, captcha_id: str, visit: str, typed: str, now: datetime) -> Attempt:
        """Use a captcha up and tell whether the answer was right and in time."""
        mine = _of(captcha_id, visit)
        kept = select(CAPTCHAS.c.answer, CAPTCHAS.c.expires_at).where(mine)
        with self._database.writing() as connection:
            row = connection.execute(kept.with_for_update()).first()
            if row is None or row.expires_at <= now:
                return Attempt.WRONG
            if row.answer == _SPENT:
                return Attempt.SPENT
            if typed.strip().upper() == row.answer:
                connection.execute(update(CAPTCHAS).where(mine).values(answer=_SPENT))
                return Attempt.RIGHT
            connection.execute(delete(CAPTCHAS).where(mine))
            return Attempt.WRONG

    def last_answer(self) -> str:
        """Return the answer issued last; for tests, which cannot read the picture."""
        return self._last_answer

    def restart(self) -> None:
        """Begin the seed's sequence of answers again."""
        with self._lock:
            self._issued = 0
            self._last_answer = ""

    def _open_answer(self, captcha_id: str, visit: str, now: datetime) -> str | None:
        """Return the answer that a captcha waits for; None or "" if it waits for none."""
        query = select(CAPTCHAS.c.answer).where(_of(captcha_id, visit), CAPTCHAS.c.expires_at > now)
        with self._database.reading() as connection:
            answer: str | None = connection.scalar(query)
        return answer

    def _next_answer(self) -> str:
        with self._lock:
            self._issued += 1
            seeded = self._seed is not None
            chance = Random(f"{self._seed}:{self._issued}") if seeded else SystemRandom()  # noqa: S311
            self._last_answer = "".join(chance.choices(ALPHABET, k=LENGTH))
            return self._last_answer


def _of(captcha_id: str, visit: str) -> ColumnElement[bool]:
    return (CAPTCHAS.c.id == searchable(captcha_id)) & (CAPTCHAS.c.visit == _digest(visit))


def _digest(visit: str) -> str:
    return sha256(visit.encode()).hexdigest()
