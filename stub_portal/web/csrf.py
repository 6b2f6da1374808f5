"""No other site can send a form of this portal: every form carries a secret of its visit."""

from hmac import compare_digest

from flask import request
from markupsafe import Markup
from werkzeug.exceptions import BadRequest

from stub_portal.web.control_name import NAME as CONTROL
from stub_portal.web.sessions import current_visit

FIELD = "csrf"
_CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
# What browsers say of a request that no other site began; a few say nothing.
_OUR_OWN = frozenset({"same-origin", "none", ""})


class StaleFormError(BadRequest):
    """The form is not one that this visit was shown."""


def csrf_field() -> Markup:
    """Return the hidden field that every form with method "post" holds.

    It begins the visit, or has it last its whole time again: a form that is shown can be sent.
    """
    visit = current_visit()
    visit.extend()
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, visit.form_token())


def check() -> None:
    """Refuse whatever would change something and did not come from a form of this visit."""
    if request.routing_exception or request.method in _CHANGES_NOTHING:
        return
    if request.blueprint == CONTROL:  # which has no forms, and asks for a token of its own
        return
    expected = current_visit().known_form_token
    sent = request.form.get(FIELD, "")
    ours = request.headers.get("Sec-Fetch-Site", "") in _OUR_OWN
    same = compare_digest(sent.encode(errors="replace"), expected.encode())
    if not (expected and same and ours):
        raise StaleFormError
