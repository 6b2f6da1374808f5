"""The recorder: a pytest plugin that keeps what every scenario did and saw.

With `--record DIR` it keeps the pictures too; without, only the picture of a failure. Either way a
failure says, in Spanish, which guide, step and sentence, and what the screen shows instead.
"""

import re
import zlib
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path

import pytest
from pytest_bdd.parser import Feature, Scenario
from pytest_bdd.parser import Step as GherkinStep

from reports import hooks
from reports.coverage.figures import figures_of_feature
from reports.errors import GuideError, ReportsError
from reports.failures import plugin as failures
from reports.failures.failure import FailureRecord
from reports.failures.keeping import Left, failure_of, keep_missing, look_at_failure, trace_of
from reports.failures.pages import false_steps, page_of
from reports.failures.telling import to_open, told, why
from reports.guides.guide import Guide, read_guide, read_guides
from reports.guides.source import read_facts
from reports.privacy.plugin import personal_data
from reports.record import ScenarioRecord, StepRecord
from reports.texts import missing_texts
from reports.witness import ScenarioWitness
from reports.writing.check import check_guides, check_rules, no_such_step
from reports.writing.sentences import known_sentences, why_unknown
from steps.sentence import guide_steps
from steps.sight import SKIPPED_SENTENCE

NAME = "guia-viva-recorder"


class MissingTextError(AssertionError):
    """A guide's steps work, but a text that it quotes is not on the screen."""


class Recorder:
    """The plugin: turns pytest-bdd's hooks into records."""

    def __init__(self, root: Path, folder: Path, *, pictures: bool, pages: bool = False) -> None:
        self.root = root
        self.folder = folder
        self._pictures = pictures
        self._pages = pages
        self._witness: ScenarioWitness | None = None
        self._failure: Exception | None = None
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
        record = new_record(self.root, request.node, feature, scenario)
        path = self._folder_of(request.node) / record_name(request.node, feature)
        guide = _guide(self.root / "features" / "guias", record.guide) if record.guide else None
        for step in record.steps:
            for error in no_such_step(Path(feature.filename), step.line, step.guide_step, guide):
                raise error
        photographs = not _defect_of(request.node)  # of many it is asked who saw them, not how
        hook = request.config.hook.pytest_guias_picture_kept if self._pictures else None
        self._failure = None
        self._steps_used.clear()
        sources = partial(self._sources, request.config)
        self._witness = ScenarioWitness(
            record,
            guide,
            path,
            picture_kept=hook if photographs else None,
            photographs=photographs,
            sources=sources,
            personal_data=personal_data(request.config),
            texts_missing=partial(keep_missing, request),
        )

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
        """Keep that a step held, or was skipped."""
        self.witness.end_sentence(self._record_of(scenario, step))

    def pytest_bdd_step_error(
        self,
        request: pytest.FixtureRequest,
        scenario: Scenario,
        step: GherkinStep,
        exception: Exception,
    ) -> None:
        """Keep why a step failed, and tell it under pytest's own account of the failure."""
        if self._failure and isinstance(exception, pytest.FixtureLookupError):
            reason = "falta algo que debía quedar de antes"
            self.pytest_guias_step_left(scenario, step, reason, skipped=False)
            return
        left = look_at_failure(request, self.witness)
        self._keep_failure(self._record_of(scenario, step), exception, left=left)

    def pytest_bdd_step_func_lookup_error(
        self, scenario: Scenario, step: GherkinStep, exception: Exception
    ) -> None:
        """Keep that no definition takes a sentence, and which sentences come near it."""
        unknown = why_unknown(known_sentences(self.root), step.type, step.name)
        self._keep_failure(self._record_of(scenario, step), exception, unknown)

    @pytest.hookimpl(optionalhook=True)
    def pytest_guias_step_left(
        self, scenario: Scenario, step: GherkinStep, reason: str, skipped: bool
    ) -> None:
        """Keep why a sentence is not followed, in a guide that goes on after a false one."""
        record = self._record_of(scenario, step)
        record.status, record.reason = "skipped" if skipped else "not_reached", reason

    def pytest_bdd_after_scenario(self, request: pytest.FixtureRequest) -> None:
        """Close the record; a guide that quotes what was never seen fails here."""
        witness = self.witness
        properties = ((SKIPPED_SENTENCE, why) for why in witness.record.sentences_skipped)
        request.node.user_properties.extend(properties)
        try:
            if witness.guide_step is not None and witness.record.came_through(witness.guide_step):
                witness.close_guide_step(request.getfixturevalue("reader"))
        finally:
            self._end(request, witness)
        if witness.guide and witness.record.main:
            check_texts(witness.guide, witness.record, self._failure, self._pages_of_missing())

    def _end(self, request: pytest.FixtureRequest, witness: ScenarioWitness) -> None:
        if false_steps(witness.record):
            witness.record.trace = trace_of(request)
        witness.finish(dict(request.node.user_properties).get("browser", ""))
        request.config.hook.pytest_guias_scenario_ended(
            request=request, record=witness.record, guide=witness.guide, path=witness.path
        )

    @property
    def _writes_pages(self) -> bool:
        return self._pages and self.witness.photographs

    def _pages_of_missing(self) -> list[Path]:
        steps = false_steps(self.witness.record) if self._writes_pages else []
        held = (step for step in steps if step.status != "failed")
        return [page_of(self.witness.path, step) for step in held]

    def _folder_of(self, item: pytest.Item) -> Path:
        """Return where a scenario leaves its record: a defect's have a folder of their own."""
        folder = self.folder / _defect_of(item)
        folder.mkdir(exist_ok=True)
        return folder

    def _sources(self, config: pytest.Config) -> list[str]:
        of_others = config.hook.pytest_guias_sources_used()
        return sorted(self._steps_used.union(*of_others))

    def _record_of(self, scenario: Scenario, step: GherkinStep) -> StepRecord:
        return self.witness.record.steps[list(scenario.steps).index(step)]

    def _keep_failure(
        self, step: StepRecord, exception: Exception, reason: str = "", *, left: Left | None = None
    ) -> None:
        step.status = "failed"
        witness = self.witness
        step.reason = reason or why(step, exception, witness.record, witness.guide)
        step.failure = failure_of(step, exception, witness, left) if left else FailureRecord()
        # Of several failures the first ends the test: it tells of all.
        self._failure = self._failure or exception
        page = page_of(witness.path, step) if self._writes_pages else None
        self._failure.add_note(told(step, witness.record, witness.guide, self.folder, page=page))


