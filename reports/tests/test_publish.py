"""A new folder takes an old one's place, whole or not at all."""

import shutil
from pathlib import Path

import pytest

from reports.errors import ReportsError
from reports.publish import publish
from reports.tests.project import contents, inodes


def make(folder: Path, **texts: str) -> Path:
    """Make a folder with a file of a file's name for each text, one of them deeper."""
    for name, text in texts.items():
        path = folder / "dentro" / name if name == "hondo" else folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def final(tmp_path: Path) -> Path:
    return make(tmp_path / "out", uno="1", dos="2", hondo="3")


def test_the_first_time(tmp_path: Path) -> None:
    assert publish(make(tmp_path / "new", uno="1", hondo="3"), tmp_path / "out")
    assert set(contents(tmp_path / "out")) == {"uno", "dentro/hondo"}
    assert not (tmp_path / "new").exists()


def test_nothing_is_touched_when_nothing_has_changed(tmp_path: Path, final: Path) -> None:
    before, folder = inodes(final), final.stat().st_ino
    assert not publish(make(tmp_path / "new", uno="1", dos="2", hondo="3"), final)
    assert inodes(final) == before
    assert final.stat().st_ino == folder


def test_only_what_has_changed_is_another_file(tmp_path: Path, final: Path) -> None:
    before = inodes(final)
    assert publish(make(tmp_path / "new", uno="1", dos="dos", hondo="3"), final)
    after = inodes(final)
    assert (final / "dos").read_text("utf-8") == "dos"
    assert after["dos"] != before["dos"]
    assert {name: after[name] for name in ("uno", "dentro/hondo")} == {
        name: before[name] for name in ("uno", "dentro/hondo")
    }


@pytest.mark.parametrize("texts", [{"uno": "1", "hondo": "3"}, {"uno": "1", "cuatro": "4"}])
def test_what_is_not_in_the_new_one_is_gone(
    tmp_path: Path, final: Path, texts: dict[str, str]
) -> None:
    assert publish(make(tmp_path / "new", **texts), final)
    assert {Path(name).name for name in inodes(final)} == set(texts)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_disk_without_links_keeps_the_dates(
    tmp_path: Path, final: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refuse)
    before = inodes(final)
    assert publish(make(tmp_path / "new", uno="1", dos="dos"), final)
    assert inodes(final)["uno"][1] == before["uno"][1]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_folder_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, final: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    before, rename, calls = contents(final), Path.rename, []

    def fail(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == failing:
            raise PermissionError(13, "está abierto en otro programa")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    new = make(tmp_path / "new", uno="otro")
    with pytest.raises(ReportsError, match=r"sigue como estaba .*\n.*cierre los archivos"):
        publish(new, final)
    assert contents(final) == before
    shutil.rmtree(new)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("interrupted", [1, 2])
def test_whoever_interrupts_it_has_the_old_one_or_the_new_one(
    tmp_path: Path, final: Path, monkeypatch: pytest.MonkeyPatch, interrupted: int
) -> None:
    rename, calls = Path.rename, []

    def interrupt(path: Path, target: Path) -> Path:
        calls.append(path)
        moved = rename(path, target)
        if len(calls) == interrupted:
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(Path, "rename", interrupt)
    new = make(tmp_path / "new", uno="otro")
    with pytest.raises(KeyboardInterrupt):
        publish(new, final)
    assert (final / "uno").read_text("utf-8") == ("1" if interrupted == 1 else "otro")
