"""What guides were made from is gathered and kept."""

from pathlib import Path

import pytest

from reports.guides.guide import Guide
from reports.sources.closure import Needs
from reports.sources.fingerprint import FONTS, PORTAL_CODE, candidates, fingerprint, source_of
from reports.sources.gather import DOCUMENTS, PICTURES
from reports.sources.kept import FILE, read_kept
from reports.tests.project import ROOT
from reports.tests.samples import read
from reports.tests.sources_sample import FIRST, FORM, SECOND, make_project, publish


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


@pytest.fixture
def guide(project: Path) -> Guide:
    return read(project / "features" / "guias")


def test_a_picture_comes_from_what_was_used_up_to_it(project: Path, guide: Guide) -> None:
    made = publish(project, guide).guides["constancia"]
    assert set(made.pictures) == {FIRST, SECOND}
    parts = {f"stub_portal/templates/{name}.html" for name in ("base", "form", "line", "macro")}
    assert parts <= set(made.pictures[SECOND])
    assert not parts & set(made.pictures[FIRST])
    always = {"steps/screens/portal.py", "steps/reader.py", "features/guias/constancia.md"}
    always |= {"reports/colours.py", *PICTURES}
    assert always <= set(made.pictures[FIRST])
    assert made.browser == "Chromium 156"


def test_a_document_comes_from_what_writes_it_and_what_decided_its_claims(
    project: Path, guide: Guide
) -> None:
    made = publish(project, guide).guides["constancia"]
    beside = set(made.fingerprints).difference(*made.pictures.values())
    assert beside == {
        *DOCUMENTS,
        *("reports/wording.py", "reports/templates/guia.html"),
        *("features/reglas/plazo.feature", "steps/other.py"),
    }


def test_what_a_program_leaves_beside_an_open_template_is_no_source(
    project: Path, guide: Guide
) -> None:
    before = publish(project, guide).guides["constancia"]
    for name in ("~$cumento.docx", ".~lock.documento.docx#", ".guia.html.swp"):
        (project / "reports" / "templates" / name).write_text("abierto", "utf-8")
    assert publish(project, guide).guides["constancia"] == before


@pytest.mark.parametrize("folder", ["approved", "elsewhere", "out", "prove", "run"])
def test_what_a_run_leaves_is_no_source(project: Path, guide: Guide, folder: str) -> None:
    before = publish(project, guide)
    left = project / "reports" / folder / "static" / "guia.css"
    left.parent.mkdir(parents=True)
    left.write_text("", "utf-8")
    assert publish(project, guide) == before


def test_what_nobody_uses_is_known_too(project: Path, guide: Guide) -> None:
    kept = publish(project, guide)
    assert "stub_portal/templates/other.html" in kept.unused
    assert not kept.unused & set(kept.guides["constancia"].fingerprints)
    assert "stub_portal/tests/test_app.py" not in kept.unused


def test_the_same_sources_give_the_same_file(project: Path, guide: Guide) -> None:
    publish(project, guide)
    file = project / "reports" / "out" / FILE
    before = file.read_bytes()
    for path in project.glob("steps/**/*.py"):  # as Windows checks them out
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    publish(project, guide)
    assert file.read_bytes() == before
    assert b"\r" not in before


def test_a_guide_that_was_not_followed_keeps_what_is_known_of_it(
    project: Path, guide: Guide
) -> None:
    before = publish(project, guide).guides["constancia"]
    (project / FORM).write_text("otra cosa", "utf-8")
    assert publish(project, guide, followed=["otra"]).guides["constancia"] == before
    again = publish(project, guide, followed=["constancia"]).guides["constancia"]
    assert again.fingerprints[FORM] != before.fingerprints[FORM]


def test_the_portals_code_counts_as_one(project: Path) -> None:
    before = fingerprint(project, PORTAL_CODE)
    (project / "stub_portal/tests/test_app.py").write_text("1", "utf-8")
    assert fingerprint(project, PORTAL_CODE) == before
    (project / "stub_portal" / "app.py").rename(project / "stub_portal" / "application.py")
    assert fingerprint(project, PORTAL_CODE) != before
    assert source_of("stub_portal/web/fonts.py") == PORTAL_CODE
    assert source_of("stub_portal/tests/test_app.py") != PORTAL_CODE
    assert source_of("stub_portal/static/base.css") == "stub_portal/static/base.css"


def test_a_binary_file_is_taken_as_it_is(tmp_path: Path) -> None:
    prints = set()
    for content in (b"\0\n", b"\0\r\n"):
        (tmp_path / "a.png").write_bytes(content)
        prints.add(fingerprint(tmp_path, "a.png"))
    assert len(prints) == 2
    assert fingerprint(tmp_path, "gone.png") == ""


def test_code_that_cannot_be_read_needs_nothing(tmp_path: Path) -> None:
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "broken.py").write_text("def (", "utf-8")
    assert Needs(tmp_path).with_imports(["steps/broken.py"]) == {"steps/broken.py"}
    gone = "stub_portal/templates/gone.html"
    assert Needs(tmp_path).with_templates([gone]) == {gone}


def test_what_all_pictures_come_from_is_there() -> None:
    known = candidates(ROOT) | {FONTS, "requirements.lock", "reports/approved/manifest.json"}
    assert not {*PICTURES, *DOCUMENTS} - known
    assert fingerprint(ROOT, FONTS)
    assert fingerprint(ROOT, PORTAL_CODE)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"guias": {"a": {}}, "sin_uso": []}'])
def test_a_file_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    assert read_kept(tmp_path) is None
    (tmp_path / FILE).write_text(text, "utf-8")
    assert read_kept(tmp_path) is None
