"""Who keeps the record of one scenario while the Reader goes through it."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from reports.guides.guide import Guide
from reports.record import ScenarioRecord, SightRecord, StepRecord, TouchRecord, write_scenario
from reports.texts import quoted_texts
from steps.personal_data import PersonalData
from steps.sight import NotMaskedError, Sight


class Looks(Protocol):
    """The Reader, as far as the record needs one."""

    def look(self) -> None:
        """Look at the whole screen."""

    def forget(self) -> None:
        """Forget what was touched."""


class PictureKept(Protocol):
    """Who is told that a clean picture has been kept."""

    def __call__(self, *, picture: Path, touches: Sequence[TouchRecord]) -> object:
        """Take note of it."""


def why_skipped() -> str:
    """Return why the scenario that ends now is skipped, "" when it is not.

    pytest-bdd tells nobody: a skip is not one of the exceptions that it looks out for.
    """
    ends = sys.exception()
    return ends.msg or "" if isinstance(ends, pytest.skip.Exception) else ""


class ScenarioWitness:
    """Keeps what one scenario saw; only a guide's main scenario is looked at all along.

    Without `picture_kept`, only failures are photographed, and unless it `photographs`, nothing
    is. `sources` tells which files of the project have been used up to now. `personal_data` is
    what neither a picture nor a text of the record may show. `texts_missing` is told when a step
    of the guide has not shown all that it quotes, while its last screen is still there.
    """

    def __init__(
        self,
        record: ScenarioRecord,
        guide: Guide | None,
        path: Path,
        *,
        picture_kept: PictureKept | None,
        photographs: bool = True,
        sources: Callable[[], list[str]],
        personal_data: PersonalData | None = None,
        texts_missing: Callable[["ScenarioWitness", Sequence[str]], None] | None = None,
    ) -> None:
        self.record = record
        self.guide = guide
        self.path = path
        self.guide_step: int | None = None
        self._pictures = picture_kept is not None
        self._picture_kept = picture_kept
        self.photographs = photographs
        self._sources = sources
        self.personal_data = personal_data or PersonalData()
        self._texts_missing = texts_missing
        self._skipped = ""
        self._closing = False
        self._failing = False
        self._began = time.perf_counter()

    def wants_sight(self) -> bool:
        """Tell whether what is on the screen matters to anybody."""
        followed = self.guide and self.record.main and self.guide_step is not None
        return self._failing or bool(followed and (not self._closing or self._lacks_something()))

    def wants_picture(self) -> bool:
        """Tell whether the guide step being followed still lacks a picture of what it shows."""
        lacking = self._pictures and not (self._closing and self._has_picture())
        return self.photographs and (self._failing or lacking)

    def saw(self, sight: Sight) -> None:
        """Keep one look at the screen."""
        texts = dict.fromkeys(map(self.hide, sight.texts))
        kept = SightRecord(self.guide_step, self.hide(sight.title), list(texts))
        touches = (replace(touch, name=self.hide(touch.name)) for touch in sight.touches)
        kept.touches = [TouchRecord(**vars(touch)) for touch in touches]
        if sight.picture is not None:
            kept.sources = self._sources()
            stem = f"{self.path.name}-{len(self.record.sights) + 1:02}"
            kept.picture, kept.aria = f"{stem}.png", f"{stem}.aria.yml"
            picture = self.path.with_name(kept.picture)
            picture.write_bytes(sight.picture)
            self.path.with_name(kept.aria).write_text(self.hide(sight.aria), "utf-8")
            if self._picture_kept:
                self._picture_kept(picture=picture, touches=kept.touches)
        self.record.sights.append(kept)

    def begin_guide_step(self, number: int | None, reader: Looks) -> None:
        """When another guide step begins, take a last look at the one before, if that held.

        Where it did not, the reader is not there any more.
        """
        if number != self.guide_step:
            if self.record.came_through(self.guide_step):
                self.close_guide_step(reader)
            self.guide_step = number
            reader.forget()  # two steps can be on one screen: each shows what it touches

    def close_guide_step(self, reader: Looks) -> None:
        """Look at what a guide step led to, unless all that it quotes has been seen."""
        self._closing = True
        try:
            reader.look()
        except Exception as error:
            self._fail(error)
            raise
        finally:
            self._closing = False
        if self._texts_missing and self.record.main and self._unseen():
            self._texts_missing(self, self._unseen())

    def look_at_failure(self, reader: Looks) -> None:
        """Keep what the reader is left with when a step fails."""
        self._failing = True
        try:
            reader.look()
        finally:
            self._failing = False

    def hide(self, text: str) -> str:
        """Return a text without personal data; what the guide quotes to the letter is nobody's."""
        quoted = self.guide is not None and text in quoted_texts(self.guide)
        return text if quoted else self.personal_data.hide(text)

    def skips_sentence(self, reason: str) -> None:
        """Take note that the sentence being followed cannot be, here, and why."""
        self._skipped = reason

    def end_sentence(self, sentence: StepRecord) -> None:
        """Keep that a sentence held, or was skipped."""
        sentence.status = "skipped" if self._skipped else "passed"
        sentence.reason, self._skipped = self._skipped, ""

    def finish(self, browser: str) -> None:
        """Write the record."""
        self.record.skipped = self.hide(why_skipped())
        for step in self.record.steps:
            step.reason = self.hide(step.reason)
        self.record.browser = browser
        self.record.sources = self._sources()
        self.record.seconds = round(time.perf_counter() - self._began, 3)
        write_scenario(self.path, self.record)

    def _fail(self, error: Exception) -> None:
        """Blame the guide step that the look was for, not the one that comes next."""
        own = [step for step in self.record.steps if step.guide_step == self.guide_step]
        ours = isinstance(error, NotMaskedError)
        reason = str(error) if ours else f"{type(error).__name__}: {error}"
        own[-1].status, own[-1].reason = "failed", reason

    def _lacks_something(self) -> bool:
        if self.guide is None or self.guide_step is None:
            return False
        return bool(self._unseen()) or (self._pictures and not self._has_picture())

    def _unseen(self) -> list[str]:
        """Return what the guide step quotes and has not shown."""
        if self.guide is None or self.guide_step is None:
            return []
        seen = set(self.record.texts_seen(self.guide_step))
        return [text for text in self.guide.steps[self.guide_step - 1].texts if text not in seen]

    def _has_picture(self) -> bool:
        sights = self.record.sights
        return any(sight.picture for sight in sights if sight.guide_step == self.guide_step)
