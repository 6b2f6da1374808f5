"""The sheet "Asignación de clave de nueva cita": when there is one, its words, and its PDF."""

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import segno
from fontTools.ttLib import TTFont
from pypdf import PdfReader

import stub_portal
from stub_portal.domain.notice import NoticeRule
from stub_portal.domain.people import Person
from stub_portal.domain.refusals import (
    AlreadyCancelledError,
    AlreadyOverError,
    Refusal,
    UnknownAppointmentError,
)
from stub_portal.domain.sheet import Sheet, sheet_of
from stub_portal.seed import published_examples
from stub_portal.sheet_drawing import draw_sheet
from stub_portal.sheet_wording import BY_TELEPHONE, NOT_OFFICIAL, wording_of
from stub_portal.tests.explorer import opened
from stub_portal.tests.pdf_structure import lines_of, painted_outside, passages_of
from stub_portal.tests.visitor import ZONE, local
from stub_portal.typeface import font_file

NOTICE = NoticeRule(hours=36, enforced=True)
EXAMPLE = published_examples()[0]
IN_TIME = (
    "Puedes cancelarla con 36 horas de anticipación o más, es decir, hasta el 29/01/2024 a las "
    "01:30:00 hrs."
)
TOO_LATE = (
    "La cita se agendó con menos de 36 horas de anticipación y ya no se puede cancelar en el "
    "sistema."
)


def sheet(person: Person = EXAMPLE.person) -> Sheet:
    """Return the sheet of the Bitácora guide's live appointment."""
    return sheet_of(person, EXAMPLE.events, "CC3QZ8", local("2024-01-26 10:00"))


def drawn(one: Sheet, notice: NoticeRule = NOTICE) -> bytes:
    return draw_sheet(wording_of(one, notice, ZONE))


def page_text(content: bytes) -> str:
    (page,) = PdfReader(BytesIO(content)).pages
    return page.extract_text()


