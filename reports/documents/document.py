"""A guide as its readers get it: the one model that every format is written from."""

from dataclasses import dataclass
from pathlib import Path

from reports.guides.content import Content


@dataclass(frozen=True)
class Picture:
    """A picture of a step.

    `path` is the drawn PNG, at twice its size; `file` its name in a folder of pictures. `caption`
    names the screen, `legend` what the numbers on the picture mark (nothing is numbered when
    there is only one), `alt` says all of it to who cannot see. `width` and `height` are CSS pixels.
    """

    path: Path
    file: str
    caption: str
    legend: tuple[str, ...]
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class DocumentStep:
    """A numbered step, with its pictures in the order of seeing."""

    number: int
    content: Content
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Document:
    """A whole guide. `facts` are the cover's, each a name and a value.

    `draft` is the sentence that says why this is no more than a draft, "" when it is not.
    """

    name: str
    title: str
    subtitle: str
    system: str
    facts: tuple[tuple[str, str], ...]
    draft: str
    objective: Content
    notice: Content
    steps: tuple[DocumentStep, ...]
    colophon: str

    def figures(self, step: DocumentStep) -> tuple[tuple[int, Picture], ...]:
        """Return the pictures of a step with their numbers, which count through the document."""
        before = sum(len(other.pictures) for other in self.steps if other.number < step.number)
        return tuple(enumerate(step.pictures, start=before + 1))
