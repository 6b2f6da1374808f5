"""A new guide can be followed from the start, and nothing that was there is lost."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.commands.new import command
from reports.errors import ReportsError
from reports.guides.guide import read_guides
from reports.tests.project import ROOT
from reports.writing import new_guide as module
from reports.writing.check import check_guides
from reports.writing.new_guide import new_guide
from reports.writing.sentences import known_sentences
from reports.writing.spoken import spoken_sentences


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "features" / "guias"
    folder.mkdir(parents=True)
    facts = (ROOT / "features" / "guias" / "hechos.toml").read_text("utf-8")
    (folder / "hechos.toml").write_text(facts, "utf-8")
    return tmp_path


def names(project: Path) -> set[str]:
    return {path.name for path in (project / "features" / "guias").iterdir()} - {"hechos.toml"}


def test_a_new_guide_has_no_error_of_form(project: Path) -> None:
    new_guide(project, "cambiar-de-dia", "Cambiar el día:  otra\nvez")
    [guide] = read_guides(project / "features" / "guias")
    assert (guide.name, guide.title) == ("cambiar-de-dia", "Cambiar el día: otra vez")
    assert len(guide.steps) == 4
    check_guides(project, [guide])


def test_a_new_guide_is_followed_up_to_the_menu(project: Path) -> None:
    new_guide(project, "nueva")
    spoken, known = spoken_sentences(project), known_sentences(ROOT)
    unknown = [
        one
        for one in spoken
        if not any(one.kind == it.kind and it.takes(one.sentence) for it in known)
    ]
    assert not unknown
    assert 'elige "Bitácora" en el menú "Citas"' in {one.sentence for one in spoken}


def test_what_is_left_to_write_is_said(project: Path) -> None:
    guide, feature = new_guide(project, "nueva-2")
    assert guide.read_text("utf-8").count("Escriba aquí") == 4
    assert "titulo: Nueva 2\n" in guide.read_text("utf-8")
    assert "@guia:nueva-2\nCaracterística: Nueva 2\n" in feature.read_text("utf-8")
    assert "_DE_LA_GUIA" not in guide.read_text("utf-8") + feature.read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        *("Bitacora", "bitácora", "dos palabras", "", "-a", "a-", "a--b", "2024", "a.b", "../a"),
        *("a" * 51, "con", "lpt1", "index", "bitacora-un-archivo"),
    ],
)
def test_a_name_that_no_guide_can_have(project: Path, name: str) -> None:
    with pytest.raises(ReportsError, match="Qué hacer:"):
        new_guide(project, name)
    assert names(project) == set()


@pytest.mark.parametrize("there", ["nueva.md", "nueva.feature", "NUEVA.md"])
def test_nothing_is_written_over(project: Path, there: str) -> None:
    (project / "features" / "guias" / there).write_text("de antes", "utf-8")
    with pytest.raises(ReportsError, match="Ya existe features/guias/"):
        new_guide(project, "nueva")
    assert names(project) == {there}
    assert (project / "features" / "guias" / there).read_text("utf-8") == "de antes"


def test_both_are_written_or_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    usual = Path.open

    def full(self: Path, *words: object, **more: object) -> object:
        opened.append(self)
        if self.suffix == ".feature":
            raise OSError(28, "No space left on device")
        return usual(self, *words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(module, "_text", lambda *_: "texto")
    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(ReportsError, match="no quedó nada a medias"):
        new_guide(project, "nueva")
    assert [path.suffix for path in opened] == [".md", ".feature"]
    assert names(project) == set()


def test_the_order_says_what_to_do_next(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.commands.new.ROOT", project)
    result = CliRunner().invoke(command, ["nueva", "--titulo", "Una guía"])
    assert result.exit_code == 0
    assert "features/guias/nueva.md y features/guias/nueva.feature" in result.output
    assert "guias.py steps" in result.output
    assert "guias.py watch nueva" in result.output
    assert names(project) == {"nueva.md", "nueva.feature"}
