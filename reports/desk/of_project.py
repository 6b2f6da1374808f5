"""The desk of a project: what the last run saw, beside what was approved."""

from pathlib import Path

from reports.desk.desk import Desk
from reports.guides.guide import read_guides
from reports.last_run import read_last_run
from reports.paths import guides_folder, rejections_file
from reports.pictures.annotate import annotate
from reports.pictures.approving import approvable, approve_pictures, who
from reports.pictures.difference import difference


def desk_of(root: Path) -> Desk:
    """Return the desk of a project."""
    return Desk(
        guides=lambda: read_guides(guides_folder(root)),
        last_run=lambda: read_last_run(root),
        states=lambda: approvable(root),
        approve=lambda pictures, by: approve_pictures(root, pictures, by),
        who=who,
        difference=difference,
        annotate=annotate,
        rejections=rejections_file(root),
    )
