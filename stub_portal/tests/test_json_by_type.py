"""Values go over JSON and come back as they were, by their types."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal, Protocol

import pytest

from stub_portal.json_by_type import WrongValueError, from_json, to_json

NOON = datetime(2024, 1, 30, 12, tzinfo=timezone(timedelta(hours=-6)))


@dataclass(frozen=True)
class Door:
    """A record."""

    number: str
    colours: tuple[str, ...] = ()


@dataclass(frozen=True)
class House:
    """A record of records."""

    doors: Sequence[Door]
    built: date = date(1900, 1, 1)


class Named(Protocol):
    """What any record with these has."""

    @property
    def name(self) -> str: ...  # noqa: D102  # it says it

    @property
    def main_door(self) -> Door: ...  # noqa: D102


@dataclass(frozen=True)
class Owner:
    """One that is `Named`, and has more."""

    name: str
    main_door: Door
    secret: str = "kept"  # noqa: S105


HOUSE = House((Door("1", ("azul", "ñandú")), Door("2")), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (str, "Bitácora \u2028 👩‍👩‍👧"),
        (None, None),
        (datetime, NOON),
        (date, date(2024, 1, 30)),
        (Literal["bar", "warning"], "bar"),
        (Sequence[date], ()),
        (tuple[str, datetime], ("AGENDADA", NOON)),
        (Sequence[tuple[str, str, datetime]], (("a", "b", NOON), ("c", "d", NOON))),
        (House, HOUSE),
        (tuple[House, ...], (HOUSE, House(()))),
    ],
    ids=str,
)
def test_there_and_back(kind: Any, value: object) -> None:
    sent = json.loads(json.dumps(to_json(kind, value)))
    assert from_json(type(None) if kind is None else kind, sent, "x") == value


def test_a_protocol_is_what_it_names_and_no_more() -> None:
    sent = to_json(Named, Owner("Ana", Door("1")))
    assert sent == {"name": "Ana", "main_door": {"number": "1", "colours": []}}
    named = from_json(Named, sent, "x")
    assert asdict(named) == {"name": "Ana", "main_door": asdict(Door("1"))}
    assert hash(named) == hash(from_json(Named, sent, "x"))


@pytest.mark.parametrize(
    ("kind", "raw", "told"),
    [
        (type(None), 0, "«x» debe ser null."),
        (date, "2024-01-30T00:00:00", "«x» debe ser una fecha, como 2024-01-30."),
        (datetime, "2024-01-30", "«x» debe ser una fecha y hora con su zona, como "),
        (Door, {"number": "1"}, "«x» debe ser un objeto de JSON con: number, colours."),
        (Door, {"number": "1", "colours": [], "__class__": "x"}, "«x» debe ser un objeto de JSON"),
        (House, {"doors": [], "built": 3}, "«x.built» debe ser una fecha, como 2024-01-30."),
        (
            House,
            {"doors": [{"number": "1", "colours": [2]}], "built": "2024-02-29"},
            "«x.doors[0].colours[0]» debe ser un texto.",
        ),
        (tuple[str, str], ["a"], "«x» debe ser una lista de 2 valores."),
        (Sequence[str], "texto", "«x» debe ser una lista."),
        (Literal["bar"], {}, "«x» debe ser uno de: bar."),
        (str, "\ud800", "«x» debe ser un texto."),
    ],
    ids=str,
)
def test_what_is_of_another_type_is_told(kind: Any, raw: object, told: str) -> None:
    with pytest.raises(WrongValueError) as error:
        from_json(kind, raw, "x")
    assert str(error.value).startswith(told)
