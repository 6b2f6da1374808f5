"""A page of the reports, read with Python's own HTML parser."""

from html.parser import HTMLParser
from pathlib import Path

_VOID = {"meta", "link", "img", "br", "hr", "input"}
_ADDRESSES = {"src", "href", "srcset", "poster", "action", "data"}


class HtmlPage(HTMLParser):
    """Every element of a page with its attributes, and its words; ends as it begins."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(path.read_text("utf-8"))
        self.close()
        assert not self._open, f"{path.name}: never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that what closes is what was opened last."""
        opened = self._open.pop() if self._open else "nothing"
        assert opened == tag, f"{self.path.name}:{self.getpos()[0]}: </{tag}> closes {opened}"

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        """All the words, in one line."""
        return " ".join(self.words.split())

    @property
    def addresses(self) -> list[str]:
        """Every address that the page refers to."""
        return [
            value
            for _, attributes in self.elements
            for name, value in attributes.items()
            if name in _ADDRESSES
        ]


def check_self_contained(page: HtmlPage) -> None:
    """Check that a page asks nothing of anybody else, and that all it refers to is beside it."""
    for address in page.addresses:
        file, _, fragment = address.partition("#")
        if address != "data:,":
            assert ":" not in address, f"{page.path.name} refers to {address}"
            assert not address.startswith("/"), f"{page.path.name} refers to {address}"
            assert (page.path.parent / file).exists() if file else fragment, address


def check_pictures(page: HtmlPage) -> None:
    """Check that every picture has its words, its size, and its file."""
    for picture in page.all("img"):
        assert picture["alt"].strip()
        assert int(picture["width"]) > 0
        assert int(picture["height"]) > 0
        assert (page.path.parent / picture["src"]).is_file()
