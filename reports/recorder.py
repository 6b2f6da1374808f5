"""The recorder: a pytest plugin that keeps what every scenario did and saw.

With `--record DIR` it keeps the pictures too; without, only the picture of a failure. Either way a
failure says, in Spanish, which guide, step and sentence, and what the screen shows instead.
"""

import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import pytest
from pytest_bdd.parser import Feature, Scenario
from pytest_bdd.parser import Step as GherkinStep

from reports import hooks
from reports.errors import GuideError, ReportsError
from reports.guides.guide import Guide, read_guide, read_guides
from reports.guides.source import read_facts
from reports.record import ScenarioRecord, StepRecord
from reports.texts import missing_texts, not_found, quoted_texts
from reports.witness import ScenarioWitness
from reports.writing.check import check_guides, check_rules, no_such_step
from reports.writing.sentences import known_sentences, why_unknown
from steps.sentence import guide_step
from steps.sight import NotAsTheGuideSaysError

_NAME = "guia-viva-recorder"
_QUOTED = re.compile(r'"([^"]*)"')


class MissingTextError(AssertionError):
    """A guide's steps work, but a text that it quotes is not on the screen."""


class Recorder:
    """The plugin: turns pytest-bdd's hooks into records."""

    def __init__(self, root: Path, folder: Path, *, pictures: bool) -> None:
        self.root = root
        self.folder = folder
        self._pictures = pictures
        self._witness: ScenarioWitness | None = None
        self._steps_used: set[str] = set()

    @property
    def witness(self) -> ScenarioWitness:
        """The witness of the scenario that is running."""
        if self._witness is None:
            raise pytest.UsageError("Solo los escenarios de features/ tienen quien los siga.")
        return self._witness

    def pytest_exception_interact(
        self, node: pytest.Item | pytest.Collector, report: pytest.TestReport | pytest.CollectReport
    ) -> None:
        """Tell in Spanish what is wrong in the features when they could not even be collected."""
        if isinstance(report, pytest.CollectReport) and self.root / "features" in node.path.parents:
            try:
                check_guides(self.root, read_guides(self.root / "features" / "guias"))
                check_rules(self.root)
            except ReportsError as error:
                report.longrepr = str(error)

    def pytest_bdd_before_scenario(
        self, request: pytest.FixtureRequest, feature: Feature, scenario: Scenario
    ) -> None:
        """Open the record of a scenario, with every step not yet reached."""
        __tracebackhide__ = True  # what is wrong in a guide's files is not found in ours
        mark = request.node.get_closest_marker("guia")
        record = ScenarioRecord(
            feature=Path(feature.filename).relative_to(self.root).as_posix(),
            name=scenario.name,
            guide=mark.kwargs["name"] if mark else "",
            rules=[mark.kwargs["name"] for mark in request.node.iter_markers("regla")],
            main=scenario.name == next(iter(feature.scenarios)),
            steps=_step_records(scenario.steps),
        )
        path = self.folder / f"{Path(feature.filename).stem}-{_short(request.node.name)}"
        guide = _guide(self.root / "features" / "guias", record.guide) if record.guide else None
        for step in record.steps:
            for error in no_such_step(Path(feature.filename), step.line, step.guide_step, guide):
                raise error
        hook = request.config.hook.pytest_guias_picture_kept if self._pictures else None
        self._steps_used.clear()
        sources = partial(self._sources, request.config)
        self._witness = ScenarioWitness(record, guide, path, picture_kept=hook, sources=sources)

    def pytest_bdd_before_step(
        self,
        request: pytest.FixtureRequest,
        scenario: Scenario,
        step: GherkinStep,
        step_func: Callable[..., object],
    ) -> None:
        """Keep which guide step is being followed, and who takes it."""
        number = self._record_of(scenario, step).guide_step
        if number is not None:
            self.witness.begin_guide_step(number, request.getfixturevalue("reader"))
        self._steps_used.add(f"{step_func.__module__.replace('.', '/')}.py")

    def pytest_bdd_after_step(self, scenario: Scenario, step: GherkinStep) -> None:
        """Keep that a step held."""
        self._record_of(scenario, step).status = "passed"

    def pytest_bdd_step_error(
        self,
        request: pytest.FixtureRequest,
        scenario: Scenario,
        step: GherkinStep,
        exception: Exception,
    ) -> None:
        """Keep why a step failed, and tell it under pytest's own account of the failure."""
        with suppress(Exception):  # no browser, or it is gone: the step's own error is what counts
            self.witness.look_at_failure(request.getfixturevalue("reader"))
        self._keep_failure(self._record_of(scenario, step), exception)

    def pytest_bdd_step_func_lookup_error(
        self, scenario: Scenario, step: GherkinStep, exception: Exception
    ) -> None:
        """Keep that no definition takes a sentence, and which sentences come near it."""
        why = why_unknown(known_sentences(self.root), step.type, step.name)
        self._keep_failure(self._record_of(scenario, step), exception, why)

    def pytest_bdd_after_scenario(self, request: pytest.FixtureRequest) -> None:
        """Close the record; a guide that quotes what was never seen fails here."""
        witness = self.witness
        if witness.record.passed and witness.guide_step is not None:
            witness.close_guide_step(request.getfixturevalue("reader"))
        witness.finish(dict(request.node.user_properties).get("browser", ""))
        if witness.guide and witness.record.main and witness.record.passed:
            _check_texts(witness.guide, witness.record)

    def _sources(self, config: pytest.Config) -> list[str]:
        of_others = config.hook.pytest_guias_sources_used()
        return sorted(self._steps_used.union(*of_others))

    def _record_of(self, scenario: Scenario, step: GherkinStep) -> StepRecord:
        return self.witness.record.steps[list(scenario.steps).index(step)]

    def _keep_failure(self, step: StepRecord, exception: Exception, reason: str = "") -> None:
        step.status = "failed"
        step.reason = reason or self._reason(step, exception)
        exception.add_note(self._told(step))

    def _reason(self, step: StepRecord, exception: Exception) -> str:
        """Say what went wrong and, of each text that is not on the screen, what is instead."""
        if not isinstance(exception, NotAsTheGuideSaysError):
            return f"{type(exception).__name__}: {exception}"
        witness = self.witness
        seen = witness.record.sights[-1].texts if witness.record.sights else []
        quoted_elsewhere = quoted_texts(witness.guide) if witness.guide else set()
        others = [text for text in seen if text not in quoted_elsewhere]
        quoted = dict.fromkeys((*_QUOTED.findall(step.sentence), *exception.expected))
        missing = [not_found(text, others) for text in quoted if text not in seen]
        title = witness.record.sights[-1].title if witness.record.sights else ""
        screen = [f"la pantalla es «{title}»"] if title else []
        return "; ".join([str(exception), *missing, *screen])

    def _told(self, step: StepRecord) -> str:
        """Say where a failure is: guide, step, sentence, file and line, picture."""
        record, guide = self.witness.record, self.witness.guide
        where = f"Guía «{guide.title}», paso {step.guide_step or '—'}" if guide else record.name
        pictures = [sight.picture for sight in record.sights if sight.picture]
        picture = f"\n  Imagen: {self.folder / pictures[-1]}" if pictures else ""
        sentence = f"{step.keyword} {step.sentence} ({record.feature}:{step.line})"
        return f"\n{where}: {sentence}\n  {step.reason}{picture}"


