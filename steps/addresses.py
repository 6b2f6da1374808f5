"""Where the portal under test keeps what the guides address by its published name."""

from collections.abc import Mapping
from typing import Protocol

PUBLISHED = "https://asisste.issste.gob.mx"


class PortalAddresses(Protocol):
    """The addresses of one portal: absolute URLs."""

    @property
    def search_engine(self) -> str:
        """Where the portal can be searched for; "" where nobody knows of any."""

    @property
    def portal(self) -> str: ...  # noqa: D102
    @property
    def screens(self) -> Mapping[str, str]:
        """The screens with an address of their own, by the name of what is chosen to get there.

        The entries of the menu "Citas", each with its form; and, where their addresses are known,
        the tab "PRÉSTAMOS PERSONALES" and the option "Agendar cita".
        """


def where(addresses: PortalAddresses, published: str) -> str:
    """Return where the published address leads in the portal under test.

    Any other address is refused: a browser goes where the run was told that the portal is.
    """
    if published != PUBLISHED:
        message = f"la guía da la dirección «{published}»; la publicada es «{PUBLISHED}»"
        raise ValueError(message)
    return addresses.portal
