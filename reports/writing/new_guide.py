"""A new guide: its two files, which can be followed at once as far as the menu of the system."""

import re
from collections.abc import Mapping
from pathlib import Path

from reports.errors import ReportsError
from reports.paths import guides_folder

_SKELETON = Path(__file__).parent / "skeleton"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 50
# Names that Windows keeps for itself, and names of what is published beside the guides.
_TAKEN = re.compile(r"con|prn|aux|nul|(com|lpt)\d|index|.+-un-archivo")


def new_guide(root: Path, name: str, title: str = "") -> tuple[Path, Path]:
    """Write NAME.md and NAME.feature, both or none, and return where they are.

    Raises ReportsError for a name that no guide can have, and when there is something by that name.
    """
    if trouble := why_not(root, name):
        raise ReportsError(trouble)
    title = " ".join(title.split()) or name.replace("-", " ").capitalize()
    folder = guides_folder(root)
    guide, feature = (folder / f"{name}{ending}" for ending in (".md", ".feature"))
    _write({guide: _text("guia.md", name, title), feature: _text("guia.feature", name, title)})
    return guide, feature


def why_not(root: Path, name: str) -> str:
    """Say, in Spanish, why no new guide can have a name, and what to do; "" when one can."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        return (
            f"«{name}» no puede ser el nombre de una guía.\n"
            "  Qué hacer: empiece con una letra y use solo minúsculas sin acento, números y "
            f"guiones, hasta {_LONGEST} en total, como en: agendar-una-cita."
        )
    if _TAKEN.fullmatch(name):
        return f"«{name}» es un nombre reservado.\n  Qué hacer: elija otro."
    for path in guides_folder(root).iterdir():
        if path.stem.casefold() == name:
            return (
                f"Ya existe {path.relative_to(root).as_posix()}; no se cambió nada.\n"
                "  Qué hacer: elija otro nombre, o abra ese archivo y siga con él."
            )
    return ""


def _text(file: str, name: str, title: str) -> str:
    text = (_SKELETON / file).read_text("utf-8")
    return text.replace("NOMBRE_DE_LA_GUIA", name).replace("TITULO_DE_LA_GUIA", title)


def _write(texts: Mapping[Path, str]) -> None:
    made: list[Path] = []
    try:
        for path, text in texts.items():
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except BaseException as error:
        for path in made:
            path.unlink()
        if isinstance(error, OSError):
            raise ReportsError(
                f"No se pudo escribir la guía; no quedó nada a medias ({error}).\n"
                "  Qué hacer: revise que tenga permiso de escribir en features/guias."
            ) from error
        raise
