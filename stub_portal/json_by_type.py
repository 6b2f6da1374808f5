"""Values as JSON and back by their annotated types, for methods that are called over HTTP.

Texts and None are themselves, a `Literal` its text, a date or an aware moment its ISO 8601 text,
a sequence or a tuple a list, and a dataclass or a protocol of properties an object with its fields.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, make_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

# Between these years, sums of days and zones are dates as well.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_Day = TypeVar("_Day", bound=date)


class WrongValueError(ValueError):
    """A value is not of its type; the message is Spanish and says which and what it must be."""


def arguments_to_json(method: Callable[..., Any], values: Mapping[str, object]) -> object:
    """Return arguments by the names of a method's parameters as what `json` writes."""
    types = _parameters(method)
    return {name: to_json(types[name], value) for name, value in values.items()}


def arguments_from_json(method: Callable[..., Any], raw: object) -> dict[str, Any]:
    """Return a method's arguments, all of them and no others, from what `json` has read.

    Raises WrongValueError, as `from_json` does.
    """
    return _values(_parameters(method), raw, "")


def result_type(method: Callable[..., Any]) -> Any:
    """Return the type of what a method returns."""
    return get_type_hints(method)["return"]


def to_json(kind: Any, value: Any) -> object:
    """Return a value of the type `kind` as what `json` writes."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):  # which a moment is, too
        return value.isoformat()
    if get_origin(kind):
        parts = zip(_parts(kind, len(value)), value, strict=True)
        return [to_json(part, one) for part, one in parts]
    types = _fields(kind)
    return {name: to_json(type_, getattr(value, name)) for name, type_ in types.items()}


def from_json(kind: Any, raw: object, name: str) -> Any:
    """Return the value of the type `kind` from what `json` has read.

    Raises WrongValueError, which tells of it as `name`.
    """
    if kind in _PLAIN:
        return _PLAIN[kind](raw, name)
    if get_origin(kind) is Literal:
        choices = "uno de: " + ", ".join(get_args(kind))
        return _checked(raw, isinstance(raw, str) and raw in get_args(kind), name, choices)
    if get_origin(kind):
        return _sequence(kind, raw, name)
    return _maker(kind)(**_values(_fields(kind), raw, name))


def _checked(raw: object, right: bool, name: str, wanted: str) -> Any:
    if not right:
        raise WrongValueError(f"«{name}» debe ser {wanted}.")
    return raw


def _text(raw: object, name: str) -> Any:
    # No database takes half a surrogate pair, and some take no NUL.
    kept = isinstance(raw, str) and raw == raw.encode(errors="replace").decode() and "\0" not in raw
    return _checked(raw, kept, name, "un texto")


def _nothing(raw: object, name: str) -> Any:
    return _checked(raw, raw is None, name, "null")


def _moment(raw: object, name: str) -> Any:
    moment = _parsed(datetime.fromisoformat, raw)
    right = moment is not None and moment.utcoffset() is not None and _in_range(moment)
    return _checked(
        moment, right, name, "una fecha y hora con su zona, como 2024-01-30T13:30:00-06:00"
    )


def _date(raw: object, name: str) -> Any:
    day = _parsed(date.fromisoformat, raw)
    return _checked(day, day is not None and _in_range(day), name, "una fecha, como 2024-01-30")


def _parsed(parse: Callable[[str], _Day], raw: object) -> _Day | None:
    try:
        return parse(raw) if isinstance(raw, str) else None
    except ValueError:
        return None


def _in_range(day: date) -> bool:
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


_PLAIN: dict[Any, Callable[[object, str], Any]] = {
    str: _text,
    NoneType: _nothing,
    datetime: _moment,
    date: _date,
}


def _sequence(kind: Any, raw: object, name: str) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise WrongValueError(f"«{name}» debe ser una lista.")
    parts = _parts(kind, len(raw))
    if len(parts) != len(raw):
        raise WrongValueError(f"«{name}» debe ser una lista de {len(parts)} valores.")
    pairs = enumerate(zip(parts, raw, strict=True))
    return tuple(from_json(part, one, f"{name}[{number}]") for number, (part, one) in pairs)


def _values(types: Mapping[str, Any], raw: object, name: str) -> dict[str, Any]:
    if not isinstance(raw, dict) or set(raw) != set(types):
        wanted = ", ".join(types) or "nada"
        where = f"«{name}» debe" if name else "Los argumentos deben"
        raise WrongValueError(f"{where} ser un objeto de JSON con: {wanted}.")
    dot = f"{name}." if name else ""
    return {one: from_json(type_, raw[one], f"{dot}{one}") for one, type_ in types.items()}


def _parameters(method: Callable[..., Any]) -> dict[str, Any]:
    return {name: kind for name, kind in get_type_hints(method).items() if name != "return"}


def _parts(kind: Any, length: int) -> Sequence[Any]:
    """Return the types of the values in a tuple or a sequence of that length."""
    parts = get_args(kind)
    fixed = get_origin(kind) is tuple and parts[1:] != (Ellipsis,)
    return parts if fixed else [parts[0]] * length


@cache
def _fields(kind: Any) -> dict[str, Any]:
    if is_dataclass(kind):
        types = get_type_hints(kind)
        return {field.name: types[field.name] for field in fields(kind)}
    properties = {name: one for name, one in vars(kind).items() if isinstance(one, property)}
    return {name: get_type_hints(one.fget)["return"] for name, one in properties.items()}


@cache
def _maker(kind: Any) -> Any:
    """Return what makes a value of a type: a protocol's is a plain record of its properties."""
    if is_dataclass(kind):
        return kind
    return make_dataclass(kind.__name__, _fields(kind).items(), frozen=True)
