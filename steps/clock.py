"""What time it is at the portal."""

from pytest_bdd import given

from steps.control import Control
from steps.dates import moment_of
from steps.sentence import Sentence


@given(Sentence("que hoy es {date} a las {time}"))
def today_is(control: Control, date: str, time: str) -> None:
    control.set_clock(moment_of(date, time))
