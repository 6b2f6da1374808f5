"""Why a command is not carried out: one type a reason, so that a screen can explain it."""

from dataclasses import dataclass
from datetime import datetime


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The command was understood and is not allowed; nothing has changed."""


class UnknownAppointmentError(Refusal):
    """The person has no appointment of that key."""


class AlreadyCancelledError(Refusal):
    """The appointment had been cancelled before."""


class AlreadyOverError(Refusal):
    """The appointment has begun, so there is nothing left to cancel."""


@dataclass
class ShortNoticeError(Refusal):
    """Too little time is left. `last_moment` (aware) is when the right to cancel ended."""

    last_moment: datetime


class AlreadyBookedError(Refusal):
    """The person has a live appointment, and there is one a person."""


class NotASlotError(Refusal):
    """The office offers no such slot: another day, hour or window, in the past or too far ahead."""


class SlotTakenError(Refusal):
    """Somebody else holds that slot at that window."""
