"""The last run that came to its end, as it was left in `reports/run/`."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reports.errors import ReportsError
from reports.paths import run_folder
from reports.record import ScenarioRecord, read_scenarios
from reports.run_info import RunInfo
from reports.verdicts import GuideVerdict, Verdict


@dataclass(frozen=True)
class LastRun:
    """What a run found: each guide's verdict, what was recorded, and with what it was made."""

    verdicts: dict[str, Verdict]
    scenarios: tuple[ScenarioRecord, ...]
    info: RunInfo
    record: Path


def keep_run(folder: Path, info: RunInfo, verdicts: tuple[GuideVerdict, ...]) -> None:
    """Write beside a run's record what the record does not say."""
    kept = {
        "verdicts": {judged.guide.name: judged.verdict.value for judged in verdicts},
        "info": asdict(info) | {"began": info.began.isoformat()},
    }
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    (folder / "run.json").write_text(f"{text}\n", "utf-8")


def read_last_run(root: Path) -> LastRun:
    """Read the last run of a project. Raises ReportsError when there has been none."""
    folder = run_folder(root)
    try:
        kept: dict[str, Any] = json.loads((folder / "run.json").read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError) as error:
        raise ReportsError(
            "Todavía no hay una corrida que consultar.\n"
            "  Qué hacer: siga las guías una vez, con guias.py sin nada más, y vuelva aquí."
        ) from error
    info = kept["info"]
    info["began"] = datetime.fromisoformat(info["began"])
    info["versions"] = tuple((name, number) for name, number in info["versions"])
    return LastRun(
        verdicts={name: Verdict(value) for name, value in kept["verdicts"].items()},
        scenarios=tuple(read_scenarios(folder / "record")),
        info=RunInfo(**info),
        record=folder / "record",
    )
