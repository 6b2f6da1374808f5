"""A small project, and a run in it, for what guides are made from."""

from pathlib import Path

from reports.guides.guide import Guide
from reports.pictures.states import Seen
from reports.record import ScenarioRecord
from reports.sources.gather import write_sources
from reports.sources.kept import Kept, read_kept
from reports.tests.samples import decides, followed

FILES = {
    "features/guias/constancia.feature": "# language: es\n",
    "features/guias/HALLAZGOS.md": "",
    "features/reglas/plazo.feature": "# language: es\n",
    "fixtures/browser.py": "",
    "reports/documents/site.py": "def write() -> None:\n    from reports.wording import say\n",
    "reports/pictures/annotate.py": "from reports.colours import INK\n",
    "reports/colours.py": "INK = 1\n",
    "reports/wording.py": "",
    "reports/templates/guia.html": "",
    "steps/portal.py": "from steps.screens import portal\n",
    "steps/screens/portal.py": "from steps.reader import (\n    Reader,\n)\nimport os\n",
    "steps/reader.py": "from steps import portal  # round in a circle\n",
    "steps/other.py": "",
    "stub_portal/app.py": "",
    "stub_portal/tests/test_app.py": "",
    "stub_portal/static/base.css": "",
    "stub_portal/templates/base.html": "{% block content %}{% endblock %}",
    "stub_portal/templates/form.html": "{% extends 'base.html' %}{% include 'line.html' %}",
    "stub_portal/templates/line.html": "{% from 'macro.html' import said %}",
    "stub_portal/templates/macro.html": "",
    "stub_portal/templates/other.html": "",
}
FIRST, SECOND = "constancia-paso-01", "constancia-paso-02"
FORM = "stub_portal/templates/form.html"


def make_project(folder: Path) -> Path:
    """Write a project with what a guide of three steps is made from."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def run() -> tuple[list[ScenarioRecord], list[Seen]]:
    """Return a run's records and pictures: the form is only come to in step 2."""
    main, rule = followed(), decides("plazo")
    first, second, _ = main.sights
    first.picture, first.sources = "1.png", ["steps/portal.py"]
    second.picture, second.sources = (
        "2.png",
        ["steps/portal.py", "stub_portal/static/base.css", FORM],
    )
    main.sources = [*second.sources]
    rule.sources = ["steps/other.py", "stub_portal/static/of_rules.css"]
    pictures = [
        Seen(name, "constancia", step, "", (), (), Path(f"record/{step}.png"), "", "Chromium 156")
        for step, name in enumerate((FIRST, SECOND), start=1)
    ]
    return [main, rule], pictures


def publish(project: Path, guide: Guide, **more: object) -> Kept:
    """Keep what the guide was made from in that run, and read it back."""
    out = project / "reports" / "out"
    out.mkdir(parents=True, exist_ok=True)
    write_sources(out, project, [guide], *run(), older=out, **more)  # type: ignore[arg-type]
    kept = read_kept(out)
    assert kept
    return kept
