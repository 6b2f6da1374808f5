"""Writes one page for each failed step, from the records of a run."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.documents.templating import environment
from reports.failures.view import failed_step, where_in_guide
from reports.guides.guide import Guide
from reports.record import ScenarioRecord, StepRecord

FOLDER = "fallas"


@dataclass(frozen=True)
class FailurePage:
    """The page of a failed step: its path within a run, and what failed.

    `where` is the file and line that its finding names; `test` is what pytest calls the scenario.
    """

    path: str
    where: str
    test: str


def write_failure_pages(
    run: Path, scenarios: Sequence[ScenarioRecord], guides: Mapping[str, Guide]
) -> tuple[FailurePage, ...]:
    """Write a page for each failed step of a run into `fallas/`, from what is in `record/`.

    `run` is the run's folder, which has its `static/` already; `guides` are by name.
    """
    written = []
    names: Counter[str] = Counter()
    for scenario in scenarios:
        guide = guides.get(scenario.guide)
        for step in false_steps(scenario):
            name = _name(scenario, step)
            names[name] += 1
            path = f"{FOLDER}/{name}{f'-{names[name]}' if names[name] > 1 else ''}.html"
            (run / FOLDER).mkdir(exist_ok=True)
            write_failure_page(run / path, run / "record", scenario, step, guide, within="../")
            written.append(FailurePage(path, _where(scenario, step, guide), scenario.test))
    return tuple(written)


def write_failure_page(
    page: Path,
    record: Path,
    scenario: ScenarioRecord,
    step: StepRecord,
    guide: Guide | None,
    *,
    within: str = "",
) -> None:
    """Write the page of one failed step.

    `within` leads to the folder with the `static/`, and the page of the whole run if it is not "".
    """
    shown = failed_step(scenario, step, guide, record, page.parent)
    template = environment().get_template("falla.html")
    page.write_text(template.render(failed=shown, within=within), "utf-8")


def page_of(path: Path, step: StepRecord) -> Path:
    """Return where the page of a failed step lies; `path` is its scenario's, without ending."""
    return path.with_name(f"{path.name}-{step.line}.html")


def false_steps(scenario: ScenarioRecord) -> list[StepRecord]:
    """Return the steps that turned out false: that failed, or lacked a text of the guide's."""
    return [step for step in scenario.steps if step.status == "failed" or step.failure]


def _where(scenario: ScenarioRecord, step: StepRecord, guide: Guide | None) -> str:
    if step.status != "failed" and guide and step.guide_step:
        return where_in_guide(guide, step.guide_step)
    return f"{scenario.feature}:{step.line}"


def _name(scenario: ScenarioRecord, step: StepRecord) -> str:
    if scenario.guide:
        return f"{scenario.guide}-paso-{step.guide_step or 0}"
    return f"regla-{Path(scenario.feature).stem}-linea-{step.line}"
