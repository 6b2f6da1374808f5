"""What is shown of a picture: the heading and what was touched, and no line of text cut."""

from PIL import Image, ImageDraw

from reports.pictures.crop import Box, Crop, crop_around

SCALE = 2
WIDTH = 300 * SCALE
GROUND, CARD, INK = (250, 247, 242), (255, 255, 255), (30, 30, 30)


def screen(height: int, *lines: int) -> Image.Image:
    """Return a screen with lines of text, 16 px high, at these heights; CSS pixels."""
    picture = Image.new("RGB", (WIDTH, height * SCALE), GROUND)
    for line in lines:
        letters(picture, line, line + 16)
    return picture


def letters(picture: Image.Image, top: int, bottom: int) -> None:
    """Draw what no row of repeats, as letters are."""
    for row in range(top * SCALE, bottom * SCALE):
        ImageDraw.Draw(picture).line((40, row, 50 + row * 37 % 400, row), INK)


def at(top: int, bottom: int) -> Box:
    return (40, top * SCALE, 200, bottom * SCALE)


def css(crop: Crop) -> list[tuple[float, float]]:
    return [(first / SCALE, last / SCALE) for first, last in crop.bands]


def test_what_lies_far_below_is_left_out() -> None:
    ((first, last),) = css(crop_around(screen(900, 50, 300, 700), [at(300, 316)], SCALE))
    assert first == 0
    assert 340 <= last <= 380


def test_the_heading_stays_whatever_was_touched() -> None:
    ((first, last),) = css(crop_around(screen(900, 50, 150), [at(10, 30)], SCALE))
    assert first == 0
    assert 190 <= last <= 220


def test_no_line_of_text_is_cut() -> None:
    picture = screen(900, 50, 300)
    letters(picture, 320, 500)
    ((_, last),) = css(crop_around(picture, [at(300, 316)], SCALE))
    assert 500 < last < 520


def test_no_control_is_cut_through_where_it_is_empty() -> None:
    picture = screen(900, 50, 300)
    box = (40, 330 * SCALE, 500, 430 * SCALE)
    ImageDraw.Draw(picture).rectangle(box, fill=CARD, outline=INK, width=SCALE)
    ((_, last),) = css(crop_around(picture, [at(300, 316)], SCALE))
    assert 430 < last < 460


def test_a_notice_is_shown_whole() -> None:
    picture = screen(900)
    ImageDraw.Draw(picture).rectangle((40, 200, 500, 1100), fill=CARD, outline=INK)
    ((_, last),) = css(crop_around(picture, [at(210, 230)], SCALE))
    assert 550 < last < 570


def test_the_rest_is_shown_where_little_is_left() -> None:
    picture = screen(600)
    ImageDraw.Draw(picture).rectangle((40, 200, 500, 1300), fill=CARD, outline=INK)
    assert css(crop_around(picture, [at(300, 320)], SCALE)) == [(0, 600)]


def test_a_long_list_is_cut_between_its_lines() -> None:
    lines = range(60, 4000, 40)
    picture = screen(4000, *lines)
    ImageDraw.Draw(picture).rectangle((20, 80, 590, 7990), outline=INK)  # around all of it
    ((_, last),) = css(crop_around(picture, [at(300, 316)], SCALE))
    assert 346 < last < 400
    assert all(not line - 2 < last < line + 18 for line in lines)


def test_of_many_small_things_none_is_cut_through() -> None:
    picture = screen(2000)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((10, 20, 595, 3980), fill=CARD, outline=INK)  # around all of them
    for top in range(60, 1900, 60):  # 52 px high, 8 px apart
        for left in (40, 220, 400):
            box = (left, top * SCALE, left + 160, (top + 52) * SCALE)
            pen.rectangle(box, fill=GROUND, outline=INK)
        pen.rectangle((60, (top + 4) * SCALE, 100, (top + 9) * SCALE), fill=INK)
    ((_, last),) = css(crop_around(picture, [at(310, 330)], SCALE))
    assert 360 < last < 420
    assert (last - 60) % 60 > 52


def test_what_lies_between_is_folded_away() -> None:
    picture = screen(3000, 50, *range(400, 2900, 60))
    crop = crop_around(picture, [at(400, 416), at(2200, 2216)], SCALE)
    (start, first), (second, end) = css(crop)
    assert (start, 446 <= first <= 480) == (0, True)
    assert (2120 <= second <= 2160, 2246 <= end <= 2280) == (True, True)


def test_what_is_near_is_not_folded() -> None:
    picture = screen(900, 50, 300, 700)
    touched = [at(700, 716), at(300, 316)]
    ((first, last),) = css(crop_around(picture, touched, SCALE))
    assert (first, last > 746) == (0, True)


def test_a_high_thing_is_shown_to_its_end_with_another_inside() -> None:
    ((_, last),) = css(crop_around(screen(900), [at(100, 600), at(200, 300)], SCALE))
    assert last >= 630


def test_what_is_shown_is_where_it_is_said_to_be() -> None:
    picture = screen(3000, 50, 400, 2200)
    touched = [at(400, 416), at(2200, 2216)]
    crop = crop_around(picture, touched, SCALE)
    shown = crop.of(picture)
    assert shown.width == picture.width
    for box in touched:
        assert shown.crop(crop.moved(box)).tobytes() == picture.crop(box).tobytes()
    assert shown.crop((0, 0, WIDTH, 130)).tobytes() == picture.crop((0, 0, WIDTH, 130)).tobytes()


def test_a_fold_is_seen() -> None:
    crop = Crop(((0, 200), (2000, 2200)), SCALE)
    shown = crop.of(screen(2000))
    assert shown.getpixel((WIDTH // 2, 200 + 28)) == (255, 255, 255)
    torn = {shown.getpixel((x, y)) for x in range(WIDTH) for y in range(180, 280)}
    assert torn == {GROUND, (255, 255, 255), (128, 134, 140)}
    assert {shown.getpixel((x, 170)) for x in range(WIDTH)} == {GROUND}


def test_something_that_fills_the_screen_or_lies_at_its_edge_stays_whole() -> None:
    picture = screen(700, 50)
    for touched in (at(0, 700), at(660, 700), at(300, 690)):
        assert css(crop_around(picture, [at(300, 316), touched], SCALE)) == [(0, 700)]


def test_nothing_touched_leaves_all() -> None:
    assert css(crop_around(screen(900, 50), [], SCALE)) == [(0, 900)]
