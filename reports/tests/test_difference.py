"""The picture that shows what differs: pale where nothing does, marked where something does."""

from pathlib import Path

import pytest
from PIL import Image

from reports.errors import ReportsError
from reports.pictures.difference import difference, looks_alike
from reports.tests.shots import RED, png


def pixel(path: Path, x: int, y: int) -> tuple[int, ...]:
    with Image.open(path) as picture:
        found = picture.convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def is_marked(colour: tuple[int, ...]) -> bool:
    red, green, blue = colour
    return red > green + 60 and blue > green + 30


def is_pale(colour: tuple[int, ...]) -> bool:
    return max(colour) - min(colour) < 5 and min(colour) > 180


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return png(tmp_path / "old.png")


def test_only_what_differs_is_marked(tmp_path: Path, old: Path) -> None:
    new, target = tmp_path / "new.png", tmp_path / "difference.png"
    with Image.open(old) as picture:
        picture.putpixel((40, 40), (199, 200, 200))  # ever so slightly
        picture.save(new)
    difference(old, new, target)
    assert is_marked(pixel(target, 40, 40))
    assert is_pale(pixel(target, 5, 9))  # the black line, in pale
    assert is_pale(pixel(target, 20, 40))
    assert pixel(target, 5, 9) != pixel(target, 20, 40)


@pytest.mark.parametrize(
    "sizes", [((60, 48), (75, 60)), ((75, 60), (60, 48)), ((60, 70), (70, 48))]
)
def test_what_only_one_of_the_two_has_is_marked(
    tmp_path: Path, sizes: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    white = (255, 255, 255)  # as what lies beyond the edge of a picture
    old, new = (png(tmp_path / f"{place}.png", white, size) for place, size in enumerate(sizes))
    target = tmp_path / "difference.png"
    difference(old, new, target)
    with Image.open(target) as picture:
        assert picture.size == tuple(map(max, *sizes))
        right, bottom = picture.width - 1, picture.height - 1
    assert is_marked(pixel(target, right, 0))
    assert is_marked(pixel(target, 0, bottom))
    assert is_pale(pixel(target, 20, 20))


def test_the_same_picture_has_no_mark(tmp_path: Path, old: Path) -> None:
    target = tmp_path / "difference.png"
    difference(old, old, target)
    with Image.open(target) as picture:
        colours = picture.getcolors()
    assert colours
    assert all(is_pale(colour) for _, colour in colours if isinstance(colour, tuple))


def test_pixels_count_and_files_do_not(tmp_path: Path, old: Path) -> None:
    small = tmp_path / "small.png"
    with Image.open(old) as picture:
        picture.convert("RGBA").save(small, compress_level=9)
    assert small.read_bytes() != old.read_bytes()
    assert looks_alike(old, small)
    assert not looks_alike(old, png(tmp_path / "red.png", RED))
    assert not looks_alike(old, png(tmp_path / "wide.png", size=(61, 48)))


def test_what_is_no_picture_is_told(tmp_path: Path, old: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(old.read_bytes()[:60])
    for one, other in ((old, broken), (broken, old), (old, tmp_path / "none.png")):
        with pytest.raises(ReportsError, match=r"No se pudo abrir la imagen(?s:.*)Qué hacer: "):
            difference(one, other, tmp_path / "difference.png")
        with pytest.raises(ReportsError, match="No se pudo abrir la imagen"):
            looks_alike(one, other)
