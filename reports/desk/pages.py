"""The pages of the desk: what waits, one picture, and what is asked before approving many."""

from collections.abc import Callable
from typing import cast

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response

from reports.desk.decisions import LONGEST_NAME, Decisions
from reports.desk.desk import Desk
from reports.desk.shelf import Shelf
from reports.desk.table import Table, lay_out
from reports.errors import ReportsError

blueprint = Blueprint("pages", __name__)
_SIGNER = "quien"


class OpenDesk:
    """A desk while it is open."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.shelf = Shelf()
        self.decisions = Decisions(desk, self.look)

    def look(self) -> Table:
        """Return what lies on it now."""
        return lay_out(self.desk, self.shelf)


def open_desk() -> OpenDesk:
    """Return the desk that a request is for."""
    return cast("OpenDesk", current_app.extensions["desk"])


@blueprint.get("/")
def index() -> str:
    """Everything that waits, by guide."""
    return render_template("mesa.html", table=open_desk().look())


@blueprint.get("/imagenes/<name>")
def picture(name: str) -> str:
    """One picture: as it was, as it is, what differs, and what to do."""
    table = open_desk().look()
    one = table.find(name) or abort(404)
    before, after = table.around(one)
    return render_template(
        "imagen.html",
        run=table.run,
        pile=table.pile(one.picture.guide),
        one=one,
        number=table.waiting.index(one) + 1,
        count=len(table.waiting),
        before=before,
        after=after,
        next_undecided=table.next_undecided(one),
        signer=_signer(),
    )


@blueprint.post("/imagenes/<name>/aprobar")
def approve(name: str) -> Response:
    """Approve one picture, and go on to the next one."""
    shown = {name: request.form.get("mostrada", "")}
    return _decide(name, lambda by: open_desk().decisions.approve(shown, by))


@blueprint.post("/imagenes/<name>/rechazar")
def reject(name: str) -> Response:
    """Reject one picture, and go on to the next one."""
    mark, reason = request.form.get("mostrada", ""), request.form.get("motivo", "")
    return _decide(name, lambda by: open_desk().decisions.reject(name, mark, reason, by))


@blueprint.get("/aprobar")
@blueprint.get("/guias/<guide>/aprobar")
def ask(guide: str = "") -> str | Response:
    """Ask before many are approved, with all of them in sight."""
    table = open_desk().look()
    pile = table.pile(guide)
    if guide and not pile:
        abort(404)
    asked = table.undecided(guide)
    if not asked:
        flash("No hay nada que aprobar.", "refused")
        return redirect(url_for("pages.index"), 303)
    return render_template("confirmar.html", table=table, pile=pile, asked=asked, signer=_signer())


@blueprint.post("/aprobar")
@blueprint.post("/guias/<guide>/aprobar")
def approve_many(guide: str = "") -> Response:  # noqa: ARG001  # the form says which ones
    """Approve all that was in sight."""
    pairs = (shown.partition(" ") for shown in request.form.getlist("mostrada"))
    shown = {name: mark for mark, _, name in pairs}
    _act(lambda by: open_desk().decisions.approve(shown, by))
    return redirect(url_for("pages.index"), 303)


def _decide(name: str, act: Callable[[str], str]) -> Response:
    following = request.form.get("siguiente", "")
    stay = not _act(act) and open_desk().look().find(name)
    if stay or following:
        return redirect(url_for("pages.picture", name=name if stay else following), 303)
    return redirect(url_for("pages.index"), 303)


def _act(act: Callable[[str], str]) -> bool:
    """Do it in the person's name, and tell how that went; return whether it was done."""
    by = request.form.get("quien", "")
    if by.strip():
        session[_SIGNER] = by[:LONGEST_NAME]
    try:
        flash(act(by), "done")
    except ReportsError as error:
        flash(str(error), "refused")
        return False
    return True


def _signer() -> str:
    """Return who signs: as written last, or as this machine knows them."""
    return str(session.get(_SIGNER) or open_desk().desk.who())
