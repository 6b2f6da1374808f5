"""The forms and links of a page, whatever page it is."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

_BUTTONS = {"submit", "button", "image", "reset"}
Attributes = dict[str, str]


@dataclass
class Form:
    """Where a form goes, and each field with the values that the page offers for it."""

    action: str
    method: str
    offered: dict[str, list[str]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_act(self) -> bool:
        """Whether sending it can change something: those forms ask for a captcha."""
        return "captcha" in self.offered

    def filled(self, known: dict[str, str]) -> list[tuple[str, str]]:
        """Return a value for every field: a known one, or the first that is offered."""
        pairs = []
        for name, offered in self.offered.items():
            first = next((value for value in offered if value), "")
            pairs.append((name, first if name in self.hidden else known.get(name, first)))
        return pairs


class _Page(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag in {"a", "img", "link", "audio", "source"}:
            target = known.get("href") or known.get("src") or ""
            self.links.append(urljoin(self.address, target.partition("#")[0]))
        elif tag == "form":
            action = urljoin(self.address, known.get("action") or self.address)
            self.forms.append(Form(action, known.get("method", "get").upper()))
        elif self.forms:
            self._field(self.forms[-1], tag, known)

    def _field(self, form: Form, tag: str, known: Attributes) -> None:
        name, value, kind = known.get("name", ""), known.get("value", ""), known.get("type", "")
        if tag == "option":
            form.offered[self._select].append(value)
        elif name and (tag == "button" or (tag == "input" and kind in _BUTTONS)):
            form.buttons.append((name, value))
        elif name and tag in {"input", "select", "textarea"}:
            form.offered.setdefault(name, []).extend([value] if tag == "input" else [])
            self._select = name if tag == "select" else self._select
            form.hidden |= {name} if kind == "hidden" else set()


def forms_and_links(address: str, html: str) -> tuple[list[Form], list[str]]:
    """Return a page's forms, and the addresses that it leads to or shows."""
    page = _Page(address)
    page.feed(html)
    return page.forms, page.links
