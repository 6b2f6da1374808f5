"""The page of a run, for whoever looks after the guides: what holds, what does not, and why."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Template

from reports.coverage.grounds import Ground
from reports.documents.formats.page import write_static
from reports.documents.templating import environment
from reports.failures.pages import FailurePage, write_failure_pages
from reports.other_portal.skipped import scenarios_skipped, sentences_skipped
from reports.pictures.states import PictureState, drifted
from reports.record import ScenarioRecord
from reports.run_info import RunInfo
from reports.verdicts import GuideVerdict, Verdict, decision
from reports.wording import (
    LABEL,
    MEANING,
    PICTURE_MEANING,
    counted,
    date_and_time,
    looks_not_compared,
    picture_count,
    portal_in_words,
    seconds,
)

# What the templates ask besides what they are given.
_ASKED = {
    "Ground": Ground,
    "LABEL": LABEL,
    "MEANING": MEANING,
    "PICTURE_MEANING": PICTURE_MEANING,
    "Verdict": Verdict,
    "counted": counted,
    "date_and_time": date_and_time,
    "decision": decision,
    "looks_not_compared": looks_not_compared,
    "picture_count": picture_count,
    "portal_in_words": portal_in_words,
    "seconds": seconds,
}


def write_status(
    folder: Path,
    verdicts: Sequence[GuideVerdict],
    scenarios: Sequence[ScenarioRecord],
    states: Sequence[PictureState],
    info: RunInfo,
    *,
    carried: Sequence[str] = (),
) -> tuple[FailurePage, ...]:
    """Write `index.html`, with all it needs beside it, into the folder of a run.

    `carried` are the titles of the guides for which an earlier run answers. Returns the pages of
    what failed, which are among that.
    """
    write_static(folder)
    guides = {judged.guide.name: judged.guide for judged in verdicts}
    failures = write_failure_pages(folder, scenarios, guides)
    page = _template().render(
        info=info,
        guides=verdicts,
        guides_followed=_guides_followed(verdicts, scenarios) - len(carried),
        carried=carried,
        rules=[scenario for scenario in scenarios if scenario.rules and not scenario.guide],
        failures=failures,
        followed=sum(not scenario.skipped for scenario in scenarios),
        scenarios_skipped=scenarios_skipped(scenarios),
        sentences_skipped=sentences_skipped(scenarios),
        states=states,
        waiting=drifted(states),
    )
    (folder / "index.html").write_text(page, "utf-8")
    return failures


def _template() -> Template:
    pages = environment()
    pages.globals |= _ASKED
    return pages.get_template("estado.html")


def _guides_followed(verdicts: Sequence[GuideVerdict], scenarios: Sequence[ScenarioRecord]) -> int:
    begun = {scenario.guide for scenario in scenarios if not scenario.skipped}
    return sum(judged.guide.name in begun for judged in verdicts)
