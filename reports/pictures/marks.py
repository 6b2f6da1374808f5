"""What has changed of what a picture marks: the things that the reader touched."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reports.pictures.states import Change, Kind
from reports.pictures.telling import listed
from reports.record import TouchRecord

_QUOTED = re.compile(r"«(.+?)»")
_NEAR = 2  # CSS pixels: nobody sees less


def other_marks(
    old: Sequence[TouchRecord], new: Sequence[TouchRecord], told: Sequence[Change]
) -> Iterator[Change]:
    """Tell what is marked no more, or now, unless what was told already speaks of it.

    One thing may be marked more than once: it counts each time.
    """
    before, after = [touch.name for touch in old], [touch.name for touch in new]
    of_old, of_new = Counter(before), Counter(after)
    gone = [name for name in of_old - of_new if not _speak_of(name, told)]
    come = [name for name in of_new - of_old if not _speak_of(name, told)]
    for name in gone:
        still = f" {_times(of_old[name])}, sino {_times(of_new[name])}:" if of_new[name] else ""
        yield Change(Kind.MISSING, f"Ya no se marca{still} {name}")
    for name in come:
        more = f" {_times(of_new[name])}, y antes {_times(of_old[name])}:" if of_old[name] else ""
        yield Change(Kind.ADDED, f"Ahora se marca{more} {name}")
    if before != after and sorted(before) == sorted(after):
        yield Change(Kind.MOVED, "Cambió el orden de lo que se marca")


def other_boxes(old: Sequence[TouchRecord], new: Sequence[TouchRecord]) -> Iterator[Change]:
    """Tell what stands elsewhere on the picture, or has another size; both mark the same things."""
    names: dict[tuple[str, str], list[str]] = {}
    for before, after in zip(old, new, strict=True):
        how = _direction(before, after), _resized(before, after)
        if any(how):
            names.setdefault(how, []).append(after.name)
    for (direction, resized), of in names.items():
        yield Change(Kind.MOVED, _told(of, direction, resized))


def _times(count: int) -> str:
    return "una vez" if count == 1 else f"{count} veces"


def _speak_of(name: str, told: Sequence[Change]) -> bool:
    texts = _QUOTED.findall(name) or [name]
    return any(text in change.text for text in texts for change in told)


def _told(names: Sequence[str], direction: str, resized: str) -> str:
    many = len(names) > 1
    what = "Cambiaron" if many else "Cambió"
    how = " y ".join(filter(None, ("de lugar" if direction else "", resized)))
    where = f": ahora {'están' if many else 'está'} {direction}" if direction else ""
    return f"{what} {how} {listed(names)}{where}"


def _direction(old: TouchRecord, new: TouchRecord) -> str:
    down, right = new.y - old.y, new.x - old.x
    words = []
    if abs(down) > _NEAR:
        words.append("más abajo" if down > 0 else "más arriba")
    if abs(right) > _NEAR:
        words.append("más a la derecha" if right > 0 else "más a la izquierda")
    return " y ".join(words)


def _resized(old: TouchRecord, new: TouchRecord) -> str:
    grown = max(abs(new.width - old.width), abs(new.height - old.height))
    return "de tamaño" if grown > _NEAR else ""
