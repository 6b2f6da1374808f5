"""`guias lint`: what it says, and its exit code."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from guias import ASKED_FROM
from reports.commands.lint import command
from reports.lint.reading.unreadable import UnreadableError
from reports.lint.report import summary
from reports.paths import ROOT, guides_folder
from reports.tests.lint_samples import CARD, LENDING, ours, project


def lint(*paths: Path) -> tuple[int, str]:
    """Run the order and return its exit code and what it said."""
    done = CliRunner().invoke(command, [str(path) for path in paths])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def write(path: Path, text: str) -> Path:
    """Write a published guide."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_without_words_it_checks_our_guides() -> None:
    code, said = lint()
    assert (code, said.splitlines()[-1].endswith("no se encontró ninguna contradicción.")) == (
        0,
        True,
    )


def test_findings_are_told_guide_by_guide(tmp_path: Path) -> None:
    code, said = lint(write(tmp_path / "card.txt", CARD), write(tmp_path / "prestamo.txt", LENDING))
    assert code == 1
    titles = [line for line in said.splitlines() if line and not line.startswith(" ")]
    assert titles[:2] == ["card.txt", "prestamo.txt"]
    assert titles[2].startswith("2 guías: ")
    one = said.index("  card.txt:25, paso 6: una fecha que no existe\n")
    assert said[one:].splitlines()[1:4] == [
        "    dice:      «31/02/2024»",
        "    importa:   Se duda si falta o sobra algo, y el ejemplo deja de servir.",
        "    qué hacer: Escríbala como la da el sistema.",
    ]
    assert "    y en:      prestamo.txt:" in said


def test_a_clean_guide_is_told_so(tmp_path: Path) -> None:
    guide = write(tmp_path / "alta.txt", "ALTA DE SOCIOS\n\nVersión 3.\n\n1. Abra la puerta.\n")
    assert lint(guide) == (0, "1 guía: no se encontró ninguna contradicción.\n")


def test_a_file_is_read_from_where_the_person_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "agendar", CARD)  # as one of ours is called
    monkeypatch.setenv(ASKED_FROM, str(tmp_path))
    said = lint(Path("agendar"))[1]
    assert said.startswith("agendar\n")
    assert "«31/02/2024»" in said


def test_a_file_given_twice_is_read_once_and_namesakes_are_told_apart(tmp_path: Path) -> None:
    text = "ALTA DE SOCIOS\n\nVersión 3.\n\n2. Abra la puerta.\n"
    one, other = write(tmp_path / "a" / "alta.txt", text), write(tmp_path / "b" / "alta.txt", text)
    assert lint(one, one)[1].startswith("alta.txt\n")
    said = lint(one, other)[1]
    assert f"{one}:5, paso 2: la numeración no sigue" in said
    assert f"{other}:5, paso 2: la numeración no sigue" in said


def test_a_guide_of_ours_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    one = ours("1. Siga la guía «Nada».", "features/guias/alta.md")
    other = ours("1. Siga la guía «Ninguna».", "features/guias/baja.md")
    monkeypatch.setattr("reports.commands.lint.read_project", lambda _: project(one, other))
    code, said = lint(Path("baja"))
    titles = [line for line in said.splitlines() if line and not line.startswith(" ")]
    assert (code, titles) == (1, ["features/guias/baja.md", "1 guía: 1 hallazgo."])
    assert "«Ninguna»" in said
    assert lint()[1].endswith("2 guías: 2 hallazgos.\n")


@pytest.mark.parametrize(
    "words",
    [
        *("bitacora.md", "bitacora.feature", "features/guias/bitacora.md"),
        *("features/guias/bitacora.feature", "./features/guias/bitacora"),
        str(guides_folder(ROOT) / "bitacora.md"),
    ],
)
def test_the_files_of_a_guide_of_ours_mean_the_guide(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (ROOT, ROOT / "features" / "guias", tmp_path):
        monkeypatch.chdir(folder)
        assert lint(Path(words)) == (0, "1 guía: no se encontró ninguna contradicción.\n")


def test_a_file_elsewhere_that_is_called_as_a_guide_of_ours_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "bitacora.md", "ALTA DE SOCIOS\n\nVersión 3.\n\n2. Abra la puerta.\n")
    monkeypatch.chdir(tmp_path)
    assert lint(Path("bitacora.md"))[1].startswith("bitacora.md\n")


def test_what_a_guide_and_another_disagree_in_is_told_of_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = ours("1. Elija **Folio de pago**.", "features/guias/alta.md")
    other = ours("1. Elija **Folio del pago**.", "features/guias/baja.md")
    known = project(one, other, quoted=frozenset({"Folio de pago"}), approved={other.name: "-"})
    monkeypatch.setattr("reports.commands.lint.read_project", lambda _: known)
    for name in ("alta", "baja"):
        assert f"  features/guias/{name}.md:1, paso 1: la misma etiqueta" in lint(Path(name))[1]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no existe ese archivo"):
        lint(tmp_path / "nada.txt")


@pytest.mark.parametrize(
    ("guides", "findings", "said"),
    [
        (1, 1, "1 guía: 1 hallazgo."),
        (2, 31, "2 guías: 31 hallazgos."),
        (2, 0, "2 guías: no se encontró ninguna contradicción."),
    ],
)
def test_the_last_line_counts(guides: int, findings: int, said: str) -> None:
    assert summary(guides, findings) == said
