"""Frames and numbers: none hides another, the text that was touched, or leaves the picture."""

from collections.abc import Sequence
from itertools import combinations, product

import pytest
from PIL import Image, ImageDraw

from reports.pictures.crop import Box
from reports.pictures.frames import HALO, RADIUS, STROKE, Numbers, frames

SIZE = (2048, 900)
GROUND, INK = (250, 247, 242), (30, 30, 30)
FIELD = (400, 300, 900, 380)


def cross(one: Box, other: Box) -> bool:
    """Whether the lines of two frames meet, their corners taken as square."""
    return any(meet(*pair) for pair in product(lines(one), lines(other)))


def lines(frame: Box) -> list[Box]:
    left, top, right, bottom = frame
    return [
        (left, top, right, top + STROKE),
        (left, bottom - STROKE, right, bottom),
        (left, top, left + STROKE, bottom),
        (right - STROKE, top, right, bottom),
    ]


def discs(touched: Sequence[Box], picture: Image.Image | None = None) -> list[Box]:
    """Return the squares that the discs of the numbers take, with their halos."""
    reach = RADIUS + HALO
    picture = picture or Image.new("RGB", SIZE, GROUND)
    places = Numbers(picture, touched, frames(touched, SIZE)).places()
    return [(x - reach, y - reach, x + reach, y + reach) for x, y in places]


def meet(one: Box, other: Box) -> bool:
    return max(one[0], other[0]) < min(one[2], other[2]) and max(one[1], other[1]) < min(
        one[3], other[3]
    )


def beside(box: Box, right: int = 0, down: int = 0) -> Box:
    return box[0] + right, box[1] + down, box[2] + right, box[3] + down


def test_a_frame_stands_4_px_around() -> None:
    assert frames([FIELD], SIZE) == [(392, 292, 908, 388)]


@pytest.mark.parametrize("gap", [0, 2, 6, 10, 16, 40])
@pytest.mark.parametrize("way", ["right", "down", "left"])
def test_frames_of_neighbours_stand_apart(gap: int, way: str) -> None:
    by = {"right": (500 + gap, 0), "down": (0, 80 + gap), "left": (-500 - gap, 0)}[way]
    one, other = frames([FIELD, beside(FIELD, *by)], SIZE)
    assert not cross(one, other)


@pytest.mark.parametrize("inset", [0, 1, 4, 8, 40])
def test_frames_within_each_other_stand_apart(inset: int) -> None:
    inner = (FIELD[0] + inset, FIELD[1] + 1, FIELD[0] + 200, FIELD[3] - 1)
    one, other = frames([FIELD, inner], SIZE)
    assert not cross(one, other)


def test_what_is_touched_twice_bears_one_frame_and_two_numbers() -> None:
    assert len(set(frames([FIELD, FIELD], SIZE))) == 1
    one, other = discs([FIELD, FIELD])
    assert not meet(one, other)


def test_no_frame_leaves_the_picture() -> None:
    edge = STROKE + HALO
    everything = (edge, edge, SIZE[0] - edge, SIZE[1] - edge)
    assert frames([(0, 0, *SIZE)], SIZE) == [everything]
    for corner in ((0, 0, 50, 40), (1998, 860, 2048, 900)):
        (left, top, right, bottom) = frames([corner], SIZE)[0]
        assert edge <= left < right <= SIZE[0] - edge
        assert edge <= top < bottom <= SIZE[1] - edge


CROWDS: dict[str, list[Box]] = {
    "fields 20 px apart": [FIELD, beside(FIELD, 540), beside(FIELD, 1080)],
    "fields on top of each other": [FIELD, beside(FIELD, 0, 82), beside(FIELD, 0, 164)],
    "a row of buttons": [(x, 300, x + 90, 360) for x in range(400, 900, 96)],
    "at the edges": [(0, 300, 200, 360), (1900, 0, 2048, 60), (0, 840, 200, 900)],
    "one in another": [(300, 200, 1500, 700), FIELD],
    "one at the side of another": [(300, 200, 1500, 700), (320, 300, 900, 380)],
    "all of it, and one": [(0, 0, *SIZE), FIELD],
    "a column at the left edge": [(0, y, 60, y + 40) for y in range(100, 400, 50)],
}


@pytest.mark.parametrize("touched", CROWDS.values(), ids=CROWDS.keys())
def test_no_number_hides_a_frame_or_a_number_or_leaves_the_picture(touched: list[Box]) -> None:
    found = discs(touched)
    assert not [pair for pair in combinations(found, 2) if meet(*pair)]
    assert all(
        left >= 0 <= top and right <= SIZE[0] and bottom <= SIZE[1]
        for left, top, right, bottom in found
    )
    framed = frames(touched, SIZE)
    for index, disc in enumerate(found):
        for frame in framed[:index] + framed[index + 1 :]:
            inside = frame[0] + STROKE <= disc[0] < disc[2] <= frame[2] - STROKE
            assert inside or not meet(disc, frame), (index, frame)


@pytest.mark.parametrize("padding", [0, 4, 10, 26])
def test_no_number_hides_the_text_that_was_touched(padding: int) -> None:
    picture = Image.new("RGB", SIZE, GROUND)
    text = (FIELD[0] + padding, FIELD[1] + 24, FIELD[2] - 100, FIELD[3] - 24)
    for row in range(text[1], text[3], 2):
        ImageDraw.Draw(picture).line((text[0], row, text[2], row), INK)
    for disc in discs([FIELD, beside(FIELD, 0, 300)], picture)[:1]:
        assert not meet(disc, text)


def test_the_usual_place_is_the_middle_of_the_left_side() -> None:
    first, second = discs([FIELD, beside(FIELD, 0, 300)])
    reach = RADIUS + HALO
    assert (first[0] + reach, first[1] + reach) == (392 - 6, 340)
    assert (second[0] + reach, second[1] + reach) == (392 - 6, 640)


def test_a_line_beside_a_field_moves_no_number_but_a_text_does() -> None:
    usual = discs([FIELD, beside(FIELD, 0, 300)])[0]
    picture = Image.new("RGB", SIZE, GROUND)
    pen = ImageDraw.Draw(picture)
    pen.line((370, 0, 370, 900), INK, 2)
    pen.line((0, 340, 2048, 340), INK, 2)
    for row in range(315, 365):  # a shadow
        pen.line((340, row, 388, row), (254 - (row - 315) // 2,) * 3)
    assert discs([FIELD, beside(FIELD, 0, 300)], picture)[0] == usual
    for row in range(320, 360, 2):
        pen.line((340, row, 388, row), INK)
    assert discs([FIELD, beside(FIELD, 0, 300)], picture)[0] != usual


def test_the_number_of_what_lies_within_another_stays_within() -> None:
    outer = (300, 200, 1500, 700)
    disc = discs([outer, (320, 300, 900, 380)])[1]
    assert outer[0] < disc[0] < disc[2] < outer[2]