@pytest.mark.parametrize(
    ("key", "now", "refusal"),
    [
        ("Z8YP3Q", "2024-01-26 10:00", AlreadyCancelledError),
        ("CC3QZ8", "2024-01-30 13:30", AlreadyOverError),
        ("UC3QK2", "2024-01-26 10:00", UnknownAppointmentError),
    ],
)
def test_there_is_none(key: str, now: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        sheet_of(EXAMPLE.person, EXAMPLE.events, key, local(now))


def test_there_is_one_until_it_begins() -> None:
    last = local("2024-01-30 13:30") - timedelta(microseconds=1)
    one = sheet_of(EXAMPLE.person, EXAMPLE.events, "CC3QZ8", last)
    assert one == sheet()
    assert one.registered_at == local("2024-01-24 15:53:49")


def test_what_is_read_aloud() -> None:
    person = EXAMPLE.person
    name = f"{person.names} {person.first_surname} {person.second_surname}"
    assert passages_of(drawn(sheet())) == [
        ("P", "Implementación de referencia con datos ficticios"),
        ("P", "Sistema de Citas Administrativas"),
        ("H1", "Asignación de clave de nueva cita"),
        ("P", "Clave de cita: CC3QZ8"),
        ("P", "Con ella puedes volver a descargar esta hoja y cancelar la cita."),
        ("Figure", "Código QR con la clave de cita CC3QZ8"),
        ("H2", "Datos de la cita"),
        ("P", "Unidad Administrativa: UAPES No. 4"),
        ("P", "Ventanilla: 01"),
        ("P", "Fecha: 30/01/2024"),
        ("P", "Horario: 13:30-13:45 hrs"),
        ("P", "Fecha/Hora de registro: 24/01/2024 15:53:49"),
        ("H2", "Datos del derechohabiente"),
        ("P", f"Nombre completo: {name}"),
        ("P", f"CURP: {person.curp}"),
        ("P", f"RFC: {person.rfc}"),
        ("H2", "Si no puedes asistir"),
        ("P", IN_TIME),
        ("P", "En el Sistema de Citas Administrativas: en el menú «Citas», elige «Cancela cita»."),
        ("P", BY_TELEPHONE),
        ("P", NOT_OFFICIAL),
    ]


def test_nothing_stands_outside_the_structure() -> None:
    assert painted_outside(drawn(sheet())) == []


def test_what_a_reader_is_told_of_the_document() -> None:
    reader = PdfReader(BytesIO(drawn(sheet())), strict=True)
    catalog: dict[str, Any] = reader.root_object
    assert catalog["/Lang"] == "es-MX"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata: dict[str, Any] = reader.metadata or {}
    assert metadata == {
        "/Title": "Asignación de clave de nueva cita",
        "/Author": "Sistema de Citas Administrativas. Implementación de referencia con datos "
        "ficticios",
        "/CreationDate": "D:20240124155349-06'00'",
    }
    assert (reader.pages[0].mediabox.width, reader.pages[0].mediabox.height) == (612, 792)


def test_the_same_bytes_each_time() -> None:
    assert drawn(sheet()) == drawn(sheet())


def test_the_telephone_is_the_screens_own() -> None:
    with opened() as (app, _):
        line = app.jinja_env.get_template("citas/_line.html").render()
    assert f"Por teléfono: {re.sub('<[^>]+>', '', line)}" == BY_TELEPHONE


def test_the_telephone_is_written_once() -> None:
    portal = Path(stub_portal.__file__).parent
    files = [path for path in portal.rglob("*.*") if path.suffix in {".py", ".html"}]
    telling = [path for path in files if "55 4000" in path.read_text("utf-8")]
    assert [path.name for path in telling if path.parent.name != "tests"] == ["phone_line.py"]


def test_short_notice_only_warned_of() -> None:
    warning = replace(NOTICE, enforced=False)
    text = page_text(drawn(sheet(), warning))
    assert "Se pide cancelarla con 36 horas de anticipación o más" in text
    late = replace(sheet(), registered_at=local("2024-01-29 09:00"))
    text = page_text(drawn(late, warning))
    assert "se pide más, pero puedes cancelarla." in text
    assert "hasta el" not in text


def test_booked_too_late_to_cancel() -> None:
    late = replace(sheet(), registered_at=local("2024-01-29 09:00"))
    passages = [text for _, text in passages_of(drawn(late))]
    assert passages[-3:-1] == [TOO_LATE, BY_TELEPHONE]
    early = replace(late, registered_at=local("2024-01-29 01:30"))
    assert "Puedes cancelarla con 36 horas" in page_text(drawn(early))


def test_one_surname() -> None:
    person = replace(EXAMPLE.person, second_surname="")
    name = f"Nombre completo: {person.names} {person.first_surname}"
    assert ("P", name) in passages_of(drawn(sheet(person)))


def test_a_long_name_is_wrapped_and_pushes_nothing_off_the_page() -> None:
    person = replace(
        EXAMPLE.person,
        names=("María Guadalupe Concepción de los Ángeles Inmaculada " * 2)[:100].strip(),
        first_surname="Montemayor-Etchegaray" * 4 + "y" * 16,
        second_surname="de la Fuente y Sánchez de Tagle Ñáñez de Uribarri y Goycoechea " * 2,
    )
    content = drawn(sheet(person))
    lines = lines_of(content, "Nombre completo:")
    assert len(lines) > 4
    room = 612 - (22 + 22 + 48) / 25.4 * 72  # without the margins and the column of the terms
    assert max(map(width, lines)) <= room
    heights = heights_on_page(content)
    telephone = min(y for text, y in heights.items() if "hablar con un agente" in text)
    assert telephone > heights[NOT_OFFICIAL] + 20
    assert telephone < heights["Si no puedes asistir"]


def width(text: str) -> float:
    """Return how wide a value is, in points."""
    with TTFont(font_file("Semibold")) as font:
        glyphs, widths = font.getBestCmap(), font["hmtx"].metrics
        return float(sum(widths[glyphs[ord(char)]][0] for char in text)) * 11.5 / 1000


def heights_on_page(content: bytes) -> dict[str, float]:
    """Return how far above the foot of the page each piece of text stands, in points."""
    (page,) = PdfReader(BytesIO(content)).pages
    heights: dict[str, float] = {}

    def note(text: str, _cm: object, tm: list[float], *_: object) -> None:
        if text.strip():
            heights[text.strip()] = tm[5]

    page.extract_text(visitor_text=note)
    return heights


def test_the_qr_code_is_the_keys_own_with_its_quiet_zone() -> None:
    (image,) = PdfReader(BytesIO(drawn(sheet()))).pages[0].images
    assert image.image
    picture = image.image.convert("L")
    code = segno.make_qr("CC3QZ8", error="q")
    modules = [list(row) for row in code.matrix_iter(border=4)]
    side, rest = divmod(picture.width, len(modules))
    assert (rest, picture.height) == (0, picture.width)
    drawn_modules = [
        [
            int(picture.getpixel((x * side + side // 2, y * side + side // 2)) == 0)
            for x in range(len(modules))
        ]
        for y in range(len(modules))
    ]
    assert drawn_modules == modules
