"""What time it is at the portal."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pytest_bdd import given

from steps.control import Control
from steps.sentence import Sentence

_OFFICE_ZONE = ZoneInfo("America/Mexico_City")


@given(Sentence("que hoy es {date} a las {time}"))
def today_is(control: Control, date: str, time: str) -> None:
    pattern = "%d/%m/%Y %H:%M:%S" if time.count(":") > 1 else "%d/%m/%Y %H:%M"
    moment = datetime.strptime(f"{date} {time}", pattern).replace(tzinfo=_OFFICE_ZONE)
    control.set_clock(moment)
