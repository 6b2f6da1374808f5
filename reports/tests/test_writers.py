"""What documents are written with, so that they are written anew when it changes."""

from pathlib import Path

from reports.documents.site import writers


def test_an_open_template_leaves_nothing_to_be_read(tmp_path: Path) -> None:
    template = tmp_path / "templates" / "documento.docx"
    template.parent.mkdir()
    for name in (template.name, "~$cumento.docx", ".~lock.documento.docx#"):
        template.with_name(name).touch()
    assert writers(tmp_path) == [template]
