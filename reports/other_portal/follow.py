"""Follows the guides and all the rules at another portal; nothing of it is ever published."""

import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.failures.pages import FailurePage
from reports.follow import run_pytest
from reports.guides.guide import read_guides
from reports.last_run import keep_run
from reports.other_portal.options import OtherPortal, in_our_words
from reports.other_portal.skipped import not_followed_at_all
from reports.paths import guides_folder, rule_names
from reports.privacy.leaks import Leak, find_leaks
from reports.privacy.plugin import leaks_found, personal_data, troubles
from reports.publish import replace
from reports.record import ScenarioRecord, read_scenarios
from reports.run_info import PortalInfo, RunInfo, browsers, commit, versions
from reports.status import write_status
from reports.verdicts import GuideVerdict, Verdict, judge
from reports.writing.check import check_guides
from steps.personal_data import PersonalData

# Each guide as it is published, and of the rules also their deeper look: nobody follows those here
# while they write.
_MARKS = "(guia and not detalle) or regla"
_LOG = "corrida-en-otro-portal.log"
_FALSE = {Verdict.FAILS, Verdict.TEXT_DIFFERS, Verdict.NOT_REACHED}


@dataclass(frozen=True)
class RunElsewhere:
    """A run at another portal that came to its end.

    `folder` is where what it found lies, `failures` are the pages of what failed;
    `troubles` is what was wrong with how personal data were hidden; `failed` is how many tests
    failed, which says more than their records where one could not be closed.
    """

    verdicts: tuple[GuideVerdict, ...]
    scenarios: tuple[ScenarioRecord, ...]
    info: RunInfo
    folder: Path
    failures: tuple[FailurePage, ...]
    troubles: tuple[str, ...] = ()
    failed: int = 0

    @property
    def followed(self) -> int:
        """How many scenarios were followed."""
        return sum(not one.skipped for one in self.scenarios)

    @property
    def all_true(self) -> bool:
        """Whether nothing that was followed was found false or failed."""
        guides = any(judged.verdict in _FALSE for judged in self.verdicts)
        return not (self.failed or guides or any(one.failed_step for one in self.scenarios))

    @property
    def missed(self) -> list[str]:
        """The titles of the guides of which no step could be followed."""
        titles = {judged.guide.name: judged.guide.title for judged in self.verdicts}
        return [titles[name] for name in not_followed_at_all(self.scenarios, titles)]

    @property
    def exit_code(self) -> int:
        """0 when all that was followed is true, some of each guide was, and all data were hidden.

        What was skipped is told, and is no error: there is no control at most portals.
        """
        return 0 if self.all_true and not self.missed and not self.troubles else 1


class _Heard:
    """A plugin that takes note of what only pytest knows."""

    def __init__(self) -> None:
        self.data = PersonalData()
        self.portal = PortalInfo("")
        self.troubles: tuple[str, ...] = ()
        self.leaks: list[Leak] = []
        self.failed = 0

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Take note of how many tests failed."""
        self.failed = session.testsfailed

    def pytest_unconfigure(self, config: pytest.Config) -> None:
        """Take note, when all has been checked."""
        self.data, self.troubles = personal_data(config), tuple(troubles(config))
        self.leaks = leaks_found(config)
        for told in config.hook.pytest_guias_portal(config=config):
            self.portal = PortalInfo(*told)


def follow_elsewhere(
    root: Path, output: Path, progress: object, portal: OtherPortal
) -> RunElsewhere:
    """Follow guides and rules there, and leave what was found in `elsewhere/` of `output`.

    Raises ReportsError when the run does not come to its end, or when a file that it made shows
    personal data: then the folder stays as it was.
    """
    guides = read_guides(guides_folder(root))
    check_guides(root, guides)
    work = root / ".guias"
    work.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=work, prefix="corrida-") as name:
        folder, heard = Path(name) / "elsewhere", _Heard()
        folder.mkdir()
        began, start = datetime.now().astimezone(), time.perf_counter()
        _run(root, folder, progress, heard, portal)
        scenarios = tuple(read_scenarios(folder / "record"))
        info = RunInfo(
            began, time.perf_counter() - start, browsers(scenarios), commit(root), versions(),
            heard.portal,
        )  # fmt: skip
        verdicts = tuple(judge(guide, scenarios, rule_names(root)) for guide in guides)
        keep_run(folder, info, verdicts)
        failures = write_status(folder, verdicts, scenarios, (), info)
        _check_leaks(root, folder, heard)
        run = RunElsewhere(
            verdicts, scenarios, info, output / "elsewhere", failures, heard.troubles, heard.failed
        )
        replace(folder, run.folder)
    return run


def _run(root: Path, folder: Path, progress: object, heard: _Heard, portal: OtherPortal) -> None:
    words = [str(root / "features"), "--ignore-glob=*/test_contracts*", "-m", _MARKS]
    words += [f"--junitxml={folder / 'junit.xml'}", *portal.arguments()]
    try:
        run_pytest(root, folder / "record", [progress, heard], words, log=_LOG)
    except ReportsError as error:
        _check_leaks(root, folder, heard)  # what would be told may be just that
        raise ReportsError(in_our_words(str(error))) from error


def _check_leaks(root: Path, folder: Path, heard: _Heard) -> None:
    """Hand nothing over when a file shows what nobody may see."""
    log = root / ".guias" / _LOG
    found = find_leaks([log, *folder.rglob("*")], heard.data, root) if heard.data else []
    leaks = {leak.file.name: leak.kinds for leak in [*heard.leaks, *found]}
    if leaks:
        log.unlink(missing_ok=True)
        told = "\n".join(f"  {name}: {kinds}" for name, kinds in leaks.items())
        raise ReportsError(
            f"Los archivos de la corrida mostraban datos personales, y se borraron:\n{told}\n"
            "  Qué hacer: revise cómo escribe el portal esos datos, y avise a quien cuida Guía "
            "Viva."
        )
