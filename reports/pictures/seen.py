"""The pictures that the last run took for the guides."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from reports.errors import ReportsError
from reports.pictures.states import Seen
from reports.record import ScenarioRecord, SightRecord


def seen_pictures(record: Path, scenarios: Sequence[ScenarioRecord]) -> tuple[Seen, ...]:
    """Return the pictures of each guide's main scenario, by guide, in the order of seeing.

    Of several in a step each has its place in its name: "bitacora-paso-01-2". Raises ReportsError
    when a file that the record names is not in its folder.
    """
    mains = (scenario for scenario in scenarios if scenario.guide and scenario.main)
    return tuple(picture for scenario in mains for picture in _pictures(record, scenario))


def _pictures(record: Path, scenario: ScenarioRecord) -> Iterator[Seen]:
    sights = [sight for sight in scenario.sights if sight.guide_step and sight.picture]
    of_step = Counter(sight.guide_step for sight in sights)
    places: Counter[int] = Counter()
    for sight in sights:
        step = sight.guide_step or 0
        places[step] += 1
        place = f"-{places[step]}" if of_step[step] > 1 else ""
        yield _seen(record, scenario, sight, step, f"{scenario.guide}-paso-{step:02}{place}")


def _seen(record: Path, scenario: ScenarioRecord, sight: SightRecord, step: int, name: str) -> Seen:
    picture = record / sight.picture
    try:
        taken = sha256(picture.read_bytes()).hexdigest()
        aria = (record / sight.aria).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReportsError(
            f"A la última corrida le falta algo de la imagen {name} ({error}).\n"
            "  Qué hacer: siga las guías otra vez, con guias.py sin nada más."
        ) from error
    return Seen(
        name=name,
        guide=scenario.guide,
        guide_step=step,
        title=sight.title,
        texts=tuple(sight.texts),
        touches=tuple(sight.touches),
        picture=picture,
        aria=aria,
        browser=scenario.browser,
        taken=taken,
    )
