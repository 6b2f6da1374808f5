"""Where a portal has no search engine to look for it with (all guides, step 1)."""

from typing import Protocol

_REASON = "aquí no hay buscador con que buscar el portal; se llegó a él por su dirección"


class SkipsSentences(Protocol):
    """Whoever keeps the record, as far as sentences that are skipped go."""

    def skips_sentence(self, reason: str) -> None:
        """Take note that the sentence being followed cannot be, here; `reason` is Spanish."""


class NoSearchEngine:
    """Stands for the search engine, and says of each sentence about it that it is skipped."""

    def __init__(self, witness: SkipsSentences) -> None:
        self._witness = witness

    def search(self, words: str) -> None:
        """Look for nothing."""
        self._skip(words)

    def sees_result(self, title: str, address: str) -> None:
        """See nothing."""
        self._skip(title, address)

    def choose(self, title: str) -> None:
        """Choose nothing: the portal is open already."""
        self._skip(title)

    def _skip(self, *_: str) -> None:
        self._witness.skips_sentence(_REASON)
