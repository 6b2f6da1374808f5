"""Find a person and remember who it was: how Nueva cita, Bitácora and Cancela cita begin."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from stub_portal.domain.people import Person, Search
from stub_portal.web.current import current_portal
from stub_portal.web.forms import FieldError
from stub_portal.web.guessing import Guess
from stub_portal.web.search_form import NOBODY_FOUND, field_errors, read_search
from stub_portal.web.sessions import current_visit


@dataclass(frozen=True, kw_only=True)
class SearchScreen:
    """One of the three screens with this search form.

    title: its heading; name: what the visit remembers the person under;
    here, found: the endpoints of the form and of what follows.
    """

    title: str
    name: str
    here: str
    found: str

    def serve_on(self, blueprint: Blueprint) -> None:
        """Serve the form at the blueprint's own address, as its endpoints `form` and `search`."""
        blueprint.add_url_rule("", "form", self.show)
        blueprint.add_url_rule("", "search", self.submit, methods=["POST"])

    def show(self) -> str:
        """Show the form, empty."""
        return self._render(Search(identity="", names="", first_surname=""), [], "")

    def submit(self) -> ResponseReturnValue:
        """Look the person up and go on, or show the form again with all that is wrong."""
        search = read_search(request.form)
        portal = current_portal()
        guess = Guess(portal.failed_searches)
        person = portal.find_person(search)
        if person is None:
            errors = field_errors(search)
            return self._render(search, errors, "" if errors else NOBODY_FOUND), 422
        guess.was_right()
        visit = current_visit()
        visit.renew()
        visit[self.name] = {"person": person.id}
        return redirect(url_for(self.found), 303)

    def person(self) -> Person | None:
        """Return the person this visit found here; None without one."""
        remembered = current_visit().get(self.name)
        return current_portal().person(remembered["person"]) if remembered else None

    def _render(self, search: Search, errors: list[FieldError], nobody: str) -> str:
        return render_template(
            "citas/search.html", screen=self, search=search, errors=errors, nobody=nobody
        )
