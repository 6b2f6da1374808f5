"""The main job as a person sees it; `python -m reports.main_job NAME...` follows some guides."""

import signal
import sys
from collections.abc import Callable, Sequence

from reports import spanish  # noqa: F401 - before click, which it translates
from reports.errors import ReportsError
from reports.other_portal.options import OtherPortal
from reports.paths import ROOT, run_folder
from reports.streams import replace_what_they_lack


def follow_all(names: Sequence[str] = ()) -> int:
    """Follow all guides or some, tell what was found, and return the exit code.

    Whoever interrupts it is told no more: what is published stays as it was.
    """
    return _until_interrupted(lambda: _follow(names))


def follow_elsewhere(portal: OtherPortal) -> int:
    """Follow guides and rules at another portal, tell what was found, and return the exit code."""
    return _until_interrupted(lambda: _follow_there(portal))


def _until_interrupted(job: Callable[[], int]) -> int:
    interrupted = []

    def interrupt(*_: object) -> None:
        interrupted.append(True)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)
    try:
        return job()
    except BaseException as error:
        if interrupted:  # whoever watches has had enough: what that broke is no news to them
            return 130
        if not isinstance(error, ReportsError):
            raise
        sys.stderr.write(f"Error: {error}\n")
        return 2


def _follow(names: Sequence[str]) -> int:
    # Imported here, so that it can be interrupted as well.
    from reports.run import follow_guides  # noqa: PLC0415
    from reports.terminal import Progress, tell  # noqa: PLC0415
    from reports.verdicts import Verdict  # noqa: PLC0415

    # The last run answers for the other guides; while there is none, all are followed.
    only = names if run_folder(ROOT).exists() else ()
    run = follow_guides(ROOT, ROOT / "reports", Progress(), only=only)
    tell(run, ROOT, only)
    return 0 if run.verdict is Verdict.HOLDS else 1


def _follow_there(portal: OtherPortal) -> int:
    from reports.other_portal import follow, terminal  # noqa: PLC0415
    from reports.terminal import Progress  # noqa: PLC0415

    run = follow.follow_elsewhere(ROOT, ROOT / "reports", Progress(), portal)
    terminal.tell_elsewhere(run, ROOT)
    return run.exit_code


if __name__ == "__main__":
    replace_what_they_lack()
    sys.exit(follow_all(sys.argv[1:]))
