"""A search engine that knows one site (both guides, step 1)."""

from flask import Blueprint, render_template, request

blueprint = Blueprint("search_engine", __name__)

# The second is how the site's own address spells it.
_KNOWN_AS = ("asissste", "asisste")


@blueprint.get("/")
def home() -> str:
    """Show the search field, or what was found."""
    query = request.args.get("q", "")
    if not query.strip():
        return render_template("search_engine/home.html")
    return render_template("search_engine/results.html", query=query, found=_finds_portal(query))


def _finds_portal(query: str) -> bool:
    return any(name in query.casefold() for name in _KNOWN_AS)