@cache
def _guide(folder: Path, name: str) -> Guide:
    path = folder / f"{name}.md"
    if not path.exists():
        advice = "escríbalo, o corrija la etiqueta @guia:… de ese escenario."
        raise GuideError(path, None, "no existe, y un escenario dice seguir esa guía", advice)
    return read_guide(path, read_facts(folder))


def check_texts(
    guide: Guide, record: ScenarioRecord, failure: Exception | None, pages: Sequence[Path]
) -> None:
    """Tell the texts that are missing in the steps that held; raise them if nothing failed."""
    missing = (one for one in missing_texts(guide, record) if record.held(one[0]))
    troubles = [f"paso {number}: {trouble}" for number, trouble in missing]
    troubles += [to_open(page) for page in pages]
    told_all = f"Guía «{guide.title}»:\n  " + "\n  ".join(troubles)
    if troubles and failure:
        failure.add_note(f"\n{told_all}")
    elif troubles:
        raise MissingTextError(told_all)


def new_record(
    root: Path, node: pytest.Item, feature: Feature, scenario: Scenario
) -> ScenarioRecord:
    """Return the record of a scenario that is about to begin."""
    mark = node.get_closest_marker("guia")
    path, rules = Path(feature.filename), [one.kwargs["name"] for one in node.iter_markers("regla")]
    return ScenarioRecord(
        feature=path.relative_to(root).as_posix(),
        name=scenario.name,
        guide=mark.kwargs["name"] if mark else "",
        rules=rules,
        main=scenario.name == next(iter(feature.scenarios)),
        steps=_step_records(scenario.steps),
        test=node.nodeid,
        figures=figures_of_feature(path.read_text("utf-8")) if rules else [],
    )


def _step_records(steps: list[GherkinStep]) -> list[StepRecord]:
    numbers = guide_steps(step.name for step in steps)
    return [
        StepRecord(step.type, step.keyword, step.name, step.line_number, number)
        for step, number in zip(steps, numbers, strict=True)
    ]


def _defect_of(item: pytest.Item) -> str:
    """Return the name of the defect that a scenario is followed with; "" as a rule."""
    mark = item.get_closest_marker("defecto")
    return str(mark.kwargs["name"]) if mark else ""


def record_name(item: pytest.Item, feature: Feature) -> str:
    """Return how a scenario's files are called: shortly, and still as nobody else's."""
    words = re.sub(r"\W+", "-", item.name.removeprefix("test_"))[:48].strip("-")
    return f"{Path(feature.filename).stem}-{words}-{zlib.crc32(item.nodeid.encode()):08x}"


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
    pages = not config.pluginmanager.is_blocked(failures.NAME)
    recorder = Recorder(config.rootpath, folder, pictures=asked is not None, pages=pages)
    config.pluginmanager.register(recorder, NAME)


@pytest.fixture
def witness(pytestconfig: pytest.Config) -> ScenarioWitness:
    """Who keeps the record of the scenario that is running."""
    recorder = pytestconfig.pluginmanager.get_plugin(NAME)
    if not isinstance(recorder, Recorder):
        raise pytest.UsageError("El registro no está activo: no use «-p no:guia-viva-recorder».")
    return recorder.witness
