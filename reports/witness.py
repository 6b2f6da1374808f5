"""Who keeps the record of one scenario while the Reader goes through it."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from reports.guides.guide import Guide
from reports.record import ScenarioRecord, SightRecord, TouchRecord, write_scenario
from steps.sight import Sight


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


class ScenarioWitness:
    """Keeps what one scenario saw; only a guide's main scenario is looked at all along.

    Without `picture_kept`, only failures are photographed. `sources` tells which files of the
    project have been used up to now.
    """

    def __init__(
        self,
        record: ScenarioRecord,
        guide: Guide | None,
        path: Path,
        *,
        picture_kept: PictureKept | None,
        sources: Callable[[], list[str]],
    ) -> None:
        self.record = record
        self.guide = guide
        self.path = path
        self.guide_step: int | None = None
        self._pictures = picture_kept is not None
        self._picture_kept = picture_kept
        self._sources = sources
        self._closing = False
        self._failing = False
        self._began = time.perf_counter()

    def wants_sight(self) -> bool:
        """Tell whether what is on the screen matters to anybody."""
        followed = self.guide and self.record.main and self.guide_step is not None
        return self._failing or bool(followed and (not self._closing or self._lacks_something()))

    def wants_picture(self) -> bool:
        """Tell whether the guide step being followed still lacks a picture of what it shows."""
        return self._failing or (self._pictures and not (self._closing and self._has_picture()))

    def saw(self, sight: Sight) -> None:
        """Keep one look at the screen."""
        kept = SightRecord(self.guide_step, sight.title, list(sight.texts))
        kept.touches = [TouchRecord(**vars(touch)) for touch in sight.touches]
        if sight.picture is not None:
            kept.sources = self._sources()
            stem = f"{self.path.name}-{len(self.record.sights) + 1:02}"
            kept.picture, kept.aria = f"{stem}.png", f"{stem}.aria.yml"
            picture = self.path.with_name(kept.picture)
            picture.write_bytes(sight.picture)
            self.path.with_name(kept.aria).write_text(sight.aria, "utf-8")
            if self._picture_kept:
                self._picture_kept(picture=picture, touches=kept.touches)
        self.record.sights.append(kept)

    def begin_guide_step(self, number: int | None, reader: Looks) -> None:
        """When another guide step begins, take a last look at the one before."""
        if number != self.guide_step:
            self.close_guide_step(reader)
            self.guide_step = number
            reader.forget()  # two steps can be on one screen: each shows what it touches

    def close_guide_step(self, reader: Looks) -> None:
        """Look at what a guide step led to, unless all that it quotes has been seen."""
        self._closing = True
        reader.look()
        self._closing = False

    def look_at_failure(self, reader: Looks) -> None:
        """Keep what the reader is left with when a step fails."""
        self._failing = True
        reader.look()
        self._failing = False

    def finish(self, browser: str) -> None:
        """Write the record."""
        self.record.browser = browser
        self.record.sources = self._sources()
        self.record.seconds = round(time.perf_counter() - self._began, 3)
        write_scenario(self.path, self.record)

    def _lacks_something(self) -> bool:
        if self.guide is None or self.guide_step is None:
            return False
        quoted = set(self.guide.steps[self.guide_step - 1].texts)
        unseen = quoted - set(self.record.texts_seen(self.guide_step))
        return bool(unseen) or (self._pictures and not self._has_picture())

    def _has_picture(self) -> bool:
        sights = self.record.sights
        return any(sight.picture for sight in sights if sight.guide_step == self.guide_step)
