"""Damage to what was approved is told, with what to do; a picture that changed is not approved."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reports.errors import ReportsError
from reports.pictures.approved import read_approved, renew
from reports.tests.shots import RED, png, shot

DAY = date(2026, 11, 20)

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One approved picture."""
    folder = tmp_path / "approved"
    renew(folder, [shot(tmp_path)], (), by="Ana", on=DAY, release="abc123")
    return folder


def change(folder: Path, how: Change) -> None:
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    how(manifest)
    path.write_text(json.dumps(manifest), "utf-8")


DAMAGE: dict[str, Change] = {
    "nothing": dict.clear,
    "no pictures": lambda manifest: manifest.update(pictures=None),
    "not objects": lambda manifest: manifest.update(pictures=["una"]),
    "one twice": lambda manifest: manifest["pictures"].append(manifest["pictures"][0]),
    "no title": lambda manifest: manifest["pictures"][0].pop("title"),
    "no digest": lambda manifest: manifest["pictures"][0].pop("aria_sha256"),
    "no date": lambda manifest: manifest["pictures"][0].update(on="ayer"),
    "no step": lambda manifest: manifest["pictures"][0].update(step="tres"),
    "no texts": lambda manifest: manifest["pictures"][0].update(texts=None),
    "half a touch": lambda manifest: manifest["pictures"][0].update(touches=[{"name": "«Ir»"}]),
    "elsewhere": lambda manifest: manifest["pictures"][0].update(picture="../otra.png"),
}


@pytest.mark.parametrize("how", DAMAGE.values(), ids=DAMAGE)
def test_a_manifest_that_says_something_else_is_told(folder: Path, how: Change) -> None:
    change(folder, how)
    with pytest.raises(ReportsError, match=r"manifest\.json(?s:.*)Qué hacer: recupere la carpeta"):
        read_approved(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", '<<<<<<< HEAD\n{"pictures": []}\n', "\x00"])
def test_a_manifest_that_is_no_manifest_is_told(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(ReportsError, match=r"no se puede leer(?s:.*)Qué hacer: "):
        read_approved(folder)
    with pytest.raises(ReportsError, match=r"no se puede leer(?s:.*)Qué hacer: "):
        renew(folder, [], (), by="Ana", on=DAY, release="abc123")
    assert (folder / "manifest.json").read_text("utf-8") == text


@pytest.mark.parametrize("pattern", ["*.png", "*.aria.yml"])
def test_a_file_that_is_not_what_was_approved_is_told(folder: Path, pattern: str) -> None:
    [path] = folder.glob(pattern)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ReportsError, match=f"{path.name}.*no es el que se aprobó") as caught:
        read_approved(folder)
    assert "Qué hacer: recupere la carpeta" in str(caught.value)
    path.unlink()
    with pytest.raises(ReportsError, match=f"{path.name}.*no se puede leer"):
        read_approved(folder)


def test_git_may_change_the_ends_of_lines(folder: Path) -> None:
    before = read_approved(folder)
    for path in (folder / "manifest.json", *folder.glob("*.aria.yml")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_approved(folder) == before


def test_a_picture_of_a_newer_run_is_not_approved_unseen(tmp_path: Path) -> None:
    seen = shot(tmp_path)
    png(seen.picture, RED)
    with pytest.raises(ReportsError, match="cambió mientras se aprobaba; no se aprobó nada"):
        renew(tmp_path / "approved", [seen], (), by="Ana", on=DAY, release="abc123")
    assert not (tmp_path / "approved").exists()


@pytest.mark.parametrize("content", [b"", b"esto no es una imagen", None])
def test_what_is_no_picture_is_not_approved(tmp_path: Path, content: bytes | None) -> None:
    seen = shot(tmp_path)
    seen.picture.unlink()
    if content is not None:
        seen.picture.write_bytes(content)
    with pytest.raises(ReportsError, match="No se pudo leer la imagen constancia-paso-02"):
        renew(tmp_path / "approved", [seen], (), by="Ana", on=DAY, release="abc123")
    assert not (tmp_path / "approved").exists()
