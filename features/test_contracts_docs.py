"""What people can use is told where they look first."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from reports.cli import guias

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("document", ["README.md", "LEEME.md"])
@pytest.mark.parametrize("command", sorted(guias.commands))
def test_every_command_is_documented(command: str, document: str) -> None:
    assert f"guias.py {command}" in (ROOT / document).read_text("utf-8")


@pytest.mark.parametrize("command", ["", *sorted(guias.commands)])
def test_every_option_is_documented(command: str) -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    loaded = guias.get_command(click.Context(guias), command) if command else guias
    assert loaded
    options = [
        name for param in loaded.params if isinstance(param, click.Option) for name in param.opts
    ]
    assert not [name for name in options if not re.search(rf"{name}(?![\w-])", told)]


def test_the_changelog_tells_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    told = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[{re.escape(project['version'])}\]", told, re.MULTILINE)


@pytest.mark.parametrize("document", ["README.md", "LEEME.md", "stub_portal/README.md"])
def test_links_between_pages_lead_somewhere(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\((?!https?:|#|regla:)([^)#]+)", path.read_text("utf-8"))
    assert not [link for link in links if not (path.parent / link).exists()]


def test_every_test_that_holds_a_promise_is_there() -> None:
    told = (ROOT / "stub_portal/README.md").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in ROOT.glob("*/tests/*.py"))
    named = set(re.findall(r"(?:::|`)((?:test_|Test)\w+)`", told))
    assert named
    assert not [name for name in named if not re.search(rf"\b{name}\b", code)]
