"""Draw the sheet: one letter-size page, tagged, the same bytes every time."""

from io import BytesIO

import segno

from stub_portal.sheet_wording import (
    FICTION,
    KEY_LABEL,
    KEY_USE,
    NOT_OFFICIAL,
    SYSTEM,
    TITLE,
    Facts,
    SheetWording,
)
from stub_portal.tagged_pdf import FAMILY, TaggedPdf

# In millimetres, as everything here but type sizes.
_MARGIN = 22.0
_LABELS = 48.0
_KEY_BOX = 50.0
_QR = 38.0
_QR_PIXELS_A_MODULE = 12

_INK = (38, 35, 31)
_SOFT_INK = (92, 86, 77)
_WINE = (125, 31, 58)
_LINE = (221, 213, 200)
_WINE_TINT = (251, 238, 241)
_GOLD, _GOLD_TINT = (90, 67, 8), (246, 236, 214)


def draw_sheet(wording: SheetWording) -> bytes:
    """Return the sheet as a PDF."""
    pdf = TaggedPdf(TITLE, f"{SYSTEM}. {FICTION}", wording.registered_at)
    pdf.set_margin(_MARGIN)
    pdf.c_margin = 0  # the texts stand as far left as the rules
    _heading(pdf)
    _key(pdf, wording)
    _section(pdf, "Datos de la cita")
    _facts(pdf, wording.appointment)
    _section(pdf, "Datos del derechohabiente")
    _facts(pdf, wording.person)
    _section(pdf, "Si no puedes asistir")
    for paragraph in wording.cancelling:
        pdf.set_y(pdf.get_y() + 1)
        with pdf.tagged("P"):
            _write(pdf, paragraph, size=11.5)
    _foot(pdf)
    return bytes(pdf.output())


def _heading(pdf: TaggedPdf) -> None:
    with pdf.artifact():
        pdf.set_fill_color(_GOLD_TINT)
        pdf.rect(0, 0, pdf.w, 10, style="F")
    pdf.set_y(2.5)
    with pdf.tagged("P"):
        _write(pdf, FICTION, size=10, bold=True, colour=_GOLD, align="C")
    pdf.set_y(19)
    with pdf.tagged("P"):
        _write(pdf, SYSTEM, size=12, bold=True, colour=_WINE)
    _rule(pdf, 26.5, _WINE, width=0.6)
    pdf.set_y(31)
    with pdf.tagged("H1"):
        _write(pdf, TITLE, size=24, bold=True)


def _key(pdf: TaggedPdf, wording: SheetWording) -> None:
    top = pdf.get_y() + 5
    with pdf.artifact():
        pdf.set_fill_color(_WINE_TINT)
        pdf.rect(_MARGIN, top, pdf.epw, _KEY_BOX, style="F")
        pdf.set_fill_color(_WINE)
        pdf.rect(_MARGIN, top, 1.5, _KEY_BOX, style="F")
    pdf.set_xy(_MARGIN + 8, top + 10)
    with pdf.tagged("P"):
        _write(pdf, f"{KEY_LABEL}:", size=12, colour=_SOFT_INK)
        pdf.set_x(_MARGIN + 8)
        _write(pdf, wording.key, size=44, bold=True, colour=_WINE)
    pdf.set_xy(_MARGIN + 8, top + 35)
    with pdf.tagged("P"):
        _write(pdf, KEY_USE, size=11.5, width=pdf.epw - _QR - 24)
    with pdf.tagged("Figure", wording.qr_alternative):
        side = pdf.w - _MARGIN - _QR - 6
        pdf.image(_qr_code(wording.key), x=side, y=top + (_KEY_BOX - _QR) / 2, w=_QR)
    pdf.set_y(top + _KEY_BOX)


def _qr_code(key: str) -> BytesIO:
    """Return the QR code of the key alone: no data of the person, no address to be led to."""
    picture = BytesIO()
    code = segno.make_qr(key, error="q")
    code.save(picture, kind="png", scale=_QR_PIXELS_A_MODULE, border=4)
    return picture


def _section(pdf: TaggedPdf, title: str) -> None:
    pdf.set_y(pdf.get_y() + 7)
    with pdf.tagged("H2"):
        _write(pdf, title, size=14, bold=True, colour=_WINE)
    pdf.set_y(pdf.get_y() + 1)


def _facts(pdf: TaggedPdf, facts: Facts) -> None:
    for term, value in facts:
        top = pdf.get_y() + 1
        pdf.set_y(top)
        with pdf.tagged("P"):
            _write(pdf, f"{term}:", size=11.5, colour=_SOFT_INK, width=_LABELS)
            pdf.set_xy(_MARGIN + _LABELS, top)
            _write(pdf, value, size=11.5, bold=True)
        _rule(pdf, pdf.get_y() + 1, _LINE, width=0.2)
        pdf.set_y(pdf.get_y() + 1)


def _foot(pdf: TaggedPdf) -> None:
    _rule(pdf, pdf.h - 20, _LINE, width=0.2)
    pdf.set_y(pdf.h - 17.5)
    with pdf.tagged("P"):
        _write(pdf, NOT_OFFICIAL, size=9.5, colour=_SOFT_INK, align="C")


def _write(
    pdf: TaggedPdf,
    text: str,
    *,
    size: float,
    bold: bool = False,
    colour: tuple[int, int, int] = _INK,
    width: float = 0,
    align: str = "L",
) -> None:
    """Write a text from where the pen is, wrapped, and go on below it."""
    pdf.set_font(FAMILY, "B" if bold else "", size)
    pdf.set_text_color(colour)
    height = size * 0.46  # 1.3 times the type size, in millimetres
    pdf.multi_cell(width, height, text, align=align, new_x="LMARGIN", new_y="NEXT")


def _rule(pdf: TaggedPdf, y: float, colour: tuple[int, int, int], width: float) -> None:
    with pdf.artifact():
        pdf.set_draw_color(colour)
        pdf.set_line_width(width)
        pdf.line(_MARGIN, y, pdf.w - _MARGIN, y)