@cache
def _guide(folder: Path, name: str) -> Guide:
    path = folder / f"{name}.md"
    if not path.exists():
        advice = "escríbalo, o corrija la etiqueta @guia:… de ese escenario."
        raise GuideError(path, None, "no existe, y un escenario dice seguir esa guía", advice)
    return read_guide(path, read_facts(folder))


def _check_texts(guide: Guide, record: ScenarioRecord) -> None:
    troubles = [f"paso {number}: {trouble}" for number, trouble in missing_texts(guide, record)]
    if troubles:
        raise MissingTextError(f"Guía «{guide.title}»:\n  " + "\n  ".join(troubles))


def _step_records(steps: list[GherkinStep]) -> list[StepRecord]:
    records, current = [], None
    for step in steps:
        current = guide_step(step.name) or current
        records.append(StepRecord(step.type, step.keyword, step.name, step.line_number, current))
    return records


def _short(name: str) -> str:
    """Return a test's name as a file may be called: short, and still nobody else's."""
    words = re.sub(r"\W+", "-", name.removeprefix("test_"))[:48].strip("-")
    return f"{words}-{zlib.crc32(name.encode()):08x}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--record`."""
    parser.getgroup("guia-viva").addoption(
        "--record",
        type=Path,
        metavar="DIR",
        help="keep what the scenarios do and see, with the guides' pictures, in DIR",
    )


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Add the hooks that other plugins of ours may implement."""
    pluginmanager.add_hookspecs(hooks)


def pytest_configure(config: pytest.Config) -> None:
    """Start recording."""
    asked: Path | None = config.getoption("--record")
    folder = asked or config.rootpath / ".guias" / "failures"
    folder.mkdir(parents=True, exist_ok=True)
    recorder = Recorder(config.rootpath, folder, pictures=asked is not None)
    config.pluginmanager.register(recorder, _NAME)


@pytest.fixture
def witness(pytestconfig: pytest.Config) -> ScenarioWitness:
    """Who keeps the record of the scenario that is running."""
    recorder = pytestconfig.pluginmanager.get_plugin(_NAME)
    if not isinstance(recorder, Recorder):
        raise pytest.UsageError("El registro no está activo: no use «-p no:guia-viva-recorder».")
    return recorder.witness
