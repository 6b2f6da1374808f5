"""Pictures made by hand, a screen in a few lines, and a run that took them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from PIL import Image

from reports.last_run import keep_run
from reports.paths import guides_folder, run_folder
from reports.pictures.approved import renew
from reports.pictures.seen import seen_pictures
from reports.pictures.states import Seen
from reports.record import ScenarioRecord, TouchRecord, read_scenarios, write_scenario
from reports.run_info import RunInfo
from reports.tests.samples import all_well, read
from reports.tests.screens import SCREEN
from reports.verdicts import judge

GREY, RED = (200, 200, 200), (200, 0, 0)
BROWSER = "Chromium 156"
TOUCHES = (TouchRecord("el campo «Nombre*»", 10, 10, 40, 10), TouchRecord("«Pedir»", 10, 30, 20, 8))


def png(path: Path, colour: tuple[int, int, int] = GREY, size: tuple[int, int] = (60, 48)) -> Path:
    """Write a PNG of one colour with a black line: as a browser's, not as small as can be."""
    picture = Image.new("RGB", size, colour)
    picture.paste((0, 0, 0), (4, 8, 30, 10))
    picture.save(path, compress_level=0)
    return path


def shot(folder: Path, step: int = 2, aria: str = SCREEN) -> Seen:
    """Return a picture of a guide's step, in a folder."""
    name = f"constancia-paso-{step:02}"
    picture = png(folder / f"{name}.png", (200, 200, 10 * step))
    taken = sha256(picture.read_bytes()).hexdigest()
    title = "Pedir una constancia · Constancias"
    return Seen(name, "constancia", step, title, ("Pedir",), TOUCHES, picture, aria, BROWSER, taken)


def repainted(picture: Seen, colour: tuple[int, int, int] = RED) -> Seen:
    """Return the same picture in another colour."""
    path = png(picture.picture.with_name(f"{picture.name}-otra.png"), colour)
    return replace(picture, picture=path, taken=sha256(path.read_bytes()).hexdigest())


def approve_all(root: Path, browser: str = BROWSER) -> None:
    """Approve every picture of the last run of a project, as if it had been in that browser."""
    record = run_folder(root) / "record"
    seen = [replace(one, browser=browser) for one in seen_pictures(record, read_scenarios(record))]
    folder = root / "reports" / "approved"
    renew(folder, seen, (), by="Ana", on=date(2026, 11, 20), release="abc123")


def leave_run(
    root: Path,
    scenarios: Sequence[ScenarioRecord] | None = None,
    screens: Mapping[int, str] | None = None,
) -> None:
    """Write the last run of a project of one guide; `screens` are ARIA snapshots by step."""
    guides, record = guides_folder(root), run_folder(root) / "record"
    guides.mkdir(parents=True, exist_ok=True)
    record.mkdir(parents=True, exist_ok=True)
    guide = read(guides)
    kept = list(scenarios or all_well())
    for number, scenario in enumerate(kept):
        scenario.browser = BROWSER
        for sight in scenario.sights:
            sight.picture = f"{number}-{sight.guide_step}.png"
            sight.aria = f"{number}-{sight.guide_step}.aria.yml"
            png(record / sight.picture)
            aria = (screens or {}).get(sight.guide_step or 0, SCREEN)
            (record / sight.aria).write_text(aria, "utf-8")
        write_scenario(record / str(number), scenario)
    info = RunInfo(datetime(2026, 11, 20, tzinfo=UTC), 1.5, BROWSER, "abc123", ())
    keep_run(run_folder(root), info, (judge(guide, kept),))
