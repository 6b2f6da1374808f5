"""Where things stand in a project."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def guides_folder(root: Path) -> Path:
    """Return the folder of the guides."""
    return root / "features" / "guias"


def out_folder(root: Path) -> Path:
    """Return the folder of what is published: the guides of the last run in which all held."""
    return root / "reports" / "out"


def run_folder(root: Path) -> Path:
    """Return the folder of the last run that came to its end, whatever it found."""
    return root / "reports" / "run"


def proof_folder(root: Path) -> Path:
    """Return the folder of the last proof that every defect is caught."""
    return root / "reports" / "prove"


def approved_folder(root: Path) -> Path:
    """Return the folder of the approved pictures."""
    return root / "reports" / "approved"


def rule_names(root: Path) -> list[str]:
    """Return the names of the rules that there are."""
    return sorted(path.stem for path in (root / "features" / "reglas").glob("*.feature"))


def rejections_file(root: Path) -> Path:
    """Return where it is noted which pictures of the last run somebody rejected."""
    return run_folder(root) / "rechazos.json"
