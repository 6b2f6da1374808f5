"""What a guide says, as plain data: no Markdown is left in it, and every format is made from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Run:
    """Some words that look and mean alike.

    `strong` words quote the screen; `rule` names the rule that decides them, `fact` the shared
    fact that they are; `link` is an address. An empty run with `informative` marks the sentence
    that it stands behind. `line` is the file's, counted from 1; it makes no difference to a reader.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    rule: str = ""
    fact: str = ""
    link: str = ""
    informative: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Paragraph:
    """Words; `line` is where they begin in the file, counted from 1."""

    runs: tuple[Run, ...]
    line: int

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Bullets:
    """A list without numbers; each item is a content of its own."""

    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True)
class Note:
    """A block quote: something that helps, beside what has to be done."""

    blocks: tuple["Block", ...]


Block = Paragraph | Bullets | Note
Content = tuple[Block, ...]


def paragraphs(content: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph, however deep it lies, in the order of reading."""
    for block in content:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Note):
            yield from paragraphs(block.blocks)
        else:
            for item in block.items:
                yield from paragraphs(item)


def runs(content: Sequence[Block]) -> Iterator[Run]:
    """Yield every run, in the order of reading."""
    for paragraph in paragraphs(content):
        yield from paragraph.runs


def quoted_texts(content: Sequence[Block]) -> tuple[str, ...]:
    """Return the texts in bold, each once; neighbours in bold are one text."""
    texts: list[str] = []
    for paragraph in paragraphs(content):
        quoting = False
        for run in (run for run in paragraph.runs if run.text):
            if run.strong and quoting:
                texts[-1] += run.text
            elif run.strong:
                texts.append(run.text)
            quoting = run.strong
    return tuple(dict.fromkeys(" ".join(text.split()) for text in texts))


def claimed_rules(content: Sequence[Block]) -> tuple[str, ...]:
    """Return the rules that are claimed, each once."""
    return tuple(dict.fromkeys(run.rule for run in runs(content) if run.rule))


def changed(content: Sequence[Block], change: Callable[[Run], Run]) -> Content:
    """Return a content with every run changed and tidied; what is left with nothing goes."""
    found = (_changed(block, change) for block in content)
    return tuple(block for block in found if _parts(block))


def _changed(block: Block, change: Callable[[Run], Run]) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(tidied(change(run) for run in block.runs), block.line)
    if isinstance(block, Note):
        return Note(changed(block.blocks, change))
    items = (changed(item, change) for item in block.items)
    return Bullets(tuple(item for item in items if item))


def _parts(block: Block) -> tuple[object, ...]:
    if isinstance(block, Paragraph):
        return block.runs
    return block.blocks if isinstance(block, Note) else block.items


def tidied(found: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs without those that say and mark nothing, nor blanks twice or at either end.

    A mark that is taken out leaves such blanks behind.
    """
    kept: list[Run] = []
    blank = True
    for run in found:
        text = run.text.lstrip() if blank else run.text
        blank = text[-1:].isspace() if text else blank
        kept.append(replace(run, text=text))
    ends = max((place for place, run in enumerate(kept) if run.text.strip()), default=0)
    kept[ends:] = [replace(run, text=run.text.rstrip()) for run in kept[ends:]]
    return tuple(run for run in kept if run.text or run.informative)


def as_shown(found: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs as a reader gets them: what looks alike is one run, and no mark is left."""
    shown: list[Run] = []
    for run in found:
        plain = replace(run, rule="", fact="", informative=False)
        if shown and replace(shown[-1], text="") == replace(plain, text=""):
            shown[-1] = replace(shown[-1], text=shown[-1].text + plain.text)
        elif plain.text:
            shown.append(plain)
    return tuple(shown)
