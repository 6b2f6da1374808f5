"""One attempt at what only the right person knows, counted before it is judged."""

from datetime import datetime
from math import ceil

from flask import request
from werkzeug.exceptions import TooManyRequests

from stub_portal.limits import Attempts
from stub_portal.safety import is_this_machine
from stub_portal.web.current import current_portal
from stub_portal.web.sessions import current_visit


class TooManyGuessesError(TooManyRequests):
    """There were too many wrong attempts; `until` is when there can be another."""

    def __init__(self, until: datetime, now: datetime) -> None:
        self.until = until
        self.seconds = ceil((until - now).total_seconds())
        super().__init__()


class Guess:
    """An attempt; it stays counted unless it is said to have been right."""

    def __init__(self, attempts: Attempts) -> None:
        """Count it, or raise TooManyGuessesError."""
        self._attempts = attempts
        self._whose = (current_visit().form_token(), _machine())
        now = current_portal().now()
        until = attempts.take(*self._whose, now)
        if until:
            raise TooManyGuessesError(until, now)

    def was_right(self) -> None:
        """Stop counting it."""
        self._attempts.give_back(*self._whose)


def _machine() -> str:
    # Not X-Forwarded-For: whoever guesses would write it themselves.
    address = request.remote_addr or ""
    return "this machine" if is_this_machine(address) else address
