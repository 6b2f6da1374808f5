"""The sheet "Asignación de clave de nueva cita" as a file, at addresses that tell nothing."""

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from stub_portal.domain.people import Person
from stub_portal.domain.refusals import Refusal
from stub_portal.sheet_wording import wording_of
from stub_portal.web.current import current_portal

# Without the key or the name: it stays in the browser's list of downloads.
FILE_NAME = "asignacion-de-clave-de-nueva-cita.pdf"


def send_sheet(person: Person, key: str) -> Response:
    """Return the sheet of an appointment, or raise the Refusal that says why there is none."""
    # fpdf2 takes a seventh of a second to import, and most visits ask for no sheet.
    from stub_portal.sheet_drawing import draw_sheet  # noqa: PLC0415

    portal = current_portal()
    sheet = portal.sheet(person, key)
    pdf = draw_sheet(wording_of(sheet, portal.notice, portal.settings.zone))
    as_file = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return Response(pdf, mimetype="application/pdf", headers=as_file)


def sheet_or(otherwise: str, person: Person | None, key: str | None) -> ResponseReturnValue:
    """Return the sheet, or the way to that endpoint when there is none or none any more."""
    try:
        if person and key:
            return send_sheet(person, key)
    except Refusal:
        pass
    return redirect(url_for(otherwise), 303)
