#!/usr/bin/env python3
"""Sets Guía Viva up on a bare machine, then runs it.

``python3 guias.py``              follows the guides and writes them anew
``python3 guias.py test [...]``   runs all tests on every core, or what pytest is told after it
``python3 guias.py WORDS...``     hands the words to the ``guias`` command line

Standard library only: it runs before anything is installed. It parses on Python 3.7, so that
whoever has an old Python is told so instead of shown a syntax error.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent
LOCK_FILE = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "guias-stamp"
WORK = ROOT / ".guias"
LOG = WORK / "preparacion.log"
LOCK = WORK / "preparacion.lock"
BROWSER_NEEDED = "bench prove test watch --base-url --datos --captcha --captcha-a-mano --actuar"
DOWNLOAD_SECONDS = 300  # a slow line makes it; a line that hangs keeps nobody waiting for long
APT = "env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300"
ASKED_FROM = "GUIAS_ASKED_FROM"
WHOLE_SUITE = "-n auto --dist worksteal"  # on every core; whoever asks for some tests, says how
GRACE_SECONDS = 15  # for whoever was interrupted to close its browsers

# All of them are tried on every system: what belongs to another one is simply not there.
ON_LINUX = """google-chrome google-chrome-stable /opt/google/chrome/chrome
chromium chromium-browser /snap/bin/chromium microsoft-edge microsoft-edge-stable"""
ON_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
MAC_FOLDERS = ("/Applications", "${HOME}/Applications")
ON_WINDOWS = """Google/Chrome/Application/chrome.exe
Chromium/Application/chrome.exe Microsoft/Edge/Application/msedge.exe"""
WINDOWS_FOLDERS = ("${PROGRAMFILES}", "${PROGRAMFILES(X86)}", "${LOCALAPPDATA}")
PLAYWRIGHT_FOLDERS = """${PLAYWRIGHT_BROWSERS_PATH}
${XDG_CACHE_HOME}/ms-playwright ${HOME}/.cache/ms-playwright
${HOME}/Library/Caches/ms-playwright ${LOCALAPPDATA}/ms-playwright"""
IN_PLAYWRIGHT_FOLDERS = ("*-linux*/chrome", "*-mac*/*.app/Contents/MacOS/*", "*-win*/chrome.exe")

NO_BROWSER = """No hay un navegador con el cual seguir las guías. Instale uno y vuelva a intentarlo:
    Windows, macOS y Ubuntu:  https://www.google.com/chrome/
    Debian (o Fedora):        sudo apt install chromium  (o sudo dnf install chromium)
Si ya tiene Chrome, Chromium o Edge en otro lugar, ponga su ruta en la variable GUIAS_BROWSER."""
NEEDS_INTERNET = """Para instalar las dependencias hace falta internet: revise su conexión.
Si su red usa un proxy, ponga su dirección en la variable HTTPS_PROXY. Esto fue lo que se dijo:"""
MEND_LOCK = "Borre ese archivo; si no puede, revise que usted pueda escribir en su carpeta."
LEAVE_VENV = "Escriba deactivate y vuelva a intentarlo."


class SetupError(Exception):
    """Something that the person has to mend; the message says what and how."""


def say(text: str, end: str = "\n") -> None:
    """Tell the person something, on stderr: stdout belongs to the command that is run."""
    print(text, end=end, file=sys.stderr, flush=True)


@contextmanager
def telling(what: str) -> Iterator[None]:
    """Say what is being done and, afterwards, how it went and how long it took."""
    start, outcome = time.monotonic(), "no se pudo"
    say(f"· {what}…", end=" ")
    try:
        yield
        outcome = "listo"
    finally:
        say(f"{outcome} ({time.monotonic() - start:.0f} s)")


@contextmanager
def one_at_a_time(file: Path = LOCK, does: str = "preparando Guía Viva") -> Iterator[None]:
    """Let one process at a time change things: SQLite's file lock works alike on all systems."""
    told = False
    with closing(sqlite3.connect(str(file), timeout=0.2)) as lock:
        while not lock.in_transaction:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise
                if not told:
                    say(f"· Otra ventana está {does}; espero a que termine…")
                told = True
        yield


