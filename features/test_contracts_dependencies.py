"""What the code imports is declared, and what is declared is pinned."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from features.test_contracts import ROOMS, ROOT, all_python_files, imported

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DECLARED = [Requirement(line) for line in PROJECT["dependencies"]]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def test_what_is_imported_is_declared() -> None:
    declared = {canonicalize_name(one.name) for one in DECLARED}
    known = {*sys.stdlib_module_names, *ROOMS, "guias"}
    packages = {
        module.split(".")[0] for path in all_python_files() for _, module in imported(path)
    } - known
    distributions = packages_distributions()
    wrong = [
        package
        for package in sorted(packages)
        if not declared & {canonicalize_name(name) for name in distributions.get(package, ())}
    ]
    assert packages
    assert not wrong, f"declare in pyproject.toml what brings {wrong}"


@pytest.mark.parametrize("wanted", DECLARED, ids=lambda wanted: wanted.name)
def test_what_is_declared_is_pinned_at_a_version_that_it_allows(wanted: Requirement) -> None:
    name = re.escape(canonicalize_name(wanted.name))
    pinned = re.findall(rf"^{name}==([^\s;]+)", LOCK, re.MULTILINE)
    assert pinned, f"{wanted.name} is not in requirements.lock"
    assert all(version in wanted.specifier for version in pinned), pinned
