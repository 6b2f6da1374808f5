"""Approves what the last run saw: the one way for the command line and for the review desk."""

import getpass
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from reports.errors import ReportsError
from reports.last_run import LastRun, read_last_run
from reports.paths import ROOT, approved_folder, guides_folder
from reports.pictures.approved import renew
from reports.pictures.of_run import states_of
from reports.pictures.states import PictureState, drifted
from reports.texts import nearest
from reports.verdicts import Verdict
from reports.wording import LABEL


def approvable(root: Path) -> tuple[PictureState, ...]:
    """Return the states of the last run's pictures beside the approved ones.

    Raises ReportsError when there has been no run, or what was approved cannot be read.
    """
    return _states(root, read_last_run(root))


def approve_names(root: Path, names: Iterable[str], by: str) -> tuple[str, ...]:
    """Approve what waits of the pictures and guides of these names, all of it at once.

    Returns the names of the pictures, by guide and step. Raises ReportsError, and then nothing is
    approved: for a name that there is not, and as `approve_pictures` does.
    """
    last = read_last_run(root)
    states = _states(root, last)
    asked = _known(names, states, last)
    chosen = [state for state in drifted(states) if state.name in asked or state.guide in asked]
    return _approve(root, last, chosen, by)


def approve_pictures(root: Path, chosen: Sequence[PictureState], by: str) -> tuple[str, ...]:
    """Approve these pictures as they are given, all of it at once; return their names.

    An orphan is taken out. Raises ReportsError, and then nothing is approved: for a guide that the
    last run did not follow to its end, for a picture that another run has replaced meanwhile, and
    when there is none.
    """
    return _approve(root, read_last_run(root), chosen, by)


def _approve(root: Path, last: LastRun, chosen: Sequence[PictureState], by: str) -> tuple[str, ...]:
    if not by.strip():
        raise ReportsError("Falta decir quién aprueba.\n  Qué hacer: agregue --como y su nombre.")
    if not chosen:
        raise ReportsError("Nada de eso espera aprobación: las imágenes están vigentes.")
    for guide in dict.fromkeys(state.guide for state in chosen):
        _check_guide(root, guide, last)
    renew(
        approved_folder(root),
        [state.seen for state in chosen if state.seen],
        [state.name for state in chosen if not state.seen],
        by=by.strip(),
        on=datetime.now().astimezone().date(),
        release=last.info.commit,
    )
    return tuple(state.name for state in chosen)


def who() -> str:
    """Return the name of who is at the computer: git's, or else the system's."""
    try:
        asked = ["git", "-C", str(ROOT), "config", "user.name"]
        done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
        name = done.stdout.strip()
    except (OSError, UnicodeDecodeError):
        name = ""
    try:
        return name or getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user: within a container, perhaps
        return ""


def _states(root: Path, last: LastRun) -> tuple[PictureState, ...]:
    holds = {name: verdict is Verdict.HOLDS for name, verdict in last.verdicts.items()}
    return states_of(approved_folder(root), last.record, last.scenarios, holds)


def _known(names: Iterable[str], states: Sequence[PictureState], last: LastRun) -> set[str]:
    """Return the names, if each is a picture's or a guide's."""
    known = {*last.verdicts, *_names(states)}
    asked = set(names)
    for name in sorted(asked - known):
        best = nearest(name, known)
        perhaps = f" ¿Quiso decir «{best}»?" if best else ""
        raise ReportsError(
            f"No hay una guía ni una imagen «{name}».{perhaps}\n"
            "  Qué hacer: vea los nombres con guias.py approve, sin nada más."
        )
    return asked


def _names(states: Sequence[PictureState]) -> Iterator[str]:
    for state in states:
        yield from (state.name, state.guide)


def _check_guide(root: Path, guide: str, last: LastRun) -> None:
    """Refuse what a guide shows unless the last run found that all of it holds."""
    verdict = last.verdicts.get(guide)
    if verdict is None and (guides_folder(root) / f"{guide}.md").exists():
        raise ReportsError(
            f"La última corrida no siguió la guía «{guide}»; no se aprobó nada.\n"
            "  Qué hacer: siga las guías otra vez, con guias.py sin nada más."
        )
    if verdict not in (None, Verdict.HOLDS):
        raise ReportsError(
            f"En la última corrida, la guía «{guide}» quedó en «{LABEL[verdict]}», y sus imágenes "
            "no se pueden aprobar; no se aprobó nada.\n  Qué hacer: vea por qué en "
            "reports/run/index.html. Las otras guías se aprueban con su nombre."
        )
