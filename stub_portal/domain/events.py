"""What can happen to an appointment: facts in the past tense, never changed afterwards."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from stub_portal.domain.slots import Slot


class Reason(StrEnum):
    """Why somebody cancels; the values are kept in the log, the screens have the wording."""

    CANNOT_ATTEND = "no_puede_asistir"
    PAPERS_MISSING = "faltan_documentos"
    NO_LONGER_NEEDED = "ya_no_lo_requiere"
    WRONG_DATA = "datos_equivocados"
    OTHER = "otro"


@dataclass(frozen=True, kw_only=True)
class AppointmentBooked:
    """A slot was given to a person under a key. `registered_at` is aware."""

    key: str
    slot: Slot
    registered_at: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentCancelled:
    """The appointment of that key was given back. `registered_at` is aware."""

    key: str
    requester: str
    reason: Reason
    registered_at: datetime


Event = AppointmentBooked | AppointmentCancelled
