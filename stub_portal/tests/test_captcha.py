"""A captcha serves once, in time, for the visit it was issued to."""

import secrets
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from captcha import image
from sqlalchemy import select

from stub_portal.captcha import ALPHABET, LENGTH, Attempt, Captchas
from stub_portal.captcha_drawing import draw
from stub_portal.database import Database
from stub_portal.tables import CAPTCHAS
from stub_portal.tests.visitor import local

NOW = local("2024-01-25 09:00")
TTL = timedelta(minutes=10)
NewDatabase = Callable[[], str]
# Without a lock, some round of these tells it on PostgreSQL; SQLite has one writer at a time.
_AT_ONCE, _ROUNDS = 4, 10


@pytest.fixture
def database(new_database: NewDatabase) -> Generator[Database]:
    """An empty database."""
    database = Database(new_database())
    yield database
    database.close()


@pytest.fixture
def captchas(database: Database) -> Captchas:
    """Captchas with a seed."""
    return Captchas(database, 1, TTL)


def can_be_perceived(captchas: Captchas, captcha_id: str, visit: str = "visit") -> bool:
    """Tell whether it can be seen and heard, or neither."""
    seen = captchas.picture(captcha_id, visit, NOW)
    heard = captchas.audio(captcha_id, visit, NOW)
    assert (seen is None) is (heard is None)
    return seen is not None


def test_the_right_answer_serves_once(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    answer = captchas.last_answer()
    assert can_be_perceived(captchas, issued)
    assert captchas.redeem(issued, "visit", f" {answer.lower()} ", NOW) is Attempt.RIGHT
    assert captchas.redeem(issued, "visit", answer, NOW) is Attempt.SPENT
    assert captchas.redeem(issued, "visit", "", NOW) is Attempt.SPENT
    assert not can_be_perceived(captchas, issued)


def test_at_once_it_serves_once(captchas: Captchas) -> None:
    together = Barrier(_AT_ONCE, timeout=60)

    def redeem(issued: str) -> Attempt:
        together.wait()
        return captchas.redeem(issued, "visit", captchas.last_answer(), NOW)

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in range(_ROUNDS):
            attempts = list(threads.map(redeem, [captchas.issue("visit", NOW)] * _AT_ONCE))
            assert attempts.count(Attempt.RIGHT) == 1
            assert attempts.count(Attempt.SPENT) == _AT_ONCE - 1


def test_a_wrong_answer_uses_it_up(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    assert captchas.redeem(issued, "visit", "?????", NOW) is Attempt.WRONG
    assert not can_be_perceived(captchas, issued)
    assert captchas.redeem(issued, "visit", captchas.last_answer(), NOW) is Attempt.WRONG


def test_another_instead_of_it_uses_it_up(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    answer = captchas.last_answer()
    captchas.issue("other", NOW, instead_of=issued)
    assert can_be_perceived(captchas, issued)  # it was not theirs
    captchas.issue("visit", NOW, instead_of=issued)
    assert not can_be_perceived(captchas, issued)
    assert captchas.redeem(issued, "visit", answer, NOW) is Attempt.WRONG


def test_another_visit_can_neither_use_nor_spoil_nor_perceive_it(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    assert captchas.redeem(issued, "other", captchas.last_answer(), NOW) is Attempt.WRONG
    assert not can_be_perceived(captchas, issued, "other")
    assert captchas.redeem(issued, "visit", captchas.last_answer(), NOW) is Attempt.RIGHT
    assert captchas.redeem(issued, "other", captchas.last_answer(), NOW) is Attempt.WRONG


def test_it_expires(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    assert captchas.picture(issued, "visit", NOW + TTL) is None
    assert captchas.audio(issued, "visit", NOW + TTL) is None
    assert captchas.redeem(issued, "visit", captchas.last_answer(), NOW + TTL) is Attempt.WRONG


def test_the_store_keeps_a_digest_of_the_visit(captchas: Captchas, database: Database) -> None:
    captchas.issue("a visit's secret", NOW)
    with database.reading() as connection:
        (kept,) = connection.scalars(select(CAPTCHAS.c.visit))
    assert len(kept) == 64


@pytest.mark.parametrize("unlike", ["", "a\0b", "\ud800", "a" * 100_000])
def test_there_is_none_of_a_name_that_was_never_given(captchas: Captchas, unlike: str) -> None:
    captchas.issue("visit", NOW)
    assert captchas.picture(unlike, "visit", NOW) is None
    assert captchas.audio(unlike, "visit", NOW) is None
    answer = captchas.last_answer()
    assert captchas.redeem(unlike, "visit", answer, NOW) is Attempt.WRONG


def test_a_seed_repeats_answers_pictures_and_audio(captchas: Captchas) -> None:
    first = captchas.issue("visit", NOW)
    answer = captchas.last_answer()
    captchas.issue("visit", NOW)
    assert captchas.last_answer() != answer
    captchas.restart()
    again = captchas.issue("visit", NOW)
    assert captchas.last_answer() == answer
    for made in (captchas.picture, captchas.audio):
        assert made(again, "visit", NOW) == made(first, "visit", NOW)


def test_drawing_leaves_no_seed_behind() -> None:
    draw("ACDEF", "1")
    assert vars(image)["secrets"] is secrets


def test_without_a_seed_a_captcha_is_drawn_and_spoken_in_one_way(database: Database) -> None:
    captchas = Captchas(database, None, TTL)
    issued = captchas.issue("visit", NOW)
    for made in (captchas.picture, captchas.audio):
        assert made(issued, "visit", NOW) == made(issued, "visit", NOW)


def test_without_a_seed_nobody_knows_how_one_is_drawn(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Captchas, "_next_answer", lambda _: "ACDEF")
    captchas = Captchas(database, None, TTL)
    first, second = (captchas.issue("visit", NOW) for _ in range(2))
    drawn = captchas.picture(first, "visit", NOW)
    assert drawn != captchas.picture(second, "visit", NOW)
    # Nor by its id, which stands in the page.
    assert drawn != Captchas(database, None, TTL).picture(first, "visit", NOW)
    assert drawn != draw("ACDEF", first)


def test_answers_hold_no_look_alikes(captchas: Captchas) -> None:
    captchas.issue("visit", NOW)
    assert len(captchas.last_answer()) == LENGTH
    assert not set(ALPHABET) & set("0OQ1IL")
