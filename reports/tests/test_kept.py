"""What takes long to make is made once, and what nobody asks for is not kept for ever."""

from pathlib import Path

import pytest

from reports.documents.kept import Kept


class Maker:
    """Counts how often it is asked to make something."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        """Make it."""
        self.times += 1
        return b"hecho"


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(2):
        with Kept(tmp_path / "formatos") as kept:
            assert kept.get("a.pdf", make) == b"hecho"
    assert make.times == 1


def test_what_nobody_asked_for_is_removed(tmp_path: Path) -> None:
    with Kept(tmp_path) as kept:
        kept.get("a.pdf", Maker())
        kept.get("b.pdf", Maker())
    with Kept(tmp_path) as kept:
        kept.get("b.pdf", Maker())
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]


def test_nothing_is_removed_when_something_went_wrong(tmp_path: Path) -> None:
    with Kept(tmp_path) as kept:
        kept.get("a.pdf", Maker())
    with pytest.raises(RuntimeError), Kept(tmp_path):
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_what_could_not_be_made_is_not_kept(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise RuntimeError

    with Kept(tmp_path) as kept:
        with pytest.raises(RuntimeError):
            kept.get("a.pdf", fail)
        assert kept.get("a.pdf", Maker()) == b"hecho"
