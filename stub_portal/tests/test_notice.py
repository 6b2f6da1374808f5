"""Thirty-six hours, to the second."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from stub_portal.domain.notice import NoticeRule
from stub_portal.tests.visitor import local

RULE = NoticeRule(hours=36, enforced=True)
START = local("2024-01-30 13:30")


@pytest.mark.parametrize(
    ("before", "met"),
    [
        (timedelta(hours=36, microseconds=1), True),
        (timedelta(hours=36), True),
        (timedelta(hours=36, microseconds=-1), False),
        (timedelta(hours=35, minutes=59, seconds=59), False),
    ],
)
def test_the_bound(before: timedelta, met: bool) -> None:
    assert RULE.is_met(START, START - before) is met


def test_hours_are_real_ones_when_the_clocks_change() -> None:
    zone = ZoneInfo("America/Tijuana")  # summer time begins on 10/03/2024 at 02:00
    start = START.replace(year=2024, month=3, day=11, hour=9, minute=0, tzinfo=zone)
    assert f"{RULE.last_moment(start).astimezone(zone):%d %H:%M}" == "09 20:00"
