"""The recorded run: what every scenario did and saw, as plain data in a folder.

One JSON file a scenario, so that parallel workers never share one; clean pictures and ARIA
snapshots lie beside them.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from reports.failures.failure import FailureRecord, TraceRecord, read_failure

Status = Literal["passed", "failed", "skipped", "not_reached"]


@dataclass
class StepRecord:
    """A Gherkin step; `reason` says in Spanish why it failed, or was skipped or not followed."""

    type: str  # "given", "when" or "then"
    keyword: str
    sentence: str
    line: int
    guide_step: int | None
    status: Status = "not_reached"
    reason: str = ""
    failure: FailureRecord | None = None


@dataclass(frozen=True)
class TouchRecord:
    """What the Reader touched, in CSS pixels from the picture's top left corner."""

    name: str
    x: float
    y: float
    width: float
    height: float


@dataclass
class SightRecord:
    """One look at the screen during a guide step; `picture` and `aria` are file names or "".

    `sources` are the files of the project that the scenario had used up to then: its steps, and
    the templates and static files of the portal.
    """

    guide_step: int | None
    title: str
    texts: list[str]
    picture: str = ""
    aria: str = ""
    touches: list[TouchRecord] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


@dataclass
class ScenarioRecord:
    """A scenario: of a guide (`guide` is its name), or one that decides `rules`.

    `main` marks a guide's first scenario, which gives the pictures and must show every text quoted.
    `sources` are the files that it had used when it ended. `test` is what pytest calls it.
    `skipped` says in Spanish why it was given up, without anybody's fault. `figures` are those that
    its feature says, if it decides rules.
    """

    feature: str
    name: str
    guide: str
    rules: list[str]
    main: bool
    browser: str = ""
    seconds: float = 0.0
    steps: list[StepRecord] = field(default_factory=list)
    sights: list[SightRecord] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    test: str = ""
    skipped: str = ""
    figures: list[str] = field(default_factory=list)
    trace: TraceRecord = field(default_factory=TraceRecord)

    @property
    def failed_step(self) -> StepRecord | None:
        """The step that failed first, if one did; a guide may have gone on after it."""
        return next((step for step in self.steps if step.status == "failed"), None)

    @property
    def passed(self) -> bool:
        """Whether every step was reached and held."""
        return all(step.status == "passed" for step in self.steps)

    def held(self, guide_step: int | None) -> bool:
        """Tell whether every sentence of a guide's step was reached and held."""
        return all(step.status == "passed" for step in self._of(guide_step))

    def came_through(self, guide_step: int | None) -> bool:
        """Tell whether a guide's step was followed to its end, but for what had to be skipped.

        After a false sentence nobody goes on from where one was skipped.
        """
        enough = {"passed"} if self.failed_step else {"passed", "skipped"}
        return all(step.status in enough for step in self._of(guide_step))

    @property
    def sentences_skipped(self) -> list[str]:
        """Why sentences were skipped one by one, the others being followed: a reason for each."""
        return [step.reason for step in self.steps if step.status == "skipped"]

    def why_skipped(self, step: StepRecord) -> str:
        """Return why a sentence was skipped, alone or with all that was left; "" if it was not."""
        if step.status == "skipped":
            return step.reason
        return self.skipped if step.status == "not_reached" else ""

    def _of(self, guide_step: int | None) -> list[StepRecord]:
        return [step for step in self.steps if step.guide_step == guide_step]

    def texts_seen(self, guide_step: int) -> list[str]:
        """Return every text seen during a guide step, each once, in the order of seeing."""
        sights = (sight for sight in self.sights if sight.guide_step == guide_step)
        return list(dict.fromkeys(text for sight in sights for text in sight.texts))


def write_scenario(path: Path, scenario: ScenarioRecord) -> None:
    """Keep one scenario as PATH.json."""
    text = json.dumps(asdict(scenario), ensure_ascii=False, indent=1)
    path.with_name(f"{path.name}.json").write_text(text, "utf-8")


def read_scenarios(folder: Path) -> list[ScenarioRecord]:
    """Read the scenarios of a recorded run, in the order of their files' names."""
    return list(_scenarios(folder))


def _scenarios(folder: Path) -> Iterator[ScenarioRecord]:
    for path in sorted(folder.glob("*.json")):
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        data["steps"] = [_step(step) for step in data["steps"]]
        data["sights"] = [_sight(sight) for sight in data["sights"]]
        data["trace"] = TraceRecord(**data.pop("trace", {}))
        yield ScenarioRecord(**data)


def _step(data: dict[str, Any]) -> StepRecord:
    failure = read_failure(data.pop("failure", None))
    return StepRecord(**data, failure=failure)


def _sight(data: dict[str, Any]) -> SightRecord:
    touches = [TouchRecord(**touch) for touch in data.pop("touches")]
    return SightRecord(**data, touches=touches)