def run_logged(command: Sequence[str], timeout: float | None = None, **env: str) -> None:
    """Run a command with its output in the log; say the end of that only if it fails."""
    with LOG.open("ab", buffering=0) as log:
        log.write(f"\n$ {' '.join(command)}\n".encode())
        start = log.tell()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **env},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that stop() reaches everything that it started
        )
        failed = True
        try:
            with suppress(subprocess.TimeoutExpired):
                failed = process.wait(timeout) != 0
        finally:
            stop(process)
    if failed:
        said = LOG.read_bytes()[start:].decode(errors="replace").splitlines()
        told = [
            line for line in said if line.strip() and not line.lstrip().startswith(("at ", "}"))
        ]
        raise SetupError("\n".join([*told[-6:], f"Todo lo que dijo está en {LOG}"]))


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children; a download by Playwright, for one, is a grandchild."""
    if process.poll() is None:
        if sys.platform == "win32":
            kill = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(kill, capture_output=True, check=False)
        else:
            with suppress(PermissionError):  # root's, by sudo: it is waited for
                os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def apt_install(package: str) -> None:
    """Install a Debian package, if this person may do so without being asked anything."""
    sudo = "" if sys.platform == "win32" or os.geteuid() == 0 else "sudo -n "
    apt = f"{sudo}{APT}".split()
    with telling(f"Instalando el paquete {package} (puede tardar unos minutos)"):
        with suppress(SetupError, OSError):  # one broken foreign source need not spoil the rest
            run_logged([*apt, "update"])
        try:
            run_logged([*apt, "install", package])
        except (SetupError, OSError) as error:
            why = error if isinstance(error, SetupError) else "Hace falta ser administrador."
            raise SetupError(f"{why}\nInstálelo así:  sudo apt install {package}") from error


def wanted_stamp() -> str:
    """Name what the environment must have been made from: this Python and this lock file."""
    return "{}.{} ".format(*sys.version_info) + hashlib.sha256(LOCK_FILE.read_bytes()).hexdigest()


def is_ready() -> bool:
    """Whether the environment is whole: the stamp is the last thing to be written in it."""
    stamp = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    return stamp == wanted_stamp() and VENV_PYTHON.exists()


def make_environment() -> None:
    """Make the environment anew, with uv where there is one, else with pip."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise SetupError(f"Este Python es el de {VENV}, que hay que hacer de nuevo.\n{LEAVE_VENV}")
    if VENV.exists():  # half-made, or with something of an older lock file: from scratch
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    if uv:
        create = [uv, "venv", "--python", sys.executable, str(VENV)]
        install = [uv, "pip", "sync", "--python", str(VENV_PYTHON)]
    else:
        if importlib.util.find_spec("ensurepip") is None:  # Debian keeps that apart from Python
            apt_install("python{}.{}-venv".format(*sys.version_info))
        create = [sys.executable, "-m", "venv", str(VENV)]
        install = [str(VENV_PYTHON), "-m", "pip", "install", "--no-input", "--no-deps", "-r"]
    with telling("Creando el entorno de Python"):
        run_logged(create)
    try:
        with telling("Instalando las dependencias (solo tarda la primera vez)"):
            run_logged([*install, str(LOCK_FILE), "--require-hashes"])
    except SetupError as error:
        raise SetupError(f"{NEEDS_INTERNET}\n{error}") from error
    STAMP.write_text(wanted_stamp(), encoding="utf-8")


def find_browser(accept: Callable[[Path], bool] = Path.exists) -> Path | None:
    """Find the browser: what GUIAS_BROWSER names, at its word, else the first that is accepted."""
    name = os.environ.get("GUIAS_BROWSER", "")
    named = shutil.which(name)
    if name and not named:
        raise SetupError(
            f"GUIAS_BROWSER dice «{name}», y ahí no hay un programa que se pueda ejecutar.\n"
            "Corrija la ruta, o quite la variable para que se busque un navegador."
        )
    return Path(named).absolute() if named else next(filter(accept, installed_browsers()), None)


def installed_browsers() -> Iterator[Path]:
    """List the browsers found here, in the order of preference."""
    places = [
        *ON_LINUX.split(),
        *(f"{folder}/{app}.app/Contents/MacOS/{app}" for app in ON_MAC for folder in MAC_FOLDERS),
        *(f"{folder}/{app}" for app in ON_WINDOWS.split() for folder in WINDOWS_FOLDERS),
    ]
    for place in [*map(os.path.expandvars, places), *downloaded_browsers()]:
        found = shutil.which(place)  # takes names and paths, and knows what can be executed
        if found:
            yield Path(found).absolute()


