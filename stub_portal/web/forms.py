"""What the forms say when a field is not right."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldError:
    """What is wrong with the field whose HTML id is `field`, in Spanish."""

    field: str
    message: str


def required(field: str, label: str, typed: str) -> list[FieldError]:
    """Return an error if nothing was typed into a field that must be filled."""
    return [] if typed else [FieldError(field, f"El campo «{label}» es obligatorio.")]


def too_long(field: str, label: str, typed: str, longest: int) -> list[FieldError]:
    """Return an error if more was typed than the field holds."""
    if len(typed) <= longest:
        return []
    return [FieldError(field, f"El campo «{label}» acepta hasta {longest} letras.")]
