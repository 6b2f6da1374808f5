"""Pictures are drawn while the browser works, each once, and none is missing at the end."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, UnidentifiedImageError

from reports.pictures import draw_ahead
from reports.pictures.annotate import annotate
from reports.pictures.draw_ahead import DrawAhead, drawn
from reports.record import TouchRecord

TOUCH = TouchRecord("«Citas»", 10, 10, 20, 10)
OTHER = TouchRecord("«Citas»", 10, 30, 20, 10)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "uno.png"
    Image.new("RGB", (120, 160), "white").save(path)
    return path


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pictures that were really drawn, not copied."""
    names = []

    def count(clean: Path, touches: Sequence[TouchRecord], target: Path) -> None:
        names.append(clean.name)
        annotate(clean, touches, target)

    monkeypatch.setattr(draw_ahead, "annotate", count)
    return names


def test_everything_is_drawn_when_the_block_is_left(picture: Path) -> None:
    with DrawAhead() as ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])
    expected = picture.with_name("expected.png")
    annotate(picture, [TOUCH], expected)
    assert drawn(picture).read_bytes() == expected.read_bytes()


def test_an_identical_picture_is_drawn_once(picture: Path, annotated: list[str]) -> None:
    same = picture.with_name("dos.png")
    shutil.copyfile(picture, same)
    with DrawAhead() as ahead:
        for path in (picture, same):
            ahead.pytest_guias_picture_kept(path, [TOUCH])
    assert annotated == ["uno.png"]
    assert drawn(same).read_bytes() == drawn(picture).read_bytes()


def test_other_touches_are_another_drawing(picture: Path, annotated: list[str]) -> None:
    same = picture.with_name("dos.png")
    shutil.copyfile(picture, same)
    with DrawAhead() as ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])
        ahead.pytest_guias_picture_kept(same, [OTHER])
    assert annotated == ["uno.png", "dos.png"]
    assert drawn(same).read_bytes() != drawn(picture).read_bytes()


def test_other_pixels_are_another_drawing(picture: Path, annotated: list[str]) -> None:
    other = picture.with_name("dos.png")
    Image.new("RGB", (120, 160), "black").save(other)
    with DrawAhead() as ahead:
        for path in (picture, other):
            ahead.pytest_guias_picture_kept(path, [TOUCH])
    assert annotated == ["uno.png", "dos.png"]


def test_what_cannot_be_drawn_is_an_error(picture: Path) -> None:
    picture.write_text("not a picture", "utf-8")
    ahead = DrawAhead()
    with pytest.raises(UnidentifiedImageError), ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])


def test_an_error_in_the_run_is_the_one_that_counts(picture: Path) -> None:
    picture.write_text("not a picture", "utf-8")

    def run_that_fails() -> None:
        with DrawAhead() as ahead:
            ahead.pytest_guias_picture_kept(picture, [TOUCH])
            raise KeyError(picture)

    with pytest.raises(KeyError):
        run_that_fails()
