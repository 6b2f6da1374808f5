"""What a run of the main job that failed has left."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from reports.paths import out_folder, run_folder
from reports.record import ScenarioRecord
from reports.tests.project import Done, inodes, judged
from reports.verdicts import GuideVerdict, Verdict


@dataclass(frozen=True)
class Outcome:
    """A run that failed: what it said, a copy of what it found, and what it left published."""

    done: Done
    log: str
    found: Path
    guides: dict[str, tuple[GuideVerdict, list[ScenarioRecord]]]
    published_before: dict[str, tuple[int, int]]
    published_after: dict[str, tuple[int, int]]

    def verdicts(self, guide: str) -> list[Verdict]:
        """Return a guide's verdicts: of what comes before the steps, and of each step."""
        return [step.verdict for step in self.guides[guide][0].steps]

    def own(self, guide: str) -> list[list[Verdict]]:
        """Return, for each step, the verdicts found by the guide's own scenarios."""
        return [
            [found.verdict for found in step.findings if ".feature:" in found.where]
            for step in self.guides[guide][0].steps
        ]


def outcome(project: Path, done: Done, before: dict[str, tuple[int, int]], keep: Path) -> Outcome:
    """Keep what a run left, before the next one replaces it."""
    found = shutil.copytree(run_folder(project), keep / "run")
    log = (project / ".guias" / "corrida.log").read_text("utf-8")
    return Outcome(done, log, found, judged(project, found), before, inodes(out_folder(project)))
