"""What was approved is kept whole: as it was, or as it is to be, and nothing in between."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import oxipng
import pytest
from PIL import Image

from reports.errors import ReportsError
from reports.pictures import approved as module
from reports.pictures.approved import read_approved, renew
from reports.pictures.states import Approved, Seen
from reports.tests.project import contents
from reports.tests.screens import DETAIL
from reports.tests.shots import repainted, shot

DAY = date(2026, 11, 20)


@pytest.fixture
def taken(tmp_path: Path) -> list[Seen]:
    """Three pictures of a run."""
    folder = tmp_path / "record"
    folder.mkdir()
    return [shot(folder, step) for step in (1, 2, 3)]


@pytest.fixture
def folder(tmp_path: Path, taken: list[Seen]) -> Path:
    """The approved pictures: the first two of the run."""
    folder = tmp_path / "approved"
    renew(folder, taken[:2], (), by="Ana", on=DAY, release="abc123 con cambios sin registrar")
    return folder


def known(folder: Path) -> dict[str, Approved]:
    return {picture.name: picture for picture in read_approved(folder)}


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_what_is_approved_is_read_back(folder: Path, taken: list[Seen]) -> None:
    assert list(known(folder)) == ["constancia-paso-01", "constancia-paso-02"]
    for seen in taken[:2]:
        kept = known(folder)[seen.name]
        assert kept == Approved(
            **vars(seen) | {"picture": kept.picture},
            by="Ana",
            on="2026-11-20",
            release="abc123 con cambios sin registrar",
        )


def test_pictures_are_smaller_and_lose_nothing(folder: Path, taken: list[Seen]) -> None:
    for seen in taken[:2]:
        kept = known(folder)[seen.name].picture
        assert kept.stat().st_size < seen.picture.stat().st_size
        with Image.open(kept) as small, Image.open(seen.picture) as large:
            assert small.convert("RGB").tobytes() == large.convert("RGB").tobytes()


def test_files_are_named_by_what_they_hold_and_none_is_left_over(
    folder: Path, taken: list[Seen]
) -> None:
    before = files(folder)
    renew(folder, [repainted(taken[0])], (), by="Luz", on=DAY, release="def456")
    after = files(folder)
    assert len(before) == len(after) == 5
    [gone], [come] = before - after, after - before
    assert gone.startswith("constancia-paso-01.")
    assert come.startswith("constancia-paso-01.")
    assert known(folder)["constancia-paso-01"].by == "Luz"
    assert known(folder)["constancia-paso-02"].by == "Ana"


def test_the_manifest_is_sorted_and_has_a_picture_an_object(
    folder: Path, taken: list[Seen]
) -> None:
    renew(folder, taken[::-1], (), by="Ana", on=DAY, release="abc123")
    written = (folder / "manifest.json").read_text("utf-8")
    entries = json.loads(written)["pictures"]
    assert [entry["name"] for entry in entries] == sorted(seen.name for seen in taken)
    assert written.endswith("\n")
    assert '\n   "title": "Pedir una constancia · Constancias",\n' in written


def test_approved_twice_is_the_same_to_the_byte(tmp_path: Path, taken: list[Seen]) -> None:
    one, other = tmp_path / "uno", tmp_path / "otro"
    renew(one, taken, (), by="Ana", on=DAY, release="abc123")
    for seen in taken[::-1]:
        renew(other, [seen], (), by="Ana", on=DAY, release="abc123")
    assert contents(one) == contents(other)


def test_what_is_approved_again_writes_no_file(folder: Path, taken: list[Seen]) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("[!.]*")}
    release = "abc123 con cambios sin registrar"
    renew(folder, taken[:2], (), by="Ana", on=DAY, release=release)
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("[!.]*")} == before


def test_withdrawn_pictures_leave_nothing(folder: Path) -> None:
    gone = ["constancia-paso-01", "nadie"]
    renew(folder, (), gone, by="Luz", on=DAY, release="def456")
    assert list(known(folder)) == ["constancia-paso-02"]
    assert len(files(folder)) == 3


def test_nothing_approved_yet(tmp_path: Path) -> None:
    assert read_approved(tmp_path / "nada") == ()


class Faults:
    """Has the writing of files fail at one of its calls of the system, counted from 1."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, number: int, error: type[BaseException]
    ) -> None:
        self.calls = 0
        self._fail_at, self._error = number, error
        monkeypatch.setattr(Path, "open", self._opening(Path.open))
        for where, what in ((Path, "replace"), (os, "fsync"), (Path, "unlink")):
            monkeypatch.setattr(where, what, self._failing(getattr(where, what)))

    def _count(self) -> None:
        self.calls += 1
        if self.calls == self._fail_at:
            raise self._error("no hay lugar")

    def _failing(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self._count()
            return original(*arguments, **options)

        return call

    def _opening(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Path, mode: str = "r", **options: Any) -> Any:
            if "w" in mode:
                original(path, mode, **options).close()  # an empty file is what a failure leaves
                self._count()
            return original(path, mode, **options)

        return call


def test_wherever_it_is_interrupted_the_old_or_the_new_approval_is_whole(
    tmp_path: Path, taken: list[Seen], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oxipng, "optimize_from_memory", lambda content, **_: content)
    found = []
    original = folder
    for number in range(1, 100):
        folder = tmp_path / f"approved-{number}"
        shutil.copytree(original, folder)
        before = read_approved(folder)
        changed = [replace(repainted(taken[0]), aria=DETAIL), taken[2]]
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, number, KeyboardInterrupt)
            try:
                renew(folder, changed, [taken[1].name], by="Luz", on=DAY, release="def456")
            except KeyboardInterrupt:
                pass
            else:
                assert faults.calls < number  # every call has failed once
                break
        after = read_approved(folder)
        is_new = [one.name[-2:] + one.by for one in after] == ["01Luz", "03Luz"]
        assert is_new or after == before
        found.append(is_new)
        # Whoever approves next finds nothing in the way, and leaves nothing behind.
        renew(folder, changed, [taken[1].name], by="Luz", on=DAY, release="def456")
        assert len(files(folder)) == 5
    assert found == sorted(found)
    assert {True, False} == set(found)
    assert len(found) == 5 * 3 + 4  # files to write, in three calls each, and files to remove


