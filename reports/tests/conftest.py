"""What the slow tests share: one copy of the project."""

from pathlib import Path

import pytest

from reports.tests.project import copy_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that may be broken, as long as it is mended again."""
    return copy_project(tmp_path_factory.mktemp("proyecto"))
