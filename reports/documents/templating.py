"""The templates of every page, and what they may ask."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.guides.content import Note, Paragraph, as_shown

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


def environment() -> Environment:
    """Return an environment of the reports' templates; what a template shows is escaped."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"as_shown": as_shown, "css_string": css_string}
    found.tests |= {
        "paragraph": lambda block: isinstance(block, Paragraph),
        "note": lambda block: isinstance(block, Note),
    }
    return found


def css_string(text: str) -> Markup:
    """Return a text as a string of CSS, such as `content` takes, fit for a <style> element."""
    escaped = (one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text)
    return Markup('"{}"').format(Markup("").join(escaped))