def test_a_full_disk_is_told_and_nothing_is_approved(
    folder: Path, taken: list[Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_approved(folder)
    with monkeypatch.context() as patch:
        Faults(patch, 2, OSError)
        with pytest.raises(ReportsError, match=r"sigue como estaba(?s:.*)Qué hacer: "):
            renew(folder, taken, (), by="Luz", on=DAY, release="def456")
    assert read_approved(folder) == before


def test_a_file_that_cannot_be_removed_is_removed_next_time(
    folder: Path, taken: list[Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        renew(folder, [repainted(taken[0])], (), by="Luz", on=DAY, release="def456")
    assert len(files(folder)) == 6
    renew(folder, [taken[2]], (), by="Luz", on=DAY, release="def456")
    assert len(files(folder)) == 7


def test_two_who_approve_at_once_both_have_what_they_approved(
    tmp_path: Path, taken: list[Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 600)  # however slow the disk
    folder = tmp_path / "approved"
    both = [
        Thread(
            target=renew, args=(folder, [seen], ()), kwargs={"by": by, "on": DAY, "release": "1"}
        )
        for seen, by in zip(taken, ("Ana", "Luz", "Eva"), strict=True)
    ]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [picture.by for picture in read_approved(folder)] == ["Ana", "Luz", "Eva"]


def test_whoever_waits_too_long_is_told(
    folder: Path, taken: list[Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0)
    before = contents(folder, "[!.]*")
    with closing(sqlite3.connect(folder / ".lock")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ReportsError, match="si alguien más está aprobando, espere"):
            renew(folder, taken, (), by="Luz", on=DAY, release="def456")
        with pytest.raises(ReportsError, match="si alguien más está aprobando, espere"):
            renew(folder, (), [taken[0].name], by="Luz", on=DAY, release="def456")
    assert contents(folder, "[!.]*") == before


def test_whoever_reads_while_another_approves_finds_the_one_or_the_other(
    folder: Path, taken: list[Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_manifest = module._read_manifest  # noqa: SLF001 - between it and the files is the moment

    def read_and_be_late(folder: Path) -> dict[str, Any]:
        monkeypatch.setattr(module, "_read_manifest", read_manifest)
        entries = read_manifest(folder)
        renew(folder, [repainted(taken[0])], (), by="Luz", on=DAY, release="def456")
        return entries

    monkeypatch.setattr(module, "_read_manifest", read_and_be_late)
    assert [picture.by for picture in read_approved(folder)] == ["Luz", "Ana"]


def test_whoever_approves_while_another_does_loses_nothing(
    folder: Path, taken: list[Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading what was approved before and opening its files, another one is approved."""

    def read_and_be_late(folder: Path) -> tuple[Approved, ...]:
        monkeypatch.setattr(module, "read_approved", read_approved)
        before = read_approved(folder)
        renew(folder, [repainted(taken[0])], (), by="Luz", on=DAY, release="def456")
        return before

    monkeypatch.setattr(module, "read_approved", read_and_be_late)
    renew(folder, [taken[2]], (), by="Eva", on=DAY, release="def456")
    assert [picture.by for picture in read_approved(folder)] == ["Luz", "Ana", "Eva"]
