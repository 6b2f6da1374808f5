"""A pytest plugin: a page for each failed step, beside its record; the main job writes its own."""

from pathlib import Path

import pytest

from reports.documents.formats.page import write_style
from reports.failures.pages import false_steps, page_of, write_failure_page
from reports.guides.guide import Guide
from reports.record import ScenarioRecord

NAME = "guia-viva-failure-pages"


class FailurePages:
    """Writes the pages of a scenario as soon as it has ended."""

    @pytest.hookimpl(optionalhook=True)
    def pytest_guias_scenario_ended(
        self,
        request: pytest.FixtureRequest,
        record: ScenarioRecord,
        guide: Guide | None,
        path: Path,
    ) -> None:
        """Write the pages of what failed, if anything did that should not."""
        failed = [] if request.node.get_closest_marker("defecto") else false_steps(record)
        if failed:
            write_style(path.parent)
        for step in failed:
            page = page_of(path, step)
            write_failure_page(page, path.parent, record, step, guide)


def pytest_configure(config: pytest.Config) -> None:
    """Begin to write pages."""
    config.pluginmanager.register(FailurePages(), NAME)
