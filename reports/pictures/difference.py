"""Compares what two pictures look like, and draws where they differ."""

from pathlib import Path

from PIL import Image, ImageChops

from reports.errors import ReportsError

_PAPER = (255, 255, 255)
_MARK = (214, 0, 110)
_PALE = 0.72  # how near to paper what has not changed comes
_STRONG = 0.55  # how near to the mark what has changed comes
_GRAIN = 16  # pixels: what differs is marked in squares, or a thin line would hardly be seen


def looks_alike(old: Path, new: Path) -> bool:
    """Tell whether two pictures have the same pixels. Raises ReportsError for what is no picture.

    Their files may differ: a smaller one may hold the same.
    """
    before, after = _open(old), _open(new)
    return before.size == after.size and ImageChops.difference(before, after).getbbox() is None


def difference(old: Path, new: Path, target: Path) -> None:
    """Write a PNG with the new picture in pale, and what differs from the old one marked.

    Where only one of the two reaches, all of it differs. Raises ReportsError for what is no
    picture.
    """
    before, after = _open(old), _open(new)
    size = max(before.width, after.width), max(before.height, after.height)
    base = _on_paper(after, size)
    marked = Image.blend(base, Image.new("RGB", size, _MARK), _STRONG)
    pale = Image.blend(base, Image.new("RGB", size, _PAPER), _PALE)
    Image.composite(marked, pale, _where_they_differ(before, after, size)).save(target, "PNG")


def _where_they_differ(
    before: Image.Image, after: Image.Image, size: tuple[int, int]
) -> Image.Image:
    """Return a mask, white in every square in which at least one pixel differs."""
    differ = ImageChops.difference(_on_paper(before, size), _on_paper(after, size))
    red, green, blue = differ.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    for one in (before, after):
        if one.size != size:  # beyond an edge there is nothing to compare with
            beyond = Image.new("L", size, 255)
            beyond.paste(0, (0, 0, *one.size))
            most = ImageChops.lighter(most, beyond)
    squares = most.point(_full).reduce(_GRAIN).point(_full)
    width, height = squares.size
    return squares.resize((width * _GRAIN, height * _GRAIN), Image.Resampling.NEAREST).crop(
        (0, 0, *size)
    )


def _on_paper(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    paper = Image.new("RGB", size, _PAPER)
    paper.paste(picture)
    return paper


def _full(value: int) -> int:
    """Turn any difference, however slight, into the strongest."""
    return 255 if value else 0


def _open(path: Path) -> Image.Image:
    try:
        with Image.open(path) as opened:
            return opened.convert("RGB")
    except OSError as error:  # Pillow's own error for what is no picture is one of these
        raise ReportsError(
            f"No se pudo abrir la imagen {path} ({error}).\n"
            "  Qué hacer: si es de la última corrida, siga las guías otra vez; si es de las "
            "aprobadas, recupérela con git."
        ) from error
