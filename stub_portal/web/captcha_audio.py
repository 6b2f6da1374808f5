"""The captcha's audio, for whoever does not see its picture; only of the visit it was issued to."""

from io import BytesIO

from flask import Blueprint, Response, abort, send_file

from stub_portal.web.current import current_portal
from stub_portal.web.sessions import current_visit

blueprint = Blueprint("captcha_audio", __name__, url_prefix="/citas/captcha")


@blueprint.get("/<captcha_id>.wav")
def audio(captcha_id: str) -> Response:
    """Speak a captcha that can still be answered; a browser may ask for a part of it."""
    portal = current_portal()
    wav = portal.captchas.audio(captcha_id, current_visit().known_form_token, portal.now())
    if wav is None:
        abort(404)
    return send_file(BytesIO(wav), "audio/wav", etag=False)
