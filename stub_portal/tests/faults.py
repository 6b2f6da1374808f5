"""What can happen to a database while a portal uses it: each a context that is over at its end."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

Break = Callable[[Path, Engine], AbstractContextManager[None]]


@contextmanager
def locked(path: Path, _: Engine) -> Generator[None]:
    """Another program is writing, and does not come to an end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def _told(engine: Engine, pragma: str) -> Generator[None]:
    """Every connection that is lent meanwhile is told something."""

    def tell(connection: sqlite3.Connection, *_: Any) -> None:
        connection.execute(f"PRAGMA {pragma}").close()

    event.listen(engine, "checkout", tell)
    try:
        yield
    finally:
        event.remove(engine, "checkout", tell)
        engine.dispose()


@contextmanager
def read_only(_: Path, engine: Engine) -> Generator[None]:
    """Nothing may be written any more."""
    with _told(engine, "query_only = ON"):
        yield


@contextmanager
def full(path: Path, engine: Engine) -> Generator[None]:
    """The database cannot grow by a single page."""
    with closing(sqlite3.connect(path)) as other:
        (pages,) = other.execute("PRAGMA page_count").fetchone()
    with _told(engine, f"max_page_count = {pages}"):
        yield


@contextmanager
def failing(path: Path, _: Engine) -> Generator[None]:
    """The operating system refuses to write: no file may grow beyond what there is."""
    assert sys.platform != "win32"
    import resource  # noqa: PLC0415 - Windows has none

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = path.with_name(f"{path.name}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def moved(path: Path, _: Engine) -> Generator[None]:
    """Somebody moved the file away, and moves it back."""
    away = path.with_name("away")
    path.rename(away)
    yield
    away.rename(path)


@contextmanager
def replaced(path: Path, engine: Engine) -> Generator[None]:
    """Somebody put an older copy in its place, and then the database again."""
    with moved(path, engine):
        shutil.copyfile(path.with_name("away"), path)
        yield
        path.unlink()


@contextmanager
def damaged(path: Path, engine: Engine) -> Generator[None]:
    """Something else was written over all of it, and then it came back from a copy."""
    engine.dispose()
    whole = path.read_bytes()
    path.write_bytes(os.urandom(len(whole)))
    yield
    engine.dispose()
    path.write_bytes(whole)
