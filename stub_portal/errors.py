"""What goes wrong while the portal is being started."""


class PortalError(Exception):
    """The portal cannot start. The message is Spanish and says what to do about it."""
