"""`python -m reports.writing.follow NAME...`: follows some guides, in a Python of its own."""

import sys

from reports import spanish  # noqa: F401 - before click, which it translates
from reports.errors import ReportsError
from reports.paths import ROOT


def main(names: list[str]) -> int:
    """Follow the guides and tell what was found, as the main job does."""
    # Imported here: an error in the code of a run is told, too.
    from reports.run import follow_guides  # noqa: PLC0415
    from reports.terminal import Progress, tell  # noqa: PLC0415
    from reports.verdicts import Verdict  # noqa: PLC0415

    try:
        run = follow_guides(ROOT, ROOT / "reports", Progress(), only=names)
    except ReportsError as error:
        sys.stderr.write(f"Error: {error}\n")
        return 2
    tell(run, ROOT)
    return 0 if run.verdict is Verdict.HOLDS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
