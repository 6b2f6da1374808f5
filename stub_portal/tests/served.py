"""A portal in a process of its own, which can be killed at any moment of its work."""

import os
import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection as Report
from threading import Lock, Thread, local
from typing import Any

from sqlalchemy import Connection, Engine, Pool, event

from stub_portal import Settings, captcha, create_app, patience, run_forever
from stub_portal.tests.visitor import StillClock

# A fork of a process that has imported everything starts in milliseconds. Windows has none.
_PROCESSES: Any = get_context("spawn" if sys.platform == "win32" else "forkserver")
_PROCESSES.set_forkserver_preload([__name__])
# Windows ends a process at once whatever the signal.
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
# Seconds. Those who ask wait for 30.
_UNTIL_IT_ANSWERS = 30
_LONGER_THAN_A_SLOW_DISK = 20
# The answers stay with the server: this one gives the same to everybody.
ANSWER = "AAAAA"


class _Sentence:
    """When to die: after so many more moments; or commits, and so many seconds later.

    Both processes see it.
    Without their locks, which a process that is killed might never give back.
    """

    def __init__(self) -> None:
        self.left = _PROCESSES.Value("i", 0, lock=False)
        self.delay = _PROCESSES.Value("d", 0, lock=False)


class Served:
    """The process, and how to have it killed."""

    def __init__(self, database_url: str) -> None:
        self._sentence = _Sentence()
        here, there = _PROCESSES.Pipe(duplex=False)
        self._process = _PROCESSES.Process(
            target=_serve, args=(database_url, there, self._sentence), daemon=True
        )
        self._process.start()
        there.close()
        assert here.poll(_UNTIL_IT_ANSWERS), "the portal did not start"
        self.address: str = here.recv()

    def die_at(self, moment: int) -> None:
        """Have it killed at that moment from now on.

        Moments are before every statement and commit, and after every commit, of transactions
        that write: while one reads, the database is as the last one left it.
        """
        self._sentence.left.value = moment

    def die_in(self, commit: int, delay: float) -> None:
        """Have it killed so many seconds after that commit from now on has begun."""
        self._sentence.delay.value = delay
        self._sentence.left.value = commit

    def lives_on(self) -> bool:
        """Take the order to die back, and tell whether it came too late for that."""
        left: int = self._sentence.left.value
        self._sentence.left.value = 0
        return left > 0

    def kill(self) -> None:
        """Kill it now, wherever it is."""
        self._process.kill()
        self._process.join()


@contextmanager
def served(database_url: str) -> Generator[Served]:
    """Serve the portal that is in a database, and kill it at the end at the latest."""
    process = Served(database_url)
    try:
        yield process
    finally:
        process.kill()


def _serve(database_url: str, report: Report, sentence: _Sentence) -> None:
    captcha.ALPHABET = ANSWER[0]
    patience.SECONDS = _LONGER_THAN_A_SLOW_DISK
    _Executioner(sentence).listen()
    app = create_app(Settings(database_url=database_url), StillClock("2024-01-25 09:00"))
    run_forever(app, report.send, port=0)


class _Executioner:
    """Carries the sentence out, in the portal's own process."""

    def __init__(self, sentence: _Sentence) -> None:
        self._sentence = sentence
        self._counting = Lock()
        self._thread = local()

    def listen(self) -> None:
        """Hear of every transaction from now on."""
        event.listen(Engine, "before_cursor_execute", self._before_statement)
        event.listen(Engine, "commit", self._before_commit)
        event.listen(Pool, "checkin", self._after_transaction)

    def _before_statement(self, connection: Connection, *_: Any) -> None:
        if connection.get_execution_options().get("writes"):
            self._moment()

    def _before_commit(self, _: Connection) -> None:
        self._thread.commits = True
        self._moment(commit=True)

    def _after_transaction(self, *_: Any) -> None:
        if getattr(self._thread, "commits", False):
            self._thread.commits = False
            self._moment()

    def _moment(self, *, commit: bool = False) -> None:
        left, delay = self._sentence.left, self._sentence.delay.value
        if delay and not commit:
            return
        with self._counting:
            last = left.value == 1
            left.value = max(left.value - 1, 0)
        if last and delay:
            Thread(target=_kill_in, args=(delay,), daemon=True).start()
        elif last:
            _kill_in(0)


def _kill_in(seconds: float) -> None:
    time.sleep(seconds)
    os.kill(os.getpid(), _KILL)
