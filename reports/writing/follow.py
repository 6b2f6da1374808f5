"""`python -m reports.writing.follow NAME...`: follows some guides, in a Python of its own."""

import signal
import sys

from reports import spanish  # noqa: F401 - before click, which it translates
from reports.errors import ReportsError
from reports.paths import ROOT


def main(names: list[str]) -> int:
    """Follow the guides, tell what was found as the main job does, and return the exit code."""
    interrupted = []

    def interrupt(*_: object) -> None:
        interrupted.append(True)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupt)
    try:
        return _follow(names)
    except BaseException as error:
        if interrupted:  # whoever watches has had enough: what that broke is no news to them
            return 130
        if not isinstance(error, ReportsError):
            raise
        sys.stderr.write(f"Error: {error}\n")
        return 2


def _follow(names: list[str]) -> int:
    # Imported here, so that it can be interrupted as well.
    from reports.run import follow_guides  # noqa: PLC0415
    from reports.terminal import Progress, tell  # noqa: PLC0415
    from reports.verdicts import Verdict  # noqa: PLC0415

    run = follow_guides(ROOT, ROOT / "reports", Progress(), only=names)
    tell(run, ROOT)
    return 0 if run.verdict is Verdict.HOLDS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
