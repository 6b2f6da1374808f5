"""What was found, told in the terminal, guide by guide."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from reports.lint.finding import Finding

_WIDTH = 96


def tell(guides: int, found: Sequence[Finding], say: Callable[[str], object]) -> None:
    """Say each finding with its place, what it contradicts, why it matters and what to do."""
    for name, findings in groupby(found, key=lambda finding: finding.place.file):
        say(name)
        for finding in findings:
            for line in _lines(finding):
                say(line)
        say("")
    say(summary(guides, len(found)))


def summary(guides: int, findings: int) -> str:
    """Return the last line: how much was looked at, and how much was found."""
    looked = "1 guía" if guides == 1 else f"{guides} guías"
    if not findings:
        return f"{looked}: no se encontró ninguna contradicción."
    return f"{looked}: {findings} {'hallazgo' if findings == 1 else 'hallazgos'}."


def _lines(finding: Finding) -> Iterator[str]:
    yield f"  {finding.place}: {finding.what}"
    yield from _folded("dice", finding.told)
    for place, text in finding.others:
        yield from _folded("y en", f"{place}: {text}")
    yield from _folded("importa", finding.matters)
    yield from _folded("qué hacer", finding.do)


def _folded(name: str, text: str) -> list[str]:
    return textwrap.wrap(
        f"{name + ':':<11}{text}", _WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 15,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
