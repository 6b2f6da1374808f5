"""The boxes on a picture: where they are, and when they bear numbers."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from reports.pictures.annotate import SCALE, _font, annotate
from reports.record import TouchRecord

GREY, INK, WHITE = (230, 230, 230), (0, 87, 200), (255, 255, 255)
WIDTH, HEIGHT = 300, 900  # CSS pixels, as everything below
FIRST = TouchRecord("«Citas»", 50, 40, 100, 30)
SECOND = TouchRecord("«Bitácora»", 60, 120, 80, 20)


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.png"
    Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), GREY).save(path)
    return path


def draw(clean: Path, touches: Sequence[TouchRecord]) -> Image.Image:
    target = clean.with_name("drawn.png")
    annotate(clean, touches, target)
    with Image.open(target) as picture:
        picture.load()
        return picture.copy()


def height(picture: Image.Image) -> float:
    return picture.height / SCALE


def colour(picture: Image.Image, x: float, y: float) -> object:
    return picture.getpixel((round(x * SCALE), round(y * SCALE)))


def around_number(picture: Image.Image, touch: TouchRecord) -> Image.Image:
    """Return what is on the middle of the left side of a touch's frame, where its number goes."""
    x, y = touch.x - 7, touch.y + touch.height / 2
    left, top, right, bottom = (round(edge * SCALE) for edge in (x - 8, y - 8, x + 8, y + 8))
    return picture.crop((left, top, right, bottom))


def test_a_box_surrounds_what_was_touched(clean: Path) -> None:
    picture = draw(clean, [FIRST])
    middle_x, middle_y = 100, 55
    for x, y in ((47.5, middle_y), (152.5, middle_y), (middle_x, 37.5), (middle_x, 72.5)):
        assert colour(picture, x, y) == INK, (x, y)
    for x, y in ((45, middle_y), (155, middle_y), (middle_x, 35), (middle_x, 75)):
        assert colour(picture, x, y) == WHITE, (x, y)


def test_what_was_touched_and_all_the_rest_stay_as_they_were(clean: Path) -> None:
    picture = draw(clean, [FIRST])
    touched = picture.crop((55 * SCALE, 45 * SCALE, 145 * SCALE, 65 * SCALE))
    assert touched.getcolors() == [(touched.width * touched.height, GREY)]
    rest = picture.crop((0, 90 * SCALE, picture.width, picture.height))
    assert rest.getcolors() == [(rest.width * rest.height, GREY)]


def test_one_touch_bears_no_number(clean: Path) -> None:
    assert colour(draw(clean, [FIRST]), 36, 55) == GREY


def test_several_touches_bear_their_numbers(clean: Path) -> None:
    picture = draw(clean, [FIRST, SECOND])
    for touch in (FIRST, SECOND):
        colours = {pixel for _, pixel in around_number(picture, touch).getcolors(10_000) or []}
        assert {INK, WHITE} <= colours
    assert colour(picture, 36, 55) == INK
    assert colour(picture, 46, 130) == INK


def test_numbers_follow_the_order_of_touching(clean: Path) -> None:
    forth, back = draw(clean, [FIRST, SECOND]), draw(clean, [SECOND, FIRST])
    one = around_number(forth, FIRST).tobytes()
    assert one == around_number(back, SECOND).tobytes()
    assert one != around_number(forth, SECOND).tobytes()


def test_the_first_touched_is_number_one(clean: Path) -> None:
    third = TouchRecord("«Buscar»", 60, 180, 80, 20)
    two, three = draw(clean, [FIRST, SECOND]), draw(clean, [FIRST, SECOND, third])
    for touch in (FIRST, SECOND):
        assert around_number(two, touch).tobytes() == around_number(three, touch).tobytes()


def test_boxes_are_where_their_things_are_when_something_is_folded_away(clean: Path) -> None:
    far = TouchRecord("«Regresar»", 20, 670, 60, 20)
    picture = draw(clean, [far, FIRST])
    assert height(picture) < 400
    assert colour(picture, 50, height(picture) - 37) == INK
    assert colour(picture, 100, 37.5) == INK


def test_the_clean_picture_is_left_alone(clean: Path) -> None:
    before = clean.read_bytes()
    draw(clean, [FIRST, SECOND])
    assert clean.read_bytes() == before


def test_the_same_touches_give_the_same_bytes(clean: Path, tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        annotate(clean, [FIRST, SECOND], tmp_path / name)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_a_picture_is_the_same_whoever_opens_it(clean: Path) -> None:
    with Image.open(clean) as opened:
        picture = opened.copy()
    for x in range(picture.width):  # every column another colour: more than a palette holds
        picture.paste((x % 256, x // 256, 7), (x, 0, x + 1, picture.height))
    picture.save(clean)
    shown = draw(clean, [FIRST])
    same = (0, 0, picture.width, 30 * SCALE)
    assert (shown.mode, shown.width) == ("RGB", picture.width)
    assert shown.crop(same).tobytes() == picture.crop(same).tobytes()


def test_a_screen_takes_less_than_pillow_makes_of_it(clean: Path) -> None:
    lines = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), GREY)
    font = ImageFont.truetype(str(_font()), 32)
    pen = ImageDraw.Draw(lines)
    for line in range(20):
        pen.text((40, 80 * line), f"Sistema de Citas {line} Administrativas", INK, font)
    lines.save(clean)
    annotate(clean, [], clean.with_name("drawn.png"))
    assert clean.with_name("drawn.png").stat().st_size < 0.8 * clean.stat().st_size


def test_without_touches_the_picture_stays_whole(clean: Path) -> None:
    picture = draw(clean, [])
    assert picture.getcolors() == [(WIDTH * HEIGHT * SCALE**2, GREY)]


def test_a_box_never_leaves_the_picture(clean: Path) -> None:
    picture = draw(clean, [TouchRecord("todo", -5, 0, WIDTH + 10, HEIGHT)])
    for x, y in ((6.5, 450), (WIDTH - 7, 450), (150, 6.5), (150, HEIGHT - 7)):
        assert colour(picture, x, y) == INK, (x, y)


def test_what_was_touched_outside_the_picture_does_not_spoil_the_others(clean: Path) -> None:
    outside = TouchRecord("«Lejos»", WIDTH + 50, HEIGHT + 50, 20, 20)
    picture = draw(clean, [FIRST, outside])
    assert colour(picture, 100, 37.5) == INK
