"""What the sheet says, in Spanish and in the formats of the published guides.

Nothing here depends on when the sheet is asked for: printed again, it says the same.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from stub_portal import phone_line
from stub_portal.domain import formats
from stub_portal.domain.notice import NoticeRule
from stub_portal.domain.sheet import Sheet

Facts = tuple[tuple[str, str], ...]

TITLE = "Asignación de clave de nueva cita"
SYSTEM = "Sistema de Citas Administrativas"
FICTION = "Implementación de referencia con datos ficticios"
KEY_LABEL = "Clave de cita"
KEY_USE = "Con ella puedes volver a descargar esta hoja y cancelar la cita."
NOT_OFFICIAL = "Sirve para probar guías de usuario. No es un documento oficial."
IN_THE_SYSTEM = f"En el {SYSTEM}: en el menú «Citas», elige «Cancela cita»."
BY_TELEPHONE = f"Por teléfono: {phone_line.CALL} {phone_line.NUMBER}, {phone_line.MENU}"


@dataclass(frozen=True, kw_only=True)
class SheetWording:
    """The sheet's own words: facts are pairs of a term and its value.

    registered_at: aware, in the office's time zone.
    """

    key: str
    qr_alternative: str
    appointment: Facts
    person: Facts
    cancelling: tuple[str, ...]
    registered_at: datetime


def wording_of(sheet: Sheet, notice: NoticeRule, zone: tzinfo) -> SheetWording:
    """Return what the sheet of an appointment says."""
    slot = sheet.slot
    return SheetWording(
        key=sheet.key,
        qr_alternative=f"Código QR con la clave de cita {sheet.key}",
        appointment=(
            ("Unidad Administrativa", slot.office),
            ("Ventanilla", slot.window),
            ("Fecha", formats.date_text(slot.start, zone)),
            ("Horario", formats.offered_hours(slot, zone)),
            ("Fecha/Hora de registro", formats.moment_text(sheet.registered_at, zone)),
        ),
        person=(
            ("Nombre completo", sheet.full_name),
            ("CURP", sheet.person.curp),
            ("RFC", sheet.person.rfc),
        ),
        cancelling=_cancelling(sheet, notice, zone),
        registered_at=sheet.registered_at.astimezone(zone),
    )


def _cancelling(sheet: Sheet, notice: NoticeRule, zone: tzinfo) -> tuple[str, ...]:
    start = sheet.slot.start
    if not notice.is_met(start, sheet.registered_at):
        late = f"La cita se agendó con menos de {notice.hours} horas de anticipación"
        if notice.enforced:
            return (f"{late} y ya no se puede cancelar en el sistema.", BY_TELEPHONE)
        return (f"{late}; se pide más, pero puedes cancelarla.", IN_THE_SYSTEM, BY_TELEPHONE)
    last = notice.last_moment(start)
    until = (
        f"{'Puedes cancelarla' if notice.enforced else 'Se pide cancelarla'} con "
        f"{notice.hours} horas de anticipación o más, es decir, hasta el "
        f"{formats.date_text(last, zone)} a las {formats.limit_text(last, zone)}."
    )
    return (until, IN_THE_SYSTEM, BY_TELEPHONE)
