"""What is sent to control over HTTP is understood, or refused in Spanish with nothing done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stub_portal.seed import bystanders
from stub_portal.tests.controlled import (
    MOMENT,
    NIGHT,
    NOON,
    Controlled,
    controlled_portal,
    data_of,
    error_of,
)
from stub_portal.tests.hostile import TEXTS
from stub_portal.tests.profiles import examples
from stub_portal.web import control
from stub_portal.web.doorways import ROOMS


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("set_clock", {}, "Los argumentos deben ser un objeto de JSON con: moment."),
        ("set_clock", [], "Los argumentos deben ser un objeto"),
        ("set_clock", "moment", "Los argumentos deben ser un objeto"),
        ("set_clock", MOMENT | {"clock": "x"}, "Los argumentos deben ser un objeto"),
        ("reset", MOMENT, "Los argumentos deben ser un objeto de JSON con: nada."),
        ("set_clock", {"moment": "2024-01-28T10:00:00"}, "«moment» debe ser una fecha y hora con"),
        ("set_clock", {"moment": 1706457600}, "«moment» debe ser una fecha y hora con su zona"),
        ("set_clock", {"moment": "0001-01-01T00:00Z"}, "«moment» debe ser una fecha y hora con"),
        ("set_clock", {"moment": "9999-12-31T23:59Z"}, "«moment» debe ser una fecha y hora con"),
        ("fill_day", {"day": NOON}, "«day» debe ser una fecha, como 2024-01-30."),
        ("fill_day", {"day": "2024-02-30"}, "«day» debe ser una fecha"),
        ("person", {"example": None}, "«example» debe ser un texto."),
        ("person", {"example": "\ud800"}, "«example» debe ser un texto."),
        ("person", {"example": "Nadie"}, "No hay ese ejemplo; hay: Bitácora, Cancelación."),
        ("set_notice", {"notice": "none"}, "«notice» debe ser uno de: bar, warning."),
        ("set_notice", {"notice": ["bar"]}, "«notice» debe ser uno de: bar, warning."),
        ("move_office", {"time_zone": "Atlantis"}, "No hay esa zona horaria"),
        ("move_office", {"time_zone": "../zone"}, "No hay esa zona horaria"),
        ("move_office", {"time_zone": "America"}, "No hay esa zona horaria"),
        ("take_slot", {"start": NOON, "window": "0\0"}, "«window» debe ser un texto."),
        ("take_slot", {"start": NOON, "window": 2}, "«window» debe ser un texto."),
        (
            "take_slot",
            {"start": "2024-01-30T13:30:00-06:00", "window": "02"},
            "Ese horario ya es de alguien.",
        ),
        ("take_slot", {"start": NOON, "window": "99"}, "No se ofrece ese lugar; revise el día"),
        ("take_slot", {"start": NIGHT, "window": "02"}, "No se ofrece ese lugar"),
        ("fill_day", {"day": "2024-01-27"}, "Ese día no se puede agendar"),  # a Saturday
        ("person_with_appointment", {"key": "UC3QK2", "start": NOON}, "Esa clave ya se dio antes."),
    ],
)
def test_what_is_no_argument_is_told(
    controlled: Controlled, name: str, arguments: object, told: str
) -> None:
    before = arranged(controlled)
    answer = controlled.ask(name, arguments)
    assert error_of(answer, 400).startswith(told)
    assert arranged(controlled) == before


def arranged(controlled: Controlled) -> tuple[object, ...]:
    """Return what control may change and has not."""
    portal = controlled.portal
    logs = [portal.bitacora(person) for person in bystanders()]
    return controlled.clock.now(), portal.settings, portal.days(), logs


@pytest.mark.parametrize(
    ("person", "events", "told"),
    [
        ({"curp": "x"}, [], "«person» debe ser un objeto de JSON con: curp, rfc, names, first_"),
        ({"names": 7}, [], "«person.names» debe ser un texto."),
        ({"names": "Nadie"}, [], "Esa persona no está registrada en el portal."),
        ({}, {}, "«events» debe ser una lista."),
        ({}, [["AGENDADA", "AAAAAA", NOON]], "«events[0]» debe ser una lista de 4 valores."),
        ({}, [["AGENDADA", "AAAAAA", NOON, "ayer"]], "«events[0][3]» debe ser una fecha y hora"),
        ({}, [["OTRO", "AAAAAA", NOON, NIGHT]], "El estatus de una cita es AGENDADA o CANCELADA."),
        ({}, [["CANCELADA", "AAAAAA", NOON, NIGHT]], "Solo se cancela una cita que antes se"),
        (
            {},
            [["AGENDADA", "AAAAAA", NOON, NIGHT], ["CANCELADA", "AAAAAB", NOON, NIGHT]],
            "Solo se cancela una cita que antes se agendó",
        ),
    ],
)
def test_a_history_that_is_none_is_told(
    controlled: Controlled, person: dict[str, object], events: object, told: str
) -> None:
    whole = person if "curp" in person else data_of(bystanders()[0]) | person
    answer = controlled.ask("give_history", {"person": whole, "events": events})
    assert error_of(answer, 400).startswith(told)
    assert controlled.portal.bitacora(bystanders()[0]) == ()


@pytest.mark.parametrize(
    "body",
    [b"", b"moment=2024", b"{", b"\xff", b"[" * 100_000, b"NaN", b"9" * 5000],
    ids=lambda body: body[:12].decode(errors="replace"),
)
def test_what_is_no_json_is_told(controlled: Controlled, body: bytes) -> None:
    told = error_of(controlled.ask("set_clock", body), 400)
    assert told.startswith("Los argumentos deben ser un objeto de JSON")


def test_a_megabyte_is_too_much_and_a_thousand_events_are_not(altered: Controlled) -> None:
    answer = altered.ask("set_clock", MOMENT | {"more": "a" * 1024 * 1024})
    assert answer.status_code == 413
    booked_and_cancelled = [
        [status, f"K{number:05}", NOON, NIGHT]
        for number in range(500)
        for status in ("AGENDADA", "CANCELADA")
    ]
    history = {"person": data_of(bystanders()[0]), "events": booked_and_cancelled}
    assert altered.ask("give_history", history).status_code == 200
    assert len(altered.portal.bitacora(bystanders()[0])) == 1000


def test_an_empty_portal_is_told() -> None:
    empty = controlled_portal()
    answer = empty.ask("person_with_appointment", {"key": "AAAAAA", "start": NOON})
    assert error_of(answer, 400) == "El portal está vacío; antes hay que llamar a reset."
    assert empty.ask("reset", {}).status_code == 200
    answer = empty.ask("person_with_appointment", {"key": "AAAAAA", "start": NOON})
    assert answer.status_code == 200
    empty.portal.close()


texts = st.sampled_from([text for text in TEXTS if len(text) < 200])
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | texts | st.sampled_from([NOON, "2024-02-01"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
_place = st.sampled_from(sorted(ROOMS)).flatmap(
    lambda room: st.fixed_dictionaries(
        {"screen": st.just(room[0]), "stage": st.just(room[1])}
        | dict.fromkeys(("typed", "day", "hours", "window"), texts)
    )
)
_status = st.sampled_from(["AGENDADA", "CANCELADA"])
_event = st.tuples(_status, st.sampled_from(["AAAAAA", "CC3QZ8"]) | texts, st.just(NOON))
_OF_ITS_TYPE = {
    "person": st.just(data_of(bystanders()[0])),
    "place": _place,
    "events": st.lists(_event.map(lambda event: [*event, NIGHT]), max_size=3),
    "notice": st.sampled_from(["bar", "warning"]),
}


def test_any_arguments_at_all(altered: Controlled) -> None:
    parameters = {
        name: method.__code__.co_varnames[1 : method.__code__.co_argcount]
        for name, method in control.METHODS.items()
    }

    @examples(60)
    @given(st.sampled_from(sorted(parameters)), st.data())
    def asked(name: str, data: st.DataObject) -> None:
        arguments = {
            one: data.draw(_OF_ITS_TYPE.get(one, _json) | _json) for one in parameters[name]
        }
        answer = altered.ask(name, arguments)
        assert answer.status_code in {200, 400}
        assert list(answer.get_json()) == (["result"] if answer.status_code == 200 else ["error"])
        altered.portal.bitacora(bystanders()[0])  # whatever was arranged, it can be shown

    asked()
