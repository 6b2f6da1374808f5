"""The guides on the stub in a process of its own: with its control, and as anybody starts it."""

import re
from datetime import UTC, datetime
from pathlib import Path

from reports.tests.elsewhere import follow, process
from stub_portal.domain.events import AppointmentBooked
from stub_portal.domain.formats import day_text
from stub_portal.seed import ZONE, tryout

TOKEN = "solo-para-esta-prueba"  # noqa: S105 - of a portal that lives as long as a test
_PLAIN = """
import sys
from pathlib import Path
from reports.try_portal import start_portal
start_portal(Path(sys.argv[1]), 0, lambda text: print(text, flush=True))
"""
# What somebody would write who has the stub open: one of its people, with an appointment ahead.
_DATA = """
buscador = "{address}/"
ya_es_cierto = ["hoy es 26/01/2024 a las 10:00"]

[persona."ejemplo de la Cancelación"]
curp = "{person.curp}"
rfc = "{person.rfc}"
nombres = "{person.names}"
primer_apellido = "{person.first_surname}"
segundo_apellido = "{person.second_surname}"

[valores]
"UC3QK2" = "{key}"
"30/01/2024" = "{day}"
"02" = "{window}"
"""


def address_in(line: str) -> str:
    found = re.search(r"http://[\d.]+:\d+", line)
    assert found, line
    return found[0]


def data_for(address: str) -> str:
    ahead = tryout(datetime.now(UTC))
    [booked] = ahead.events
    assert isinstance(booked, AppointmentBooked)
    slot = booked.slot
    day = day_text(slot.start.astimezone(ZONE).date())
    return _DATA.format(
        address=address, person=ahead.person, key=booked.key, day=day, window=slot.window
    )


def test_with_control_whatever_is_arranged_in_process_is_arranged_there(tmp_path: Path) -> None:
    environment = {"GUIAS_CONTROL": TOKEN}
    command = ("-m", "reports", "portal", "--control", "--puerto", "0")
    wanted = "guia(name='bitacora') or regla(name='aviso_36_horas')"
    with process(command, environment) as line:
        followed = follow(f"{address_in(line)}/asisste/", tmp_path, wanted, environment=environment)
    assert followed.code == 0, followed.said
    assert len(followed.scenarios) == 4
    assert all(scenario.passed for scenario in followed.scenarios)


def test_without_control_what_can_be_followed_is(tmp_path: Path) -> None:
    wanted = "guia(name='cancelacion') or guia(name='bitacora') or regla(name='aviso_36_horas')"
    data = tmp_path / "portal.toml"
    with process(("-c", _PLAIN, str(tmp_path))) as line:
        address = address_in(line)
        data.write_text(data_for(address), "utf-8")
        words = ("--portal-data", str(data))
        followed = follow(f"{address}/asisste/", tmp_path, wanted, *words)
    assert followed.code == 0, followed.said
    assert followed.found_false == set()
    cancelling = next(one for one in followed.scenarios if one.guide == "cancelacion")
    *_, last = (step.sentence for step in cancelling.steps if step.status == "passed")
    assert last == 'elige un motivo en "Motivo*"'
    assert cancelling.skipped.startswith("nadie resuelve el captcha")
    reading = next(one for one in followed.scenarios if one.guide == "bitacora")
    assert "no se dijo quién es la persona «ejemplo de la Bitácora»" in reading.skipped
    assert "omitidos: 5" in followed.said
