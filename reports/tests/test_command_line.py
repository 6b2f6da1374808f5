"""The command line speaks Spanish, and its exit code says how it went."""

import ast
import gettext
import re
import socket
import struct
from pathlib import Path

import pytest

from reports.tests.project import ROOT, changed, contents, guias, work_left

MESSAGES = ROOT / "reports" / "locale" / "es" / "LC_MESSAGES" / "messages.po"
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|try|for help|no such|error: (?!\S*[A-ZÁÉÍÓÚ])|invalid|default"
    r"|show this|requires|unexpected|did you mean|range|missing|aborted|traceback)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("sigue", "No existe la orden 'sigue'."),
        ("portl", "No existe la orden 'portl'. ¿Quiso decir 'portal'?"),
        ("--rapido", "No existe la opción '--rapido'."),
        ("portal --puertos 3", "No existe la opción '--puertos'. ¿Quiso decir '--puerto'?"),
        ("portal --puerto", "La opción '--puerto' necesita un valor."),
        ("portal --puerto x", "Valor no válido para '--puerto': 'x' no es un número entero."),
        ("portal --puerto 65536", "65536 no está en el intervalo"),
        ("portal ya", "Sobra una palabra (ya)"),
        ("portal ya mismo", "Sobran palabras (ya mismo)"),
        ("bench --pares 0", "0 no está en el intervalo"),
        ("approve --toda", "No existe la opción '--toda'. ¿Quiso decir '--todas'?"),
        ("--help=3", "La opción '--help' no lleva valor."),
    ],
)
def test_what_was_mistyped_is_told_in_spanish(words: str, told: str) -> None:
    done = guias(ROOT, *words.split())
    assert done.returncode == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert not ENGLISH.search(done.stderr), done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--help", "Sigue las guías en el navegador"),
        ("portal --help", "Abre el portal de referencia"),
        ("approve --help", "Aprueba imágenes de la última corrida"),
        ("check --help", "Dice si en la última corrida todo cumplió"),
        ("bench --help", "Mide cuánto tarda seguir las guías"),
    ],
)
def test_help_is_in_spanish(words: str, told: str) -> None:
    done = guias(ROOT, *words.split())
    assert (done.returncode, done.stderr) == (0, "")
    for said in ("Uso: guias", "Opciones:", "Muestra esta ayuda y termina.", told):
        assert said in done.stdout
    assert not ENGLISH.search(done.stdout), done.stdout


def entries(path: Path) -> list[dict[str, str]]:
    """Return the entries of a PO file: each keyword with its text."""
    found: list[dict[str, str]] = []
    keyword = ""
    for line in path.read_text("utf-8").splitlines():
        match = re.fullmatch(r'(?:(msg\S+) )?(".*")', line)
        if match:
            if match[1] == "msgid":
                found.append({})
            keyword = match[1] or keyword
            found[-1][keyword] = found[-1].get(keyword, "") + ast.literal_eval(match[2])
    return found


def test_messages_are_compiled_from_their_source() -> None:
    compiled = MESSAGES.with_suffix(".mo")
    with compiled.open("rb") as file:
        spanish = gettext.GNUTranslations(file)
    written = entries(MESSAGES)
    assert len(written) == struct.unpack("<I", compiled.read_bytes()[8:12])[0]
    for entry in written[1:]:
        one = entry["msgid"]
        if "msgid_plural" in entry:
            said = [spanish.ngettext(one, entry["msgid_plural"], count) for count in (1, 2)]
            assert said == [entry["msgstr[0]"], entry["msgstr[1]"]]
        else:
            assert spanish.gettext(one) == entry["msgstr"]


def test_no_message_asks_for_what_its_original_does_not_give() -> None:
    fields = re.compile(r"{[^}]*}")
    for entry in entries(MESSAGES)[1:]:
        plural = entry.get("msgid_plural", entry["msgid"])
        pairs = [(entry["msgid"], entry.get("msgstr", entry.get("msgstr[0]", "")))]
        pairs += [(plural, entry["msgstr[1]"])] if "msgstr[1]" in entry else []
        for original, translated in pairs:
            assert set(fields.findall(translated)) <= set(fields.findall(original))


def test_a_console_that_lacks_a_sign_is_no_reason_to_fail() -> None:
    done = guias(ROOT, "steps", "✓", PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Ninguna frase habla de «?».")


def test_a_port_in_use_is_told(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = guias(project, "portal", "--puerto", str(port))
    assert done.returncode == 2
    assert done.stderr.startswith(f"Error: No se pudo atender en el puerto {port}")
    assert "otro puerto" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_guide_is_told_and_nothing_published_is_touched(project: Path) -> None:
    out = project / "reports" / "out"
    if not out.exists():
        out.mkdir()
        (out / "index.html").write_text("lo publicado", "utf-8")
    before = contents(out)
    guide = project / "features" / "guias" / "bitacora.md"
    text = guide.read_text("utf-8")
    line = text[: text.index("{publicado=4,5}")].count("\n") + 1
    with changed(guide, "{publicado=4,5}", "{{ cuatro_y_cinco }}"):
        done = guias(project)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{guide}:{line}: el dato «cuatro_y_cinco» no está en hechos.toml" in done.stderr
    assert "Qué hacer: agréguelo ahí o use uno de:" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(out) == before
    assert not work_left(project)
