"""What keeps the portal from its work, told to whoever operates it."""

from stub_portal.faults import Fault


class PortalError(Exception):
    """The portal cannot start. The message is Spanish and says what to do about it."""


class UnavailableError(PortalError):
    """What was asked cannot be done just now; the message is Spanish and says what to do about it.

    Of the transaction nothing was kept; unless `certain`, perhaps all of it: a server that is
    lost while it commits does not say which.
    """

    def __init__(self, what: str, fault: Fault, *, certain: bool = True) -> None:
        self.fault = fault
        self.certain = certain
        super().__init__(f"{what}: {fault}")
