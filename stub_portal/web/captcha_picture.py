"""The captcha's picture, shown only to the visit that it was issued to."""

from flask import Blueprint, Response, abort

from stub_portal.web.current import current_portal
from stub_portal.web.sessions import current_visit

blueprint = Blueprint("captcha_picture", __name__, url_prefix="/citas/captcha")


@blueprint.get("/<captcha_id>.png")
def picture(captcha_id: str) -> Response:
    """Draw a captcha that can still be answered."""
    portal = current_portal()
    png = portal.captchas.picture(captcha_id, current_visit().known_form_token, portal.now())
    if png is None:
        abort(404)
    return Response(png, mimetype="image/png", headers={"Cache-Control": "no-store"})
