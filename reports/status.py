"""The page of a run, for whoever looks after the guides: what holds, what does not, and why."""

from collections.abc import Sequence
from pathlib import Path

from reports.coverage.grounds import Ground
from reports.documents.formats.page import write_static
from reports.documents.templating import environment
from reports.pictures.states import PictureState, drifted
from reports.record import ScenarioRecord
from reports.run_info import RunInfo
from reports.verdicts import GuideVerdict, Verdict
from reports.wording import (
    LABEL,
    MEANING,
    PICTURE_MEANING,
    date_and_time,
    picture_count,
    seconds,
)


def write_status(
    folder: Path,
    verdicts: Sequence[GuideVerdict],
    scenarios: Sequence[ScenarioRecord],
    states: Sequence[PictureState],
    info: RunInfo,
) -> None:
    """Write `index.html`, with all it needs beside it, into the folder of a run."""
    write_static(folder)
    pages = environment()
    pages.globals |= {
        "Ground": Ground,
        "LABEL": LABEL,
        "MEANING": MEANING,
        "PICTURE_MEANING": PICTURE_MEANING,
        "Verdict": Verdict,
        "date_and_time": date_and_time,
        "picture_count": picture_count,
        "seconds": seconds,
    }
    page = pages.get_template("estado.html").render(
        info=info,
        guides=verdicts,
        rules=[scenario for scenario in scenarios if scenario.rules and not scenario.guide],
        failures=_failures(scenarios),
        states=states,
        waiting=drifted(states),
    )
    (folder / "index.html").write_text(page, "utf-8")


def _failures(scenarios: Sequence[ScenarioRecord]) -> dict[tuple[str, int], list[str]]:
    """Return, by guide and step, the pictures of the screens on which scenarios failed."""
    failures: dict[tuple[str, int], list[str]] = {}
    for scenario in scenarios:
        failed = scenario.failed_step
        if failed and scenario.sights and scenario.sights[-1].picture:
            picture = f"record/{scenario.sights[-1].picture}"
            failures.setdefault((scenario.guide, failed.guide_step or 0), []).append(picture)
    return failures
