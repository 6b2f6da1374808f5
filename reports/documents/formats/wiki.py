"""A guide as Markdown, with its pictures beside it, for a wiki."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from reports.documents.document import Document, DocumentStep, Picture
from reports.documents.fit import fit_to_write
from reports.documents.formats.page import place_pictures
from reports.guides.content import Block, Bullets, Note, Paragraph, Run

_MEANT = re.compile(r"([\\`*_\[\]<>#|~&$])")  # what Markdown, or a wiki's own, would understand
_AT_THE_START = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def write_wiki(document: Document, folder: Path) -> Path:
    """Write NAME.md, and its pictures into `imagenes/`; return the file's path."""
    place_pictures(document, folder)
    path = folder / f"{document.name}.md"
    path.write_text(render_wiki(document), "utf-8", newline="\n")
    return path


def render_wiki(document: Document) -> str:
    """Return a guide as CommonMark."""
    document = fit_to_write(document)
    parts = [
        f"**{_escaped(document.system)}**",
        f"# {_escaped(document.title)}",
        _at_the_start(_escaped(document.subtitle)),
        "\n".join(f"- **{_escaped(name)}** {_escaped(value)}" for name, value in document.facts),
        f"> **{_escaped(document.draft)}**" if document.draft else "",
        "## Objetivo",
        *_blocks(document.objective),
        "## Aviso",
        *_blocks(document.notice),
        "## Pasos",
        *(_step(document, step) for step in document.steps),
        "---",
        _at_the_start(_escaped(document.colophon)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _step(document: Document, step: DocumentStep) -> str:
    parts = list(_blocks(step.content))
    for number, picture in document.figures(step):
        parts += [
            f"![{_escaped(picture.alt)}](imagenes/{quote(picture.file)})",
            _caption(number, picture),
        ]
    return _item(f"{step.number}. ", parts)


def _caption(number: int, picture: Picture) -> str:
    legend = (f" **{n}** {_escaped(name)}" for n, name in enumerate(picture.legend, start=1))
    colon = ":" if picture.legend else ""
    return f"**Figura {number}.** {_escaped(picture.caption)}{colon}{''.join(legend)}"


def _blocks(content: Sequence[Block]) -> Iterator[str]:
    for block in content:
        if isinstance(block, Paragraph):
            yield _at_the_start(_words(block.runs))
        elif isinstance(block, Note):
            lines = "\n\n".join(_blocks(block.blocks)).split("\n")
            yield "\n".join(f"> {line}".rstrip() for line in lines)
        else:
            yield _bullets(block)


def _bullets(bullets: Bullets) -> str:
    return "\n".join(_item("- ", list(_blocks(item))) for item in bullets.items)


def _item(mark: str, parts: Sequence[str]) -> str:
    """Return an item of a list: all of it stands as far in as its first word."""
    lines = "\n\n".join(parts).split("\n")
    inside = (f"{' ' * len(mark)}{line}".rstrip() for line in lines[1:])
    return "\n".join([f"{mark}{lines[0]}", *inside])


def _words(runs: Sequence[Run]) -> str:
    text = ""
    for place, run in enumerate(runs):
        following = runs[place + 1].text[:1] if place + 1 < len(runs) else ""
        text += _word(run, text[-1:], following)
    return text


def _word(run: Run, before: str, after: str) -> str:
    """Return a run with its marks, where Markdown would take them for marks."""
    leading, inside, trailing = _EDGES.fullmatch(run.text).groups()  # type: ignore[union-attr]
    marks = ("**" if run.strong else "") + ("_" if run.emphasis else "")
    text = _escaped(inside)
    if marks and inside and _stands_free(leading or before, trailing or after):
        text = f"{marks}{text}{marks[::-1]}"
    if run.link and inside:
        text = f"[{text}](<{quote(run.link, safe=':/?#[]@!$&()*+,;=%~')}>)"
    return f"{leading}{text}{trailing}"


def _stands_free(before: str, after: str) -> bool:
    return not (before[-1:].isalnum() or after[:1].isalnum())


def _escaped(text: str) -> str:
    return _MEANT.sub(r"\\\1", text)


def _at_the_start(text: str) -> str:
    """Return a paragraph that Markdown does not take for a list or a heading."""
    return _AT_THE_START.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", text)
