"""Where the portal under test keeps what the guides address by its published name."""

from dataclasses import dataclass

PUBLISHED = "https://asisste.issste.gob.mx"


@dataclass(frozen=True)
class PortalAddresses:
    """The addresses of one portal: absolute URLs."""

    search_engine: str
    portal: str

    def where(self, published: str) -> str:
        """Return where a published address leads in this portal.

        Anything but the address that the guides publish is refused, so that nobody's browser
        ever leaves for the real system.
        """
        if published != PUBLISHED:
            message = f"la guía da la dirección «{published}»; la publicada es «{PUBLISHED}»"
            raise ValueError(message)
        return self.portal
