"""The form that cancels an appointment (Cancelación guide, step 8)."""

from collections.abc import Mapping
from dataclasses import dataclass

from stub_portal.domain.events import Reason
from stub_portal.web.forms import FieldError, required

REASONS = {
    Reason.CANNOT_ATTEND: "No puedo asistir en esa fecha u horario",
    Reason.PAPERS_MISSING: "Me faltan documentos",
    Reason.NO_LONGER_NEEDED: "Ya no requiero el trámite",
    Reason.WRONG_DATA: "Agendé la cita con datos equivocados",
    Reason.OTHER: "Otro motivo",
}
WRONG_CAPTCHA = FieldError(
    "captcha", "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."
)
_LONGEST_NAME = 120


@dataclass(frozen=True, kw_only=True)
class CancelForm:
    """What was typed, to the letter. Any other field that was sent is left unread."""

    requester: str = ""
    reason: str = ""
    captcha_id: str = ""
    captcha: str = ""


def read_cancellation(form: Mapping[str, str]) -> CancelForm:
    """Return what was typed; what is missing counts as empty."""
    return CancelForm(
        requester=form.get("solicitante", ""),
        reason=form.get("motivo", ""),
        captcha_id=form.get("captcha_id", ""),
        captcha=form.get("captcha", ""),
    )


def form_errors(typed: CancelForm) -> list[FieldError]:
    """Return what is wrong, apart from whether the captcha's code is right."""
    errors = required("solicitante", "Solicitante de cancelación", typed.requester.strip())
    if len(typed.requester) > _LONGEST_NAME:
        message = f"El campo «Solicitante de cancelación» acepta hasta {_LONGEST_NAME} letras."
        errors.append(FieldError("solicitante", message))
    reason = typed.reason if typed.reason in set(Reason) else ""
    errors += required("motivo", "Motivo", reason)
    return errors + required("captcha", "Código captcha", typed.captcha.strip())
