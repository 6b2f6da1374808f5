"""A PostgreSQL server of the tests' own: started for them, gone with them, reached by nobody else.

Run as a program, it starts the server, says on which socket, and stops it once its input ends:
so no server and no folder outlive the tests, not even if somebody kills them.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

# Where Debian and Ubuntu keep the server: not on the PATH, because several can be installed.
_DEBIAN = Path("/usr/lib/postgresql")
# For tests that do not ask what is kept when the machine itself falls.
HASTY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
_OWNER = "portal"
# Errors of statements are the portal's to tell; here they would only fill the pipe up.
_QUIET = ("log_min_messages=log", "log_checkpoints=off", "lc_messages=C")
_READY = "ready to accept connections"


class Server:
    """A running server, by the folder of its socket.

    Each place in it is a schema, which takes milliseconds, and whoever comes by a place's URL
    is known to the server by its name.
    """

    def __init__(self, socket: Path) -> None:
        self.socket = socket
        self._numbers = count()

    def new_database(self) -> str:
        """Return the URL of an empty place."""
        name = f"portal_{next(self._numbers)}"
        self._ask(f"CREATE SCHEMA {name}")
        options = f"-csearch_path%3D{name}%20-capplication_name%3D{name}"
        place = f"host={quote(str(self.socket), safe='')}&options={options}"
        return f"postgresql+psycopg://{_OWNER}@/postgres?{place}"

    def wait_until_left(self, url: str) -> None:
        """Return once nobody is connected to a place: what a killed portal began has ended."""
        while self._ask(f"SELECT pid {_whoever_came_by(url)}"):
            pass

    def close_connections(self, url: str) -> int:
        """Close the connections to a place as a restart does, and return how many there were."""
        return len(self._ask(f"SELECT pg_terminate_backend(pid, 10000) {_whoever_came_by(url)}"))

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        import psycopg  # noqa: PLC0415 - whoever only starts the server needs no driver

        with psycopg.connect(host=str(self.socket), user=_OWNER, dbname="postgres") as connection:
            cursor = connection.execute(query.encode())
            return cursor.fetchall() if cursor.description else []


def _whoever_came_by(url: str) -> str:
    return f"FROM pg_stat_activity WHERE application_name = '{url.rpartition('%3D')[2]}'"


def find_binaries() -> Path | None:
    """Return the folder with PostgreSQL's programs: the PATH's, else Debian's newest."""
    folders = [folder for folder in _DEBIAN.glob("*/bin") if folder.parent.name.isdigit()]
    newest_first = sorted(folders, key=lambda folder: -int(folder.parent.name))
    path = os.pathsep.join([os.environ.get("PATH", ""), *map(str, newest_first)])
    found = shutil.which("initdb", path=path)
    return Path(found).resolve().parent if found else None


@contextmanager
def running(binaries: Path, *settings: str) -> Generator[Server]:
    """Lend a new server with such settings ("fsync=off"), and leave nothing of it behind."""
    guard = subprocess.Popen(
        [sys.executable, "-P", __file__, str(binaries), *settings],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl+C is for the tests, which then end the server in order
    )
    with guard:
        assert guard.stdout
        socket = guard.stdout.readline().strip()
        assert socket, "PostgreSQL did not start; what it said was written to stderr."
        yield Server(Path(socket))


@contextmanager
def made(binaries: Path) -> Generator[Path]:
    """Lend a folder, closed to others, with what a server keeps its data in."""
    with TemporaryDirectory(prefix="portal-pg-") as name:
        folder = Path(name)
        who = _whoever_may(folder)
        if "user" in who:
            os.chown(folder, who["user"], who["group"])
        how = [
            "-U",
            _OWNER,
            "--auth=trust",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
            "--no-instructions",
        ]
        command = [str(binaries / "initdb"), "-D", str(folder / "data"), *how]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **who)
        yield folder


@contextmanager
def started(binaries: Path, folder: Path, *settings: str) -> Generator[subprocess.Popen[str]]:
    """Start a server that was made, on a socket in its folder alone, and stop it in the end."""
    own = ("listen_addresses=", f"unix_socket_directories={folder}", *_QUIET, *settings)
    server = subprocess.Popen(
        [binaries / "postgres", "-D", folder / "data", *(f"--{setting}" for setting in own)],
        stderr=subprocess.PIPE,
        text=True,
        **_whoever_may(folder),
    )
    with server:
        assert server.stderr
        try:
            said: list[str] = []
            while not said or _READY not in said[-1]:
                said.append(server.stderr.readline())
                assert said[-1], "".join(said)  # it ended
            yield server
        finally:
            server.send_signal(signal.SIGINT)  # not SIGTERM, with which it waits for its clients
            server.stderr.read()


def _whoever_may(folder: Path) -> dict[str, Any]:
    """Return as whom to run it and where: PostgreSQL refuses to be run by root."""
    where = {"cwd": folder}
    if sys.platform == "win32" or os.geteuid() != 0:
        return where
    import pwd  # noqa: PLC0415 - Windows has none

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    who = known.get("postgres") or known["nobody"]
    return {**where, "user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def _main(binaries: Path, *settings: str) -> None:
    with made(binaries) as folder, started(binaries, folder, *settings):
        print(folder, flush=True)  # noqa: T201 - to whoever runs this program
        sys.stdin.read()


if __name__ == "__main__":
    _main(Path(sys.argv[1]), *sys.argv[2:])
