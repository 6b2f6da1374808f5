"""The captcha at the end of a form: drawn anew each time, and used up by whatever is sent."""

from collections.abc import Mapping

from flask import request

from stub_portal.captcha import Attempt
from stub_portal.web.current import current_portal
from stub_portal.web.forms import FieldError, required, too_long
from stub_portal.web.guessing import Guess
from stub_portal.web.sessions import current_visit

_LONGEST = 20
_WRONG = "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."


def new_captcha() -> str:
    """Return the id of a captcha that only this visit can answer, also once it was renewed.

    That of the form that asks for another, or was refused, serves no longer.
    """
    portal, replaced = current_portal(), request.form.get("captcha_id", "")
    return portal.captchas.issue(current_visit().form_token(), portal.now(), replaced)


def captcha_errors(form: Mapping[str, str]) -> list[FieldError]:
    """Use the form's captcha up, and say what is wrong with what was typed."""
    portal, visit = current_portal(), current_visit().form_token()
    typed = form.get("captcha", "")
    long = too_long("captcha", "Código captcha", typed, _LONGEST)
    guess = Guess(portal.wrong_captchas)
    judged = "" if long else typed  # which would be right with any number of blanks
    attempt = portal.captchas.redeem(form.get("captcha_id", ""), visit, judged, portal.now())
    missing = required("captcha", "Código captcha", typed.strip())
    # Whoever sends a form twice, by a double click or going back, does not guess.
    if missing or attempt is not Attempt.WRONG:
        guess.was_right()
    if missing or attempt is Attempt.RIGHT:
        return missing
    return long or [FieldError("captcha", _WRONG)]
