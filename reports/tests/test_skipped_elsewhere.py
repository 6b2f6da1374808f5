"""What cannot be tried with the data of those who read at another portal: a whole run, without it.

No browser: the sentences only change a text that is not there.
"""

import os
from pathlib import Path

import pytest

from reports.record import ScenarioRecord, read_scenarios
from reports.verdicts import Verdict, decision

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]
CONFTEST = """
from types import SimpleNamespace
from pytest_bdd import parsers, when
from fixtures.elsewhere.data_file import PortalData
from fixtures.elsewhere.deployed import PORTAL
from fixtures.elsewhere.portal_url import portal_url
from steps.changes import changed

pytest_plugins = [
    "fixtures.tags", "fixtures.elsewhere.sentences", "fixtures.elsewhere.summary",
    "reports.recorder",
]

def pytest_addoption(parser):
    parser.addoption("--elsewhere", action="store_true")
    parser.addoption("--tracing", default="off")

def pytest_configure(config):
    if config.getoption("--elsewhere"):
        url = portal_url("https://portal.ejemplo.mx/")
        config.stash[PORTAL] = SimpleNamespace(data=PortalData(), url=url)

@when(parsers.parse('escribe "{text}" con "{change}"'))
def types(text, change):
    changed(text.strip("-"), change)

@when("no puede")
def fails():
    raise ValueError("no puede")
"""
FEATURE = """
# language: es
@regla:espacios
Característica: Espacios

  Escenario: Sin segundo apellido
    Cuando escribe "-" con "un espacio al principio"
    Y escribe "Gil" con "todo en mayúsculas"

  Escenario: Con él
    Cuando escribe "Gil" con "un espacio al principio"
"""
FAILS = """
  Escenario: Lo que falla por otra cosa
    Cuando no puede
"""


def followed(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, feature: str, *words: str
) -> tuple[pytest.RunResult, dict[str, ScenarioRecord]]:
    """Follow a feature; return what pytest says, and the records by the scenarios' names."""
    monkeypatch.setenv("PYTHONPATH", os.fspath(ROOT))
    pytester.makeconftest(CONFTEST)
    pytester.makeini("[pytest]\nmarkers =\n  guia(name)\n  regla(name)\n")
    pytester.path.joinpath("una.feature").write_text(feature.lstrip(), "utf-8")
    pytester.makepyfile("from pytest_bdd import scenarios\nscenarios('una.feature')")
    plain = ("--disable-plugin-autoload", "-p", "pytest_bdd.plugin", "--record=rec")
    done = pytester.runpytest_subprocess(*plain, *words)
    return done, {one.name: one for one in read_scenarios(pytester.path / "rec")}


def test_what_their_data_leave_no_room_for_is_skipped_told_and_nobodys_fault(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, records = followed(pytester, monkeypatch, FEATURE, "--elsewhere")
    done.assert_outcomes(passed=1, skipped=1)
    without = records["Sin segundo apellido"]
    assert without.skipped.startswith(
        "con los datos de esa persona no se puede probar: ese dato no admite «un espacio al "
        "principio». Qué hacer: "
    )
    assert [step.status for step in without.steps] == ["not_reached"] * 2
    assert decision(without) is Verdict.UNCHECKED
    assert decision(records["Con él"]) is Verdict.HOLDS
    done.stdout.fnmatch_lines(["*Escenarios seguidos: 1; omitidos: 1.", f"*1  {without.skipped}"])


def test_all_else_that_goes_wrong_there_is_an_error(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, records = followed(pytester, monkeypatch, FEATURE + FAILS, "--elsewhere")
    done.assert_outcomes(passed=1, skipped=1, failed=1)
    assert records["Lo que falla por otra cosa"].failed_step


def test_on_the_stub_a_change_that_changes_nothing_is_an_error(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, records = followed(pytester, monkeypatch, FEATURE)
    done.assert_outcomes(passed=1, failed=1)
    assert records["Sin segundo apellido"].failed_step
