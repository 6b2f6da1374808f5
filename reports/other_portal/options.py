"""How to follow the guides at another portal, as the command line says it and as pytest does."""

from dataclasses import dataclass
from pathlib import Path

from guias import asked_from
from reports.errors import ReportsError

# What the command line calls each of pytest's options.
_OURS = {
    "--portal-data": "--datos",
    "--captcha-command": "--captcha",
    "--captcha-by-hand": "--captcha-a-mano",
    "--act": "--actuar",
}


@dataclass(frozen=True)
class OtherPortal:
    """A portal's address, and what `guias` was told besides it."""

    base_url: str
    data: Path | None = None
    captcha: str = ""
    by_hand: bool = False
    act: bool = False

    def arguments(self) -> list[str]:
        """Return all of it as pytest takes it."""
        return [
            f"--base-url={self.base_url}",
            *([f"--portal-data={self.data}"] if self.data else []),
            *([f"--captcha-command={self.captcha}"] if self.captcha else []),
            # Somebody has to see the captcha.
            *(["--captcha-by-hand", "--headed"] if self.by_hand else []),
            *(["--act"] if self.act else []),
        ]


def asked_for(
    base_url: str | None, data: Path | None, captcha: str | None, *, by_hand: bool, act: bool
) -> OtherPortal | None:
    """Return what the command line asks for; None when it says nothing of another portal.

    Raises ReportsError for an empty address, and for options that say how to go about at a portal
    that is not given.
    """
    if base_url is not None:
        if not base_url.strip():
            raise ReportsError(
                "--base-url está vacía: no dice qué portal seguir.\n"
                "  Qué hacer: escriba ahí la dirección del portal, o quite --base-url."
            )
        file = asked_from() / data if data else None
        return OtherPortal(base_url, file, captcha or "", by_hand=by_hand, act=act)
    given = {"--datos": data, "--captcha": captcha, "--captcha-a-mano": by_hand, "--actuar": act}
    said = [name for name, value in given.items() if value]
    if said:
        raise ReportsError(
            f"Solo para otro portal, y no se dijo cuál: {', '.join(said)}.\n"
            "  Qué hacer: dé su dirección con --base-url, o quite lo demás."
        )
    return None


def in_our_words(text: str) -> str:
    """Return what pytest says with the options named as the command line names them."""
    for theirs, ours in _OURS.items():
        text = text.replace(theirs, ours)
    return text
