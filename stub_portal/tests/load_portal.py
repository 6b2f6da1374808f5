"""A portal in a process of its own, as whoever uses it has it: by the machine's own clock.

Run as a program it serves the database of a URL, says at which address, and ends with its input.
"""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from stub_portal import Settings, SystemClock, captcha, create_app, patience, serving
from stub_portal.limits import Limit
from stub_portal.web.current import portal_of

_ROOT = Path(__file__).parents[2]
# How often one may be wrong is tested elsewhere; here everybody is wrong on purpose.
_NO_LIMIT = Limit(per_visit=10**6, per_address=10**6, within=timedelta(minutes=10))
# So is how long one waits: on a slow machine fifty at once may well need longer.
_PATIENCE = 30
# The answers stay with the server; here everybody knows them.
ANSWER = "A" * captcha.LENGTH


@contextmanager
def portal_at_work(database_url: str, log: Path) -> Generator[str]:
    """Lend the address of a portal on that database; all that it logs goes to a file."""
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "stub_portal.tests.load_portal", database_url],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    with process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address, log.read_text("utf-8")
        yield address


def _main(database_url: str) -> None:
    captcha.ALPHABET = ANSWER[0]
    patience.SECONDS = _PATIENCE
    settings = Settings(
        database_url=database_url, failed_searches=_NO_LIMIT, wrong_captchas=_NO_LIMIT
    )
    app = create_app(settings, SystemClock())
    with serving(app) as address:
        print(address, flush=True)  # noqa: T201 - to whoever runs this program
        sys.stdin.read()
    portal_of(app).close()


if __name__ == "__main__":
    _main(sys.argv[1])
