"""The sentences of a guide: where one ends and the next begins.

A sentence ends at a full stop, a question or exclamation mark, or an ellipsis, when what follows
begins as a sentence does; and where its paragraph ends. Colons and semicolons end none. Nothing
ends within a text in bold or between « and »: what is quoted is one thing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.guides.content import Block, Paragraph, Run, paragraphs, quoted_texts, tidied

_END = re.compile(r"[.!?…]+[\])»”’\"']*(?=\s+(?P<next>\S+))")
_BEGINS = re.compile(r"[\[({«“‘¿¡\"']*[^\W_a-záéíóúüñ]")  # a capital or a figure
_BEFORE_NAME = re.compile(
    r"\b(?:Sra?|Srta|Dra?|Lic|Ing|Arq|Mtr[oa]|Prof|Gral|Av|Blvd|Col|Esq|EE|ej|vs)\.$",
    re.IGNORECASE,
)
_BEFORE_FIGURE = re.compile(
    r"\b(?:Nos?|Núms?|n|págs?|pp?|arts?|cap|inc|frac|ext|tels?)\.$", re.IGNORECASE
)
_INITIAL = re.compile(r"[A-Z]\.")
# What may stand before a sentence and says nothing of its own.
_LABEL = re.compile(
    r"(?:Muy )?(?:Importante|Nota|Aviso|Atención|Consejo|Ejemplo|Ojo|Recuerde|Cuidado)[.!]"
)


@dataclass(frozen=True)
class GuideSentence:
    """One sentence: its words, its line in the file, and the sentence before it, "" if none.

    `informative` tells that its author marked it so.
    """

    runs: tuple[Run, ...]
    informative: bool
    before: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def line(self) -> int:
        """Where it begins in the file, counted from 1."""
        return self.runs[0].line

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that it quotes, in bold."""
        return quoted_texts((Paragraph(self.runs, self.line),))

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that it claims."""
        return tuple(dict.fromkeys(run.rule for run in self.runs if run.rule))


def sentences(content: Sequence[Block]) -> tuple[GuideSentence, ...]:
    """Return every sentence of a content, in the order of reading."""
    return tuple(one for paragraph in paragraphs(content) for one in _of_paragraph(paragraph))


def _of_paragraph(paragraph: Paragraph) -> Iterator[GuideSentence]:
    text = paragraph.text
    ends = [*_ends(text, _quotes(paragraph)), len(text)]
    marks = set(_marked(paragraph, ends))
    before = ""
    for place, (start, end) in enumerate(pairwise((0, *ends))):
        runs = _cut(paragraph, start, end)
        if runs:
            yield GuideSentence(runs, informative=place in marks, before=before)
            before = text[start:end].strip()


def _ends(text: str, quotes: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield where each sentence but the last one ends."""
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        quoted = any(first < end < last for first, last in quotes)
        so_far = text[start:end].strip()
        if not quoted and not _goes_on(so_far, found["next"]) and not _LABEL.fullmatch(so_far):
            yield end
            start = end


def _goes_on(so_far: str, following: str) -> bool:
    """Tell whether a sentence goes on after a stop, from its words so far and the next one."""
    if not _BEGINS.match(following) or _BEFORE_NAME.search(so_far):
        return True
    if _BEFORE_FIGURE.search(so_far) and any(letter.isdigit() for letter in following):
        return True
    initials = _INITIAL.fullmatch(so_far[-2:]) and _INITIAL.match(following)  # S. A. de C. V.
    return bool(initials)


def _quotes(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return where each text in bold or between « and » begins and ends."""
    text = paragraph.text
    found = [match.span() for match in re.finditer("«[^«»]*»", text)]
    bold = "".join(("B" if run.strong else " ") * len(run.text) for run in paragraph.runs)
    return found + [match.span() for match in re.finditer("B+", bold)]


def _marked(paragraph: Paragraph, ends: Sequence[int]) -> Iterator[int]:
    """Yield the place of every sentence that a mark stands in, or right behind."""
    reached = 0
    for run in paragraph.runs:
        reached += len(run.text)
        if run.informative:
            said = len(paragraph.text[:reached].rstrip())
            yield next(place for place, end in enumerate(ends) if said <= end)


def _cut(paragraph: Paragraph, start: int, end: int) -> tuple[Run, ...]:
    """Return the runs between two places of a paragraph, without marks and blanks at the ends."""
    pieces, place = [], 0
    for run in paragraph.runs:
        words = run.text[max(start - place, 0) : max(end - place, 0)]
        pieces.append(replace(run, text=words, informative=False))
        place += len(run.text)
    return tidied(pieces)
