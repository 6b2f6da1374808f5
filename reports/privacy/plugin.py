"""A pytest plugin: no report shows personal data, and the run is searched for them at its end."""

import time
from collections.abc import Generator, Iterator, MutableMapping
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from reports.privacy.leaks import Leak, find_leaks
from steps.personal_data import PersonalData, kinds

_DATA = pytest.StashKey[PersonalData]()
_BEGAN = pytest.StashKey[float]()
_TROUBLES = pytest.StashKey[list[str]]()
_LEAKS = pytest.StashKey[list[Leak]]()
# What pytest-playwright would keep of the browser as it is: nothing can be covered there.
_UNMASKED = {"--tracing": "off", "--video": "off", "--screenshot": "off"}
_FROM_WORKER = "guias_never_masked"


def personal_data(config: pytest.Config) -> PersonalData:
    """Return what no report or picture of this run may show; empty when everybody is made up."""
    if _DATA not in config.stash:
        told = config.hook.pytest_guias_personal_data(config=config)
        config.stash[_DATA] = PersonalData(chain.from_iterable(told))
    return config.stash[_DATA]


def troubles(config: pytest.Config) -> list[str]:
    """Return what is wrong with how personal data were hidden, in Spanish; known at the end."""
    return config.stash.get(_TROUBLES, [])


def leaks_found(config: pytest.Config) -> list[Leak]:
    """Return which files that the run left showed personal data; they are gone by then."""
    return config.stash.get(_LEAKS, [])


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Refuse to keep what cannot be masked."""
    config.stash[_BEGAN] = time.time()
    for option, nothing in _UNMASKED.items():
        if personal_data(config) and config.getoption(option, nothing) != nothing:
            raise pytest.UsageError(
                f"{option} guardaría datos personales sin tapar. Qué hacer: quite {option}"
            )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Hide personal data in what pytest tells, in the terminal as well as in junit.xml."""
    report = yield
    data = personal_data(item.config)
    if data:
        if isinstance(report.longrepr, tuple):  # why it was skipped, and where
            path, line, reason = report.longrepr
            report.longrepr = (path, line, data.hide(reason))
        elif report.longrepr:
            report.longrepr = data.hide(str(report.longrepr))
        report.sections = [(name, data.hide(text)) for name, text in report.sections]
    return report


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Look for what was left uncovered, and take away the files that show it."""
    config = session.config
    data = personal_data(config)
    if not data:
        return
    never = kinds(data.never_masked())
    if hasattr(config, "workerinput"):
        output: MutableMapping[str, Any] = config.workeroutput  # type: ignore[attr-defined]
        output[_FROM_WORKER] = never
        return
    if never and session.exitstatus == pytest.ExitCode.OK:  # what failed told nobody's name
        _trouble(config, _never_masked(never))
    leaks = find_leaks(_left_by(config), data, config.rootpath)
    for leak in leaks:
        leak.file.unlink()
        _trouble(config, _told(leak))
    config.stash[_LEAKS] = leaks
    if leaks:
        session.exitstatus = pytest.ExitCode.INTERRUPTED
    elif troubles(config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take note of what a worker of xdist never masked."""
    never = getattr(node, "workeroutput", {}).get(_FROM_WORKER)
    if never:
        _trouble(node.config, _never_masked(never))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Tell what is wrong."""
    if troubles(config):
        terminalreporter.section("datos personales", red=True)
        for trouble in troubles(config):
            terminalreporter.line(trouble)


def _trouble(config: pytest.Config, text: str) -> None:
    config.stash.setdefault(_TROUBLES, []).append(text)


def _left_by(config: pytest.Config) -> Iterator[Path]:
    """Return the files that this run has written."""
    names = [config.getoption(name, None) for name in ("--record", "--output", "xmlpath")]
    names[0] = names[0] or config.rootpath / ".guias" / "failures"
    places = [config.invocation_params.dir / name for name in names if name]
    for place in places:
        for file in place.rglob("*") if place.is_dir() else (place,):
            # A clock of the disk may be a little behind.
            if file.is_file() and file.stat().st_mtime >= config.stash[_BEGAN] - 2:
                yield file


def _never_masked(never: str) -> str:
    return (
        f"La máscara no tapó nada en toda la corrida: {never}.\n"
        "  Qué hacer: revise que cada dato esté escrito como el portal lo muestra; si no es de "
        "nadie, quítelo."
    )


def _told(leak: Leak) -> str:
    return (
        f"El archivo {leak.file.name} mostraba {leak.kinds}, y se borró.\n"
        "  Qué hacer: revise cómo escribe el portal esos datos, y avise a quien cuida Guía Viva."
    )
