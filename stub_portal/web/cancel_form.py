"""The form that cancels an appointment (Cancelación guide, step 8)."""

from collections.abc import Mapping
from dataclasses import dataclass

from stub_portal.domain.blanks import only_blanks, shows_a_letter
from stub_portal.domain.events import Reason
from stub_portal.web.forms import FieldError, required, too_long

REASONS = {
    Reason.CANNOT_ATTEND: "No puedo asistir en esa fecha u horario",
    Reason.PAPERS_MISSING: "Me faltan documentos",
    Reason.NO_LONGER_NEEDED: "Ya no requiero el trámite",
    Reason.WRONG_DATA: "Agendé la cita con datos equivocados",
    Reason.OTHER: "Otro motivo",
}
_REQUESTER = "Solicitante de cancelación"
_LONGEST_NAME = 120


@dataclass(frozen=True, kw_only=True)
class CancelForm:
    """What was typed, to the letter. Any other field that was sent is left unread."""

    requester: str = ""
    reason: str = ""


def read_cancellation(form: Mapping[str, str]) -> CancelForm:
    """Return what was typed; what is missing counts as empty."""
    return CancelForm(requester=form.get("solicitante", ""), reason=form.get("motivo", ""))


def form_errors(typed: CancelForm) -> list[FieldError]:
    """Return what is wrong, apart from the captcha."""
    reason = typed.reason if typed.reason in set(Reason) else ""
    return _name_errors(typed.requester) + required("motivo", "Motivo", reason)


def _name_errors(typed: str) -> list[FieldError]:
    errors = required("solicitante", _REQUESTER, "" if only_blanks(typed) else typed)
    if not errors and not shows_a_letter(typed):
        errors = [FieldError("solicitante", f"El campo «{_REQUESTER}» debe tener alguna letra.")]
    return errors + too_long("solicitante", _REQUESTER, typed, _LONGEST_NAME)
