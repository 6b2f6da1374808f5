"""The captcha at the end of a form: drawn anew each time, and used up by whatever is sent."""

from collections.abc import Mapping

from stub_portal.web.current import current_portal
from stub_portal.web.forms import FieldError, required, too_long
from stub_portal.web.guessing import Guess
from stub_portal.web.sessions import current_visit

_LONGEST = 20
_WRONG = "El código captcha no coincide o ya venció. Escribe el de la nueva imagen."


def new_captcha() -> str:
    """Return the id of a captcha that only this visit can answer."""
    portal = current_portal()
    return portal.captchas.issue(current_visit().digest, portal.now())


def captcha_errors(form: Mapping[str, str]) -> list[FieldError]:
    """Use the form's captcha up, and say what is wrong with what was typed."""
    portal, digest = current_portal(), current_visit().digest
    typed = form.get("captcha", "")
    guess = Guess(portal.wrong_captchas)
    right = portal.captchas.redeem(form.get("captcha_id", ""), digest, typed, portal.now())
    missing = required("captcha", "Código captcha", typed.strip())
    if right or missing:
        guess.was_right()
        return missing
    return too_long("captcha", "Código captcha", typed, _LONGEST) or [FieldError("captcha", _WRONG)]
