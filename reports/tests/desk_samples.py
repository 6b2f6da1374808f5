"""A desk made by hand: two guides, with pictures in every state."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from reports.desk.desk import Desk
from reports.errors import ReportsError
from reports.guides.guide import Guide, read_guides
from reports.last_run import LastRun
from reports.pictures.annotate import SCALE, annotate
from reports.pictures.difference import difference
from reports.pictures.states import (
    Approved,
    Change,
    Kind,
    PictureState,
    Seen,
    State,
)
from reports.record import ScenarioRecord, TouchRecord
from reports.run_info import RunInfo
from reports.tests.samples import all_well, write_guide
from reports.verdicts import Verdict

SIZE = (480, 300)  # CSS pixels
BEFORE, NOW = (122, 21, 50), (28, 77, 64)
SIGNER = "Ana Pérez"
OTHER_GUIDE = """\
---
titulo: Recoger el recibo
subtitulo: En dos pasos
sistema: Sistema de Constancias
---

## Objetivo

Tener su recibo.

## Aviso

Es gratuito.

## Pasos

1. Elija **Recibos**.

2. Oprima **Descargar**.
"""
TOUCHES = (
    TouchRecord("«Constancias»", 40, 60, 120, 24),
    TouchRecord("el campo «Pedir*»", 40, 140, 200, 30),
)
INFO = RunInfo(datetime(2026, 11, 20, 14, 5, tzinfo=UTC), 4.2, "Chromium 156", "abc1234", ())
WAITING = ("constancia-paso-01", "constancia-paso-02", "constancia-paso-09", "recibo-paso-01")


@dataclass
class SampleProject:
    """What a desk stands on, to be changed behind its back."""

    folder: Path
    states: list[PictureState]
    verdicts: dict[str, Verdict]
    scenarios: list[ScenarioRecord] = field(default_factory=all_well)
    approved: list[tuple[str, str]] = field(default_factory=list)
    broken: str = ""

    @property
    def desk(self) -> Desk:
        """The desk of it."""
        return Desk(
            guides=self._guides,
            last_run=self._last_run,
            states=lambda: tuple(self.states),
            approve=self.approve,
            who=lambda: SIGNER,
            difference=difference,
            annotate=annotate,
            rejections=self.folder / "rechazos.json",
        )

    def approve(self, pictures: Sequence[PictureState], by: str) -> tuple[str, ...]:
        """Approve as the real one does: changed and new become current, orphans go."""
        if self.broken:
            raise ReportsError(self.broken)
        names = [picture.name for picture in pictures]
        self.approved += [(name, by) for name in names]
        kept = (state for state in self.states if not _retired(state, names))
        self.states = [
            replace(state, state=State.CURRENT, changes=()) if state.name in names else state
            for state in kept
        ]
        return tuple(names)

    def change(self, name: str, state: PictureState) -> None:
        """Put another state in the place of one, as another run would."""
        self.states = [state if one.name == name else one for one in self.states]

    def _guides(self) -> tuple[Guide, ...]:
        return read_guides(self.folder / "guias")

    def _last_run(self) -> LastRun:
        if not self.verdicts:
            raise ReportsError("Todavía no hay una corrida.\n  Qué hacer: siga las guías una vez.")
        return LastRun(self.verdicts, tuple(self.scenarios), INFO, self.folder)


def make_project(folder: Path) -> SampleProject:
    """Make two guides that hold, with pictures of every state."""
    (folder / "guias").mkdir()
    write_guide(folder / "guias")
    (folder / "guias" / "recibo.md").write_text(OTHER_GUIDE, "utf-8")
    before, now = draw(folder, "antes", BEFORE), draw(folder, "ahora", NOW)
    renamed = Change(Kind.RENAMED, "«Constancias» ahora dice «Mis constancias».")
    added = Change(Kind.ADDED, "Apareció el vínculo «Ayuda».")
    looks = Change(Kind.LOOKS, "Cambió el 3 % de la imagen, sin que cambie lo que dice.")
    states = [
        state("constancia", 3, State.CURRENT, before, before),
        state("constancia", 2, State.CHANGED, before, now, renamed, added),
        state("constancia", 1, State.NEW, None, now),
        state("constancia", 9, State.ORPHAN, before, None),
        state("recibo", 2, State.CURRENT, before, before),
        state("recibo", 1, State.CHANGED, before, now, looks),
    ]
    return SampleProject(folder, states, {"constancia": Verdict.HOLDS, "recibo": Verdict.HOLDS})


def state(
    guide: str, step: int, kind: State, old: Path | None, new: Path | None, *changes: Change
) -> PictureState:
    """Return the state of a picture of a step, with the files of what it was and what it is."""
    name = f"{guide}-paso-{step:02}"
    known = (name, guide, step, f"Pantalla {step}", ("Listo",), TOUCHES)
    seen = Seen(*known, new, "- text: Listo", "Chromium 156") if new else None
    approved = None
    if old:
        before = (*known, old, "- text: Listo", "Chromium 155")
        approved = Approved(*before, by=SIGNER, on="2026-10-05", release="v1.4")
    return PictureState(name, guide, step, kind, changes, approved, seen)


def draw(folder: Path, name: str, colour: tuple[int, int, int]) -> Path:
    """Draw a screen of one colour with a few things on it."""
    path = folder / f"{name}.png"
    path.write_bytes(_screen(colour))
    return path


@cache
def _screen(colour: tuple[int, int, int]) -> bytes:
    file = BytesIO()
    with Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), "white") as picture:
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, SIZE[0] * SCALE, 40 * SCALE), fill=colour)
        for touch in TOUCHES:
            corners = (touch.x, touch.y, touch.x + touch.width, touch.y + touch.height)
            pen.rectangle([edge * SCALE for edge in corners], fill=(230, 230, 230))
        picture.save(file, "PNG")
    return file.getvalue()


def _retired(state: PictureState, names: Sequence[str]) -> bool:
    return state.state is State.ORPHAN and state.name in names
