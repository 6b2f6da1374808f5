"""A form that acts carries a check of whose and which it shows, and does nothing for any other.

What it would act on is what the visit opened last, in any window. The check chooses nothing: it
only tells whether that is still what the form shows.
"""

import hmac
from hashlib import sha256

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from stub_portal.domain.people import Person
from stub_portal.web.sessions import current_visit

FIELD = "cotejo"


def shown_field(person: Person, which: str) -> Markup:
    """Return the hidden field of a form that shows this person, and this appointment or slot."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, _check(person, which))


def is_shown(person: Person, which: str) -> bool:
    """Tell whether the form that was sent shows them; one without that field shows nobody."""
    sent = request.form.get(FIELD, "").encode(errors="replace")
    return hmac.compare_digest(sent, _check(person, which).encode())


def another_window(search: str) -> ResponseReturnValue:
    """Say why nothing was done, and lead to the search at that endpoint."""
    return render_template("citas/another_window.html", search=url_for(search)), 409


def _check(person: Person, which: str) -> str:
    secret = current_visit().form_token().encode()
    return hmac.new(secret, f"{person.id}\0{which}".encode(), sha256).hexdigest()
