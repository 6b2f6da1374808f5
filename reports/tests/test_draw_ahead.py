"""Pictures are drawn while the browser works, each once, and none is missing at the end."""

import os
import re
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, UnidentifiedImageError

from reports.pictures import drawings
from reports.pictures.annotate import annotate
from reports.pictures.draw_ahead import DrawAhead
from reports.pictures.drawings import Drawings
from reports.record import TouchRecord

TOUCH = TouchRecord("«Citas»", 10, 10, 20, 10)
OTHER = TouchRecord("«Citas»", 10, 30, 20, 10)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "uno.png"
    Image.new("RGB", (120, 160), "white").save(path)
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where drawn pictures are kept."""
    return tmp_path / "imagenes"


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pictures that were really drawn, not copied."""
    names = []

    def count(clean: Path, touches: Sequence[TouchRecord], target: Path) -> None:
        names.append(clean.name)
        annotate(clean, touches, target)

    monkeypatch.setattr(drawings, "annotate", count)
    return names


def test_everything_is_drawn_when_the_block_is_left(picture: Path, kept: Path) -> None:
    with DrawAhead(kept) as ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])
    assert [path.name for path in picture.parent.iterdir() if path.is_file()] == ["uno.png"]
    expected = picture.with_name("expected.png")
    annotate(picture, [TOUCH], expected)
    assert [path.read_bytes() for path in kept.iterdir()] == [expected.read_bytes()]


def test_an_identical_picture_is_drawn_once(
    picture: Path, kept: Path, annotated: list[str]
) -> None:
    same = picture.with_name("dos.png")
    shutil.copyfile(picture, same)
    with DrawAhead(kept) as ahead:
        for path in (picture, same):
            ahead.pytest_guias_picture_kept(path, [TOUCH])
    assert annotated == ["uno.png"]
    assert len(list(kept.iterdir())) == 1


def test_other_touches_are_another_drawing(picture: Path, kept: Path, annotated: list[str]) -> None:
    same = picture.with_name("dos.png")
    shutil.copyfile(picture, same)
    with DrawAhead(kept) as ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])
        ahead.pytest_guias_picture_kept(same, [OTHER])
    assert annotated == ["uno.png", "dos.png"]
    assert len({path.read_bytes() for path in kept.iterdir()}) == 2


def test_other_pixels_are_another_drawing(picture: Path, kept: Path, annotated: list[str]) -> None:
    other = picture.with_name("dos.png")
    Image.new("RGB", (120, 160), "black").save(other)
    with DrawAhead(kept) as ahead:
        for path in (picture, other):
            ahead.pytest_guias_picture_kept(path, [TOUCH])
    assert annotated == ["uno.png", "dos.png"]


def test_what_cannot_be_drawn_is_an_error(picture: Path, kept: Path) -> None:
    picture.write_text("not a picture", "utf-8")
    ahead = DrawAhead(kept)
    with pytest.raises(UnidentifiedImageError), ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])


def test_an_error_in_the_run_is_the_one_that_counts(picture: Path, kept: Path) -> None:
    picture.write_text("not a picture", "utf-8")

    def run_that_fails() -> None:
        with DrawAhead(kept) as ahead:
            ahead.pytest_guias_picture_kept(picture, [TOUCH])
            raise KeyError(picture)

    with pytest.raises(KeyError):
        run_that_fails()


def test_the_next_run_draws_nothing_again(picture: Path, kept: Path, annotated: list[str]) -> None:
    for _ in range(2):
        with DrawAhead(kept) as ahead:
            ahead.pytest_guias_picture_kept(picture, [TOUCH])
    Drawings(kept).draw(picture, [TOUCH], target := picture.with_name("para.png"))
    assert annotated == ["uno.png"]
    assert [path.read_bytes() for path in kept.iterdir()] == [target.read_bytes()]


def test_another_way_of_drawing_draws_all_again(
    picture: Path, kept: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for style in (b"old", b"new"):
        monkeypatch.setattr(drawings, "_style", lambda style=style: style)
        with DrawAhead(kept) as ahead:
            ahead.pytest_guias_picture_kept(picture, [TOUCH])
    assert annotated == ["uno.png", "uno.png"]


def test_the_way_of_drawing_is_all_the_code_that_draws() -> None:
    folder = Path(drawings.__file__).parent
    imported = {
        name
        for module in drawings.DRAWN_BY
        for name in re.findall(
            r"from reports\.pictures\.(\w+)", (folder / module).read_text("utf-8")
        )
    }
    assert {f"{name}.py" for name in imported} | {"annotate.py"} == set(drawings.DRAWN_BY)


def test_what_nobody_asks_for_in_a_month_is_forgotten(picture: Path, kept: Path) -> None:
    days = 24 * 60 * 60
    with DrawAhead(kept) as ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])
    (asked_for,) = kept.iterdir()
    for name, age in (("lately", 29), ("long ago", 31)):
        (kept / name).touch()
        os.utime(kept / name, times=(time.time() - age * days,) * 2)
    os.utime(asked_for, times=(0, 0))
    with DrawAhead(kept) as ahead:
        ahead.pytest_guias_picture_kept(picture, [TOUCH])
    assert {path.name for path in kept.iterdir()} == {asked_for.name, "lately"}
