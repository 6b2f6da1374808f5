"""`fuentes.json`: what every published guide was made from, as it was then."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "fuentes.json"


@dataclass(frozen=True)
class GuideSources:
    """What a guide was made from.

    `fingerprints` has all of it, "" for what was not there; `pictures` those of its sources that
    each picture comes from, by the picture's name; `browser` is the build that they were seen in.
    """

    browser: str
    fingerprints: Mapping[str, str]
    pictures: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Kept:
    """What was kept of some guides, by their names, and the project's other files (`unused`)."""

    guides: Mapping[str, GuideSources]
    unused: frozenset[str]


def keep(folder: Path, kept: Kept) -> None:
    """Write `fuentes.json` into a folder: the same for the same sources, on any system."""
    data = {
        "guias": {
            name: {
                "navegador": guide.browser,
                "imagenes": {picture: sorted(of) for picture, of in guide.pictures.items()},
                "fuentes": guide.fingerprints,
            }
            for name, guide in kept.guides.items()
        },
        "sin_uso": sorted(kept.unused),
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / FILE).write_text(f"{text}\n", "utf-8", newline="\n")


def read_kept(folder: Path) -> Kept | None:
    """Read `fuentes.json` of a folder; None where there is none that can be read."""
    try:
        data: dict[str, Any] = json.loads((folder / FILE).read_text("utf-8"))
        guides = {
            name: GuideSources(
                browser=guide["navegador"],
                fingerprints=guide["fuentes"],
                pictures={picture: tuple(of) for picture, of in guide["imagenes"].items()},
            )
            for name, guide in data["guias"].items()
        }
        return Kept(guides, frozenset(data["sin_uso"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def guide_step_of(picture: str) -> int:
    """Return the step of a picture, from its name: 6 for "bitacora-paso-06-2"."""
    number = picture.rpartition("-paso-")[2].partition("-")[0]
    return int(number) if number.isdecimal() else 0
