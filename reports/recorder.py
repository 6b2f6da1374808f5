"""The recorder: a pytest plugin that keeps what every scenario did and saw.

With `--record DIR` it keeps the pictures too; without, only the picture of a failure. Either way a
failure says, in Spanish, which guide, step and sentence, and what the screen shows instead.
"""

import re
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Feature, Scenario
from pytest_bdd.parser import Step as GherkinStep

from reports.guide import Guide, read_facts, read_guide
from reports.record import (
    ScenarioRecord,
    SightRecord,
    StepRecord,
    TouchRecord,
    write_scenario,
)
from reports.texts import missing_texts, not_found, quoted_texts
from steps.sentence import guide_step
from steps.sight import NotAsTheGuideSaysError, Sight

_QUOTED = re.compile(r'"([^"]*)"')


class MissingTextError(AssertionError):
    """A guide's steps work, but a text that it quotes is not on the screen."""


class ScenarioWitness:
    """Keeps the record of one scenario while it runs."""

    def __init__(self, record: ScenarioRecord, folder: Path, name: str, *, pictures: bool) -> None:
        self.record = record
        self.folder = folder
        self.name = name
        self.guide_step: int | None = None
        self._pictures = pictures and record.main
        self._closing = False
        self._forced = False
        self._began = time.perf_counter()

    def wants_picture(self) -> bool:
        """Tell whether the guide step being followed still lacks a picture of what it shows."""
        if self._forced:
            return True
        if not self._pictures or self.guide_step is None:
            return False
        return not self._closing or not self._has_picture(self.guide_step)

    def saw(self, sight: Sight) -> None:
        """Keep one look at the screen."""
        kept = SightRecord(self.guide_step, sight.title, list(sight.texts))
        kept.touches = [TouchRecord(**vars(touch)) for touch in sight.touches]
        if sight.picture is not None:
            stem = f"{self.name}-{len(self.record.sights) + 1:02}"
            kept.picture, kept.aria = f"{stem}.png", f"{stem}.aria.yml"
            (self.folder / kept.picture).write_bytes(sight.picture)
            (self.folder / kept.aria).write_text(sight.aria, "utf-8")
        self.record.sights.append(kept)

    def close_guide_step(self, reader: Any) -> None:
        """Take a last look at a guide step: what it led to, or its picture if it has none yet."""
        self._closing = True
        reader.look()
        self._closing = False

    def look_at_failure(self, reader: Any) -> None:
        """Keep what the reader is left with when a step fails."""
        self._forced = True
        reader.look()
        self._forced = False

    def finish(self) -> None:
        """Write the record."""
        self.record.seconds = round(time.perf_counter() - self._began, 3)
        write_scenario(self.folder, self.name, self.record)

    def _has_picture(self, number: int) -> bool:
        sights = self.record.sights
        return any(sight.picture for sight in sights if sight.guide_step == number)


