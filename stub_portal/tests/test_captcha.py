"""A captcha serves once, in time, for the visit it was issued to."""

import secrets
from collections.abc import Generator
from datetime import timedelta

import pytest
from captcha import image

from stub_portal.captcha import ALPHABET, LENGTH, Captchas
from stub_portal.captcha_drawing import draw
from stub_portal.database import Database
from stub_portal.tests.visitor import local

NOW = local("2024-01-25 09:00")
TTL = timedelta(minutes=10)


@pytest.fixture
def captchas() -> Generator[Captchas]:
    """Captchas with a seed."""
    database = Database("sqlite://")
    yield Captchas(database, 1, TTL)
    database.close()


def test_the_right_answer_serves_once(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    answer = captchas.last_answer()
    assert captchas.redeem(issued, "visit", f" {answer.lower()} ", NOW)
    assert not captchas.redeem(issued, "visit", answer, NOW)


def test_a_wrong_answer_uses_it_up(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    assert not captchas.redeem(issued, "visit", "?????", NOW)
    assert not captchas.redeem(issued, "visit", captchas.last_answer(), NOW)


def test_another_visit_can_neither_use_nor_spoil_nor_see_it(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    assert not captchas.redeem(issued, "other", captchas.last_answer(), NOW)
    assert captchas.picture(issued, "other", NOW) is None
    assert captchas.redeem(issued, "visit", captchas.last_answer(), NOW)


def test_it_expires(captchas: Captchas) -> None:
    issued = captchas.issue("visit", NOW)
    assert captchas.picture(issued, "visit", NOW + TTL) is None
    assert not captchas.redeem(issued, "visit", captchas.last_answer(), NOW + TTL)


def test_a_seed_repeats_answers_and_pictures(captchas: Captchas) -> None:
    first = captchas.picture(captchas.issue("visit", NOW), "visit", NOW)
    answer = captchas.last_answer()
    captchas.issue("visit", NOW)
    assert captchas.last_answer() != answer
    captchas.restart()
    assert captchas.picture(captchas.issue("visit", NOW), "visit", NOW) == first
    assert captchas.last_answer() == answer


def test_without_a_seed_nothing_repeats() -> None:
    draw("ACDEF", 1)  # leaves no seed behind
    assert vars(image)["secrets"] is secrets
    assert draw("ACDEF", None) != draw("ACDEF", None)


def test_answers_hold_no_look_alikes(captchas: Captchas) -> None:
    captchas.issue("visit", NOW)
    assert len(captchas.last_answer()) == LENGTH
    assert not set(ALPHABET) & set("0OQ1IL")
