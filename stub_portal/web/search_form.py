"""The search form of Nueva cita, Bitácora and Cancela cita (Cancelación guide, step 5)."""

from collections.abc import Mapping

from stub_portal.domain.blanks import Blank, only_blanks, stray_blanks
from stub_portal.domain.people import Search
from stub_portal.web.forms import FieldError, required, too_long

# Id and name of the HTML field, attribute of Search, label.
_FIELDS = (
    ("identidad", "identity", "Ingresar RFC/CURP"),
    ("nombres", "names", "Nombre(s)"),
    ("primer_apellido", "first_surname", "Primer apellido"),
    ("segundo_apellido", "second_surname", "Segundo apellido"),
)
_OPTIONAL = "second_surname"
_ONE_WORD = "identity"
_LONGEST = 100
_BLANKS = {
    Blank.LEADING: "un espacio al principio",
    Blank.TRAILING: "un espacio al final",
    Blank.INNER: "un espacio en medio",
    Blank.DOUBLED: "dos espacios seguidos",
    Blank.TAB: "una tabulación",
    Blank.NO_BREAK: "un espacio de no separación",
    Blank.ZERO_WIDTH: "un carácter invisible (como el espacio de ancho cero)",
    Blank.OTHER: "un espacio o carácter que no es común",
}
NOBODY_FOUND = (
    "No encontramos a ninguna persona con esos datos tal como están registrados en SINAVID. "
    "Revisa la CURP o el RFC, el nombre y los apellidos: cuentan las mayúsculas, los acentos "
    "y los espacios."
)


def read_search(form: Mapping[str, str]) -> Search:
    """Return what was typed, to the letter; what is missing counts as empty."""
    return Search(**{attribute: form.get(field, "") for field, attribute, _ in _FIELDS})


def field_errors(search: Search) -> list[FieldError]:
    """Return what is wrong with every field, in their order, seen from the input alone."""
    errors = []
    for field, attribute, label in _FIELDS:
        optional, one_word = attribute == _OPTIONAL, attribute == _ONE_WORD
        typed = getattr(search, attribute)
        errors += text_errors(field, label, typed, optional=optional, one_word=one_word)
    return errors


def text_errors(
    field: str, label: str, typed: str, *, optional: bool = False, one_word: bool = False
) -> list[FieldError]:
    """Return what is wrong with one field, seen from what was typed alone."""
    errors = [] if optional else required(field, label, typed)
    errors += too_long(field, label, typed, _LONGEST)
    return errors + _blank_errors(field, label, typed, optional=optional, one_word=one_word)


def _blank_errors(
    field: str, label: str, typed: str, *, optional: bool, one_word: bool
) -> list[FieldError]:
    if only_blanks(typed):
        must = "" if optional else "es obligatorio y "
        return [FieldError(field, f"El campo «{label}» {must}solo tiene espacios en blanco.")]
    kinds = stray_blanks(typed, one_word=one_word)
    return [FieldError(field, f"El campo «{label}» tiene {_listed(kinds)}.")] if kinds else []


def _listed(kinds: tuple[Blank, ...]) -> str:
    *first, last = (_BLANKS[kind] for kind in kinds)
    return f"{', '.join(first)} y {last}" if first else last
