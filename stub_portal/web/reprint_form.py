"""The form that asks for an appointment's sheet again, by its key."""

from collections.abc import Mapping
from dataclasses import dataclass

from stub_portal.web.forms import FieldError
from stub_portal.web.search_form import text_errors

NO_SUCH_APPOINTMENT = (
    "No encontramos ninguna cita con esa clave a nombre de esa CURP o ese RFC. Revisa los dos "
    "datos: cuentan las mayúsculas y los espacios. La clave está en la Bitácora."
)


@dataclass(frozen=True, kw_only=True)
class ReprintForm:
    """What was typed, to the letter. Any other field that was sent is left unread."""

    identity: str = ""
    key: str = ""


def read_reprint(form: Mapping[str, str]) -> ReprintForm:
    """Return what was typed; what is missing counts as empty."""
    return ReprintForm(identity=form.get("identidad", ""), key=form.get("clave", ""))


def reprint_errors(typed: ReprintForm) -> list[FieldError]:
    """Return what is wrong with each field, seen from the input alone."""
    errors = text_errors("identidad", "Ingresar RFC/CURP", typed.identity, one_word=True)
    return errors + text_errors("clave", "Clave de cita", typed.key, one_word=True)
