"""What the slow tests share: one copy of the project."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reports.tests.document_samples import hostile_document, plain_document
from reports.tests.document_writing import Written, write
from reports.tests.project import copy_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that may be broken, as long as it is mended again."""
    return copy_project(tmp_path_factory.mktemp("proyecto"))


@pytest.fixture(scope="session")
def plain_formats(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Written:
    """A document in which everything occurs, in every format."""
    folder = tmp_path_factory.mktemp("formatos")
    return write(plain_document(folder), folder / "out", browser)


@pytest.fixture(scope="session")
def hostile_formats(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Written:
    """A document whose texts mean no good, in every format."""
    folder = tmp_path_factory.mktemp("hostiles")
    return write(hostile_document(folder), folder / "out", browser)


@pytest.fixture(params=["plain", "hostile"])
def written(
    request: pytest.FixtureRequest, plain_formats: Written, hostile_formats: Written
) -> Written:
    """Each of the two."""
    return plain_formats if request.param == "plain" else hostile_formats
