"""The pages of a run: `index.html` with the verdicts, and one page a guide, fit to publish."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from PIL import Image

from reports.guides.content import Note, Paragraph, as_shown
from reports.pictures.annotate import SCALE
from reports.pictures.draw_ahead import drawn
from reports.record import ScenarioRecord, SightRecord
from reports.run_info import RunInfo
from reports.verdicts import GuideVerdict, StepVerdict, Verdict
from reports.wording import LABEL, MEANING, date_and_time, legend, seconds

_HERE = Path(__file__).parent
_FONTS = ("Regular", "Semibold", "Bold")


@dataclass(frozen=True)
class Picture:
    """A picture as a page shows it: its file, its text for who cannot see it, and its size."""

    file: str
    alt: str
    legend: tuple[str, ...]
    width: int
    height: int


def write_pages(
    folder: Path,
    record: Path,
    verdicts: Sequence[GuideVerdict],
    scenarios: Sequence[ScenarioRecord],
    info: RunInfo,
) -> None:
    """Write every page of a run, with all it needs beside it, into an empty folder."""
    _copy_static(folder)
    pictures = _place_pictures(folder, record, verdicts)
    pages = _environment()
    shared = {"info": info, "guides": verdicts, "pictures": pictures}
    rules = [scenario for scenario in scenarios if scenario.rules and not scenario.guide]
    failures = _failures(scenarios, record.relative_to(folder))
    index = pages.get_template("index.html").render(**shared, rules=rules, failures=failures)
    (folder / "index.html").write_text(index, "utf-8")
    for judged in verdicts:
        page = pages.get_template("guia.html").render(**shared, judged=judged)
        (folder / f"{judged.guide.name}.html").write_text(page, "utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "LABEL": LABEL,
        "MEANING": MEANING,
        "Verdict": Verdict,
        "date_and_time": date_and_time,
        "seconds": seconds,
    }
    environment.filters["as_shown"] = as_shown
    environment.tests |= {
        "paragraph": lambda block: isinstance(block, Paragraph),
        "note": lambda block: isinstance(block, Note),
    }
    return environment


def _failures(
    scenarios: Sequence[ScenarioRecord], record: Path
) -> dict[tuple[str, int], list[str]]:
    """Return, by guide and step, the pictures of the screens on which scenarios failed."""
    failures: dict[tuple[str, int], list[str]] = {}
    for scenario in scenarios:
        failed = scenario.failed_step
        if failed and scenario.sights and scenario.sights[-1].picture:
            picture = (record / scenario.sights[-1].picture).as_posix()
            failures.setdefault((scenario.guide, failed.guide_step or 0), []).append(picture)
    return failures


def _copy_static(folder: Path) -> None:
    shutil.copytree(_HERE / "static", folder / "static")
    fonts = files("font_source_sans_pro") / "files"
    for weight in _FONTS:
        name = f"SourceSansPro-{weight}.ttf"
        (folder / "static" / name).write_bytes((fonts / name).read_bytes())


def _place_pictures(
    folder: Path, record: Path, verdicts: Sequence[GuideVerdict]
) -> dict[str, Picture]:
    """Put every drawn picture of every guide in its place; return them by the clean one's name."""
    (folder / "imagenes").mkdir()
    return {
        sight.picture: _place(folder, record, _name(judged, step, number), sight)
        for judged in verdicts
        for step in judged.steps
        for number, sight in enumerate(step.sights, start=1)
    }


def _name(judged: GuideVerdict, step: StepVerdict, place: int) -> str:
    of_several = f"-{place}" if len(step.sights) > 1 else ""
    return f"{judged.guide.name}-paso-{step.number:02}{of_several}.png"


def _place(folder: Path, record: Path, name: str, sight: SightRecord) -> Picture:
    target = folder / "imagenes" / name
    drawn(record / sight.picture).rename(target)
    with Image.open(target) as picture:
        width, height = (pixels // SCALE for pixels in picture.size)
    names = tuple(touch.name for touch in sight.touches)
    return Picture(f"imagenes/{name}", legend(sight.title, names), names, width, height)