def downloaded_browsers() -> list[str]:
    """List what Playwright downloaded to the end, the newest revision first."""
    found = [
        (int(done.parent.name.split("-")[1]), str(browser))
        for folder in PLAYWRIGHT_FOLDERS.split()
        for done in Path(os.path.expandvars(folder)).glob("chromium-[0-9]*/INSTALLATION_COMPLETE")
        for pattern in IN_PLAYWRIGHT_FOLDERS
        for browser in done.parent.glob(pattern)
    ]
    return [browser for _, browser in sorted(found, reverse=True)]


def starts(browser: Path) -> bool:
    """Whether a browser starts: Ubuntu's may be an empty shell, a download may lack libraries."""
    if os.name == "nt":
        return True  # where asking for the version opens a window instead
    try:
        command = [str(browser), "--version"]
        return subprocess.run(command, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def download_browser(name: str) -> None:
    """Let Playwright download a browser. Without internet that fails, and soon."""
    command = [str(VENV_PYTHON), "-m", "playwright", "install", name]
    with telling(f"No hay un navegador; descargando {name}"):
        run_logged(command, DOWNLOAD_SECONDS, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT="10000")


def install_browser() -> Path:
    """Install a browser in one way or another."""
    trouble = []
    ways = (download_browser, apt_install) if shutil.which("apt-get") else (download_browser,)
    for install in ways:
        try:
            install("chromium")
        except SetupError as error:
            trouble.append(str(error))
        browser = find_browser(starts)
        if browser:
            return browser
    raise SetupError("\n".join([*trouble, NO_BROWSER]))


def set_up(words: Sequence[str]) -> Path | None:
    """Make what is missing, and return the browser to use, if what was asked for needs one."""
    WORK.mkdir(exist_ok=True)
    order = words[0].partition("=")[0] if words else "test"
    needed = order in BROWSER_NEEDED.split() and "--help" not in words
    browser = find_browser(starts) if needed else None
    with one_at_a_time():
        if not is_ready():
            make_environment()
        return browser or install_browser() if needed else None


def asked_from() -> Path:
    """Return the folder that a person names files from; the launcher's child has left it."""
    return Path(os.environ.get(ASKED_FROM, Path.cwd()))


def run(words: Sequence[str], browser: Path | None) -> int:
    """Run what was asked for and return its exit code."""
    env = {**os.environ, "GUIAS_BROWSER": str(browser)} if browser else {**os.environ}
    if words[:1] == ["test"]:
        module = ["pytest", *(words[1:] or WHOLE_SUITE.split())]
    else:
        module = ["reports", *words]
        env[ASKED_FROM] = str(Path.cwd())
    came: list[int] = []  # while it starts: whoever it is meant for cannot be told yet
    interrupted = signal.getsignal(signal.SIGINT)
    if interrupted != signal.SIG_IGN:  # which the child is to ignore as well
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    signal.signal(signal.SIGTERM, lambda number, _: came.append(number))
    process = subprocess.Popen([str(VENV_PYTHON), "-m", *module], cwd=ROOT, env=env)
    try:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        signal.signal(signal.SIGINT, interrupted)
        for number in came:
            signal.raise_signal(number)
        code = process.wait()
    except KeyboardInterrupt:  # Ctrl-C reached the child as well, which is now tidying up
        with suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
            process.wait(GRACE_SECONDS)
        process.terminate()
        raise
    return code if code >= 0 else 128 - code  # as a shell tells that a signal ended it


def main(words: Sequence[str]) -> int:
    """Set up, run, and turn what goes wrong into a sentence and an exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036  # this file runs on whatever Python is there
        here = f"{sys.version.split()[0]}, {sys.executable}"
        say(f"Guía Viva necesita Python 3.11 o posterior, y este es otro ({here}).")
        say("Instale uno más nuevo (https://www.python.org/downloads/) y ejecute guias.py con él.")
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the set-up ends whole
    try:
        return run(words, set_up(words))
    except SetupError as error:
        say(f"\n{error}")
    except sqlite3.DatabaseError as error:
        say(f"\nNo se pudo usar {LOCK} ({error}).\n{MEND_LOCK}")
    except PermissionError as error:
        say(f"\nFalta permiso: {error}\nRevise que usted pueda escribir en {ROOT}")
        say("En Windows, cierre también lo que esté usando ese archivo.")
    except OSError as error:
        say(f"\nEl sistema no lo permitió: {error}\nSi otro programa usa ese archivo, ciérrelo.")
    except KeyboardInterrupt:
        say("\nInterrumpido.")
        return 130
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
