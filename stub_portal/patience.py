"""How long somebody waits for others: once in all, whatever it is that they wait for."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from time import monotonic

# So long does a person wait for a page.
SECONDS = 5.0


@dataclass
class _Wait:
    left: float


_WAIT: ContextVar[_Wait | None] = ContextVar("wait", default=None)


@contextmanager
def one_wait() -> Generator[None]:
    """Have all that is waited for meanwhile be one wait, or part of the one around it."""
    token = _WAIT.set(_current())
    try:
        yield
    finally:
        _WAIT.reset(token)


@contextmanager
def waiting() -> Generator[float]:
    """Lend the seconds that are left of the wait; what passes meanwhile is gone of them."""
    wait, began = _current(), monotonic()
    try:
        yield wait.left
    finally:
        wait.left = max(0.0, wait.left - (monotonic() - began))


@contextmanager
def held(lock: Lock) -> Generator[bool]:
    """Wait for a lock and hold it, or lend False if the wait was over first."""
    with waiting() as left:
        mine = lock.acquire(timeout=left)
    try:
        yield mine
    finally:
        if mine:
            lock.release()


def _current() -> _Wait:
    return _WAIT.get() or _Wait(SECONDS)
