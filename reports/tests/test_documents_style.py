"""The style of the guides: the same marks in the text as on the pictures."""

from collections import Counter
from pathlib import Path

from PIL import Image

from reports.documents.fonts import FACES, font_file
from reports.documents.formats.page import write_static
from reports.documents.word_styles import MARK
from reports.pictures.annotate import annotate
from reports.record import TouchRecord


def test_badges_in_the_text_have_the_colour_of_those_on_the_pictures(tmp_path: Path) -> None:
    clean, drawn = tmp_path / "clean.png", tmp_path / "drawn.png"
    Image.new("RGB", (600, 400), "white").save(clean)
    annotate(clean, [TouchRecord("uno", 60, 40, 90, 30)] * 2, drawn)
    with Image.open(drawn) as picture:
        pixels = picture.convert("RGB").tobytes()
    colours = Counter(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
    (paper, _), (ink, _) = colours.most_common(2)
    assert paper == (255, 255, 255)
    assert bytes(ink).hex().upper() == MARK
    write_static(tmp_path)
    assert f"--mark: #{MARK.casefold()};" in (tmp_path / "static/guia.css").read_text("utf-8")


def test_the_style_sheet_finds_every_face_beside_it(tmp_path: Path) -> None:
    write_static(tmp_path)
    css = (tmp_path / "static/guia.css").read_text("utf-8")
    assert "@import" not in css
    for face in FACES:
        assert f'url("{font_file(face).name}")' in css
        assert (tmp_path / "static" / font_file(face).name).is_file()
    assert css.count("url(") == len(FACES)
