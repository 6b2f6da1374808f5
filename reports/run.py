"""The main job: follow the guides, judge them, and publish them if all of it holds."""

import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from guias import one_at_a_time
from reports.documents.site import write_site
from reports.failures.pages import FailurePage
from reports.follow import carry_over, follow
from reports.guides.guide import Guide, read_guides
from reports.last_run import keep_run
from reports.paths import approved_folder, guides_folder, rule_names
from reports.pictures.of_run import states_of
from reports.pictures.states import PictureState
from reports.publish import publish, replace
from reports.record import ScenarioRecord
from reports.run_info import RunInfo, browsers, commit, versions
from reports.sources.fingerprint import fingerprints
from reports.sources.gather import write_sources
from reports.sources.kept import read_kept
from reports.sources.staleness import outdated
from reports.status import write_status
from reports.verdicts import GuideVerdict, Verdict, judge, worst
from reports.writing.check import check_guides


@dataclass(frozen=True)
class Run:
    """A run that came to its end: its verdicts, its pictures, and whether it published anything.

    `out` and `folder` are where what is published lies, and what the run found; `failures` are the
    pages of what failed. `followed` names the guides that it followed: for the others an earlier
    run answers.
    """

    verdicts: tuple[GuideVerdict, ...]
    scenarios: tuple[ScenarioRecord, ...]
    states: tuple[PictureState, ...]
    info: RunInfo
    out: Path
    folder: Path
    failures: tuple[FailurePage, ...]
    followed: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of all."""
        return worst(judged.verdict for judged in self.verdicts)


def follow_guides(
    root: Path,
    output: Path,
    progress: object,
    *,
    with_rules: bool = True,
    only: Sequence[str] = (),
) -> Run:
    """Follow the guides of a project, and leave what was found in `run/` of the folder `output`.

    `progress` is a pytest plugin that tells how it goes. `with_rules` decides what the guides
    claim, by the scenarios of those rules and no others. `only` names the guides to follow; the
    last run answers for the others, but for those that have changed since: they are followed, too.
    All `cumple`: the guides are written to `out/`, where what has not changed is not touched; else
    `out/` stays as it was. Raises ReportsError when the run does not end: then both folders stay.
    """
    with _alone(root) as work:
        begun = fingerprints(root)
        guides = read_guides(guides_folder(root))
        check_guides(root, guides)
        followed = _to_follow(root, output, guides, only)
        began, start = datetime.now().astimezone(), time.perf_counter()
        folder = work / "run"
        scenarios = follow(root, folder, followed, progress, with_rules=with_rules)
        if only:
            scenarios = carry_over(output / "run" / "record", folder / "record")
        seconds = time.perf_counter() - start
        info = RunInfo(began, seconds, browsers(scenarios), commit(root), versions())
        return _finish(
            root, output, folder, guides, scenarios, info=info, followed=followed, begun=begun
        )


@contextmanager
def _alone(root: Path) -> Iterator[Path]:
    """Lend a folder to work in, while no other run of the project works."""
    (work := root / ".guias").mkdir(exist_ok=True)
    with (
        one_at_a_time(work / "corrida.lock", "siguiendo las guías"),
        tempfile.TemporaryDirectory(dir=work, prefix="corrida-") as name,
    ):
        yield Path(name)


def _to_follow(
    root: Path, output: Path, guides: Sequence[Guide], only: Sequence[str]
) -> Sequence[Guide]:
    if not only:
        return guides
    names = {*only, *outdated(root, read_kept(output / "run"), [guide.name for guide in guides])}
    return [guide for guide in guides if guide.name in names]


def _finish(
    root: Path,
    output: Path,
    folder: Path,
    guides: Sequence[Guide],
    scenarios: tuple[ScenarioRecord, ...],
    *,
    info: RunInfo,
    followed: Sequence[Guide],
    begun: Mapping[str, str],
) -> Run:
    """Judge, publish if all holds, and leave what was found."""
    rules = rule_names(root)
    verdicts = tuple(judge(guide, scenarios, rules) for guide in guides)
    holds = {judged.guide.name: judged.verdict is Verdict.HOLDS for judged in verdicts}
    states = states_of(approved_folder(root), folder / "record", scenarios, holds)
    keep_run(folder, info, verdicts)
    seen = [state.seen for state in states if state.seen]
    names = tuple(guide.name for guide in followed)
    carried = [guide.title for guide in guides if guide.name not in names]
    older = output / "run"
    write_sources(folder, root, guides, scenarios, seen, older=older, followed=names, begun=begun)
    failures = write_status(folder, verdicts, scenarios, states, info, carried=carried)
    run = Run(verdicts, scenarios, states, info, output / "out", output / "run", failures, names)
    if run.verdict is Verdict.HOLDS:
        site = folder.with_name("out")
        write_site(site, root / ".guias", guides, states, info.browser)
        shutil.copy2(folder / "fuentes.json", site)
        publish(site, run.out)
    replace(folder, run.folder)
    return run
