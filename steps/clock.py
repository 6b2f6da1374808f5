"""What time it is at the portal, by the clock of the office."""

from zoneinfo import ZoneInfo

import pytest
from pytest_bdd import given, when

from steps.control import Control
from steps.dates import USUAL_ZONE, ZONES, moment_of
from steps.sentence import Sentence

TITLE = "Fecha y hora"

# In the hour that the clocks show twice when summer time ends.
_FOLDS = {"antes": 0, "después": 1}


@pytest.fixture
def office_zone() -> ZoneInfo:
    """The office's time zone, unless the scenario says where it is."""
    return USUAL_ZONE


@given(Sentence('que la unidad administrativa está en "{city}"'), target_fixture="office_zone")
def office_is_in(control: Control, city: str) -> ZoneInfo:
    """Dice en qué ciudad está la oficina: las horas que siguen son las de ahí."""
    control.move_office(ZONES[city].key)
    return ZONES[city]


@given(Sentence("que hoy es {date} a las {time}"))
@when(Sentence("dan las {time} del {date}"))
def today_is(control: Control, office_zone: ZoneInfo, date: str, time: str) -> None:
    """Pone el reloj del portal en ese día y esa hora; ahí se queda."""
    control.set_clock(moment_of(date, time, zone=office_zone))


@given(Sentence("que hoy es {date} a las {time}, {when} del cambio de horario"))
def today_is_in_the_repeated_hour(
    control: Control, office_zone: ZoneInfo, date: str, time: str, when: str
) -> None:
    """Pone el reloj en la hora que se repite al terminar el horario de verano."""
    control.set_clock(moment_of(date, time, zone=office_zone, fold=_FOLDS[when]))