class Recorder:
    """The plugin: turns pytest-bdd's hooks into records."""

    def __init__(self, root: Path, folder: Path, *, pictures: bool) -> None:
        self.root = root
        self.folder = folder
        self._pictures = pictures
        self._witness: ScenarioWitness | None = None

    @property
    def witness(self) -> ScenarioWitness:
        """The witness of the scenario that is running."""
        if self._witness is None:
            raise pytest.UsageError("Solo los escenarios de features/ tienen quien los siga.")
        return self._witness

    def pytest_bdd_before_scenario(
        self, request: pytest.FixtureRequest, feature: Feature, scenario: Scenario
    ) -> None:
        """Open the record of a scenario, with every step not yet reached."""
        guide = request.node.get_closest_marker("guia")
        record = ScenarioRecord(
            feature=Path(feature.filename).relative_to(self.root).as_posix(),
            name=scenario.name,
            guide=guide.args[0] if guide else "",
            rules=[mark.args[0] for mark in request.node.iter_markers("regla")],
            main=scenario.name == next(iter(feature.scenarios)),
            steps=_step_records(scenario.steps),
        )
        stem = f"{Path(feature.filename).stem}-{_short(request.node.name)}"
        self._witness = ScenarioWitness(record, self.folder, stem, pictures=self._pictures)

    def pytest_bdd_before_step(
        self, request: pytest.FixtureRequest, scenario: Scenario, step: GherkinStep
    ) -> None:
        """When the next guide step begins, look once more at the one before."""
        now = self._record_of(scenario, step).guide_step
        if now != self.witness.guide_step:
            if self.witness.guide_step is not None:
                self.witness.close_guide_step(request.getfixturevalue("reader"))
            self.witness.guide_step = now

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
        record = self._record_of(scenario, step)
        record.status = "failed"
        record.reason = self._reason(record, exception)
        exception.add_note(self._told(record))

    def pytest_bdd_step_func_lookup_error(
        self, scenario: Scenario, step: GherkinStep, exception: Exception
    ) -> None:
        """Keep that no definition takes a sentence."""
        record = self._record_of(scenario, step)
        record.status = "failed"
        record.reason = "ninguna definición de steps/ entiende esta frase"
        exception.add_note(self._told(record))

    def pytest_bdd_after_scenario(self, request: pytest.FixtureRequest) -> None:
        """Close the record; a guide that quotes what was never seen fails here."""
        witness = self.witness
        if witness.record.passed and witness.guide_step is not None:
            witness.close_guide_step(request.getfixturevalue("reader"))
        witness.record.browser = dict(request.node.user_properties).get("browser", "")
        witness.finish()
        if witness.record.guide and witness.record.main and witness.record.passed:
            self._check_texts(witness.record)

    def _record_of(self, scenario: Scenario, step: GherkinStep) -> StepRecord:
        return self.witness.record.steps[list(scenario.steps).index(step)]

    def _reason(self, step: StepRecord, exception: Exception) -> str:
        sights = self.witness.record.sights
        texts = sights[-1].texts if sights else []
        quoted = _QUOTED.findall(step.sentence)
        if not isinstance(exception, NotAsTheGuideSaysError):
            return f"{type(exception).__name__}: {exception}"
        guide = self._guide()
        known = quoted_texts(guide) if guide else set()
        others = [text for text in texts if text not in known]
        missing = [not_found(text, others) for text in quoted if text not in texts]
        return "; ".join([str(exception), *missing])

    def _guide(self) -> Guide | None:
        record = self.witness.record
        if not record.guide:
            return None
        path = self.root / "features" / "guias" / f"{record.guide}.md"
        return read_guide(path, read_facts(path.parent))

    def _told(self, step: StepRecord) -> str:
        record = self.witness.record
        guide = self._guide()
        where = f"Guía «{guide.title}», paso {step.guide_step or '—'}" if guide else record.name
        pictures = [sight.picture for sight in record.sights if sight.picture]
        picture = f"\n  Imagen: {self.folder / pictures[-1]}" if pictures else ""
        sentence = f"{step.keyword} {step.sentence}"
        return f"\n{where}: {sentence} ({record.feature}:{step.line})\n  {step.reason}{picture}"

    def _check_texts(self, record: ScenarioRecord) -> None:
        guide = self._guide()
        troubles = [
            f"paso {number}: {trouble}"
            for number, trouble in (missing_texts(guide, record) if guide else ())
        ]
        if guide and troubles:
            raise MissingTextError(f"Guía «{guide.title}»:\n  " + "\n  ".join(troubles))


def _short(name: str) -> str:
    """Return a test's name as a file may be called: short, and still nobody else's."""
    words = re.sub(r"\W+", "-", name.removeprefix("test_"))[:48].strip("-")
    return f"{words}-{zlib.crc32(name.encode()):08x}"


def _step_records(steps: list[GherkinStep]) -> list[StepRecord]:
    records, current = [], None
    for step in steps:
        current = guide_step(step.name) or current
        records.append(StepRecord(step.keyword, step.name, step.line_number, current))
    return records


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--record`."""
    parser.getgroup("guia-viva").addoption(
        "--record",
        type=Path,
        metavar="DIR",
        help="keep what the scenarios do and see, with the guides' pictures, in DIR",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Start recording."""
    asked: Path | None = config.getoption("--record")
    folder = asked or config.rootpath / ".guias" / "failures"
    folder.mkdir(parents=True, exist_ok=True)
    recorder = Recorder(config.rootpath, folder, pictures=asked is not None)
    config.pluginmanager.register(recorder, "guia-viva-recorder")


@pytest.fixture
def witness(pytestconfig: pytest.Config) -> ScenarioWitness:
    """Who keeps the record of the scenario that is running."""
    recorder: Recorder | None = pytestconfig.pluginmanager.get_plugin("guia-viva-recorder")
    assert recorder
    return recorder.witness
