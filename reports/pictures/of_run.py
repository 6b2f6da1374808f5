"""The states of a run's pictures, beside the approved ones."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from reports.pictures.approved import read_approved
from reports.pictures.drift import compare
from reports.pictures.seen import seen_pictures
from reports.pictures.states import PictureState
from reports.record import ScenarioRecord


def states_of(
    approved: Path, record: Path, scenarios: Sequence[ScenarioRecord], holds: Mapping[str, bool]
) -> tuple[PictureState, ...]:
    """Return the state of every picture; `holds` tells which guides were followed to their end.

    Of a guide that was not, only what was seen is compared: a picture that nobody came to see is
    no orphan, and one of the screen on which a step failed is not new.
    """
    seen = seen_pictures(record, scenarios)
    known = read_approved(approved)
    names_seen = {picture.name for picture in seen}
    names_known = {picture.name for picture in known}
    return compare(
        [one for one in known if holds.get(one.guide, True) or one.name in names_seen],
        [one for one in seen if holds.get(one.guide, True) or one.name in names_known],
    )
