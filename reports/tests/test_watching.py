"""Guides are followed again when what they come from is saved, and only then."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

import pytest
from click.testing import CliRunner
from watchfiles import watch

from reports.commands.watch import command
from reports.errors import ReportsError
from reports.paths import out_folder
from reports.sources.kept import GuideSources, Kept, keep
from reports.writing.watching import touched, watch_guides

GUIDES = ["agendar", "bitacora", "nueva"]
LIST, FORM = "stub_portal/templates/list.html", "stub_portal/templates/form.html"
FACTS = "features/guias/hechos.toml"
OF_ALL = {"stub_portal/*.py": "1", FACTS: "2"}
KEPT = Kept(
    {
        "agendar": GuideSources("", {FORM: "3", **OF_ALL}, {}),
        "bitacora": GuideSources("", {LIST: "4", **OF_ALL}, {}),
    },
    frozenset(),
)


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        (["features/guias/agendar.md"], ["agendar"]),
        (["features/guias/agendar.feature", "features/guias/nueva.md"], ["agendar", "nueva"]),
        ([FACTS], GUIDES),
        (["features/guias/HALLAZGOS.md"], []),
        ([LIST], ["bitacora", "nueva"]),
        (["stub_portal/web/fonts.py"], GUIDES),
        (["stub_portal/templates/other.html"], ["nueva"]),
        (["stub_portal/tests/test_x.py", "reports/out/index.html", "steps/.reader.py.swp"], []),
        ([], []),
    ],
)
def test_what_a_change_touches(changed: list[str], again: list[str]) -> None:
    assert touched(changed, GUIDES, KEPT) == again


def test_before_anything_is_published_everything_touches_all() -> None:
    assert touched([LIST], GUIDES, None) == GUIDES
    assert touched(["features/guias/nueva.md"], GUIDES, None) == ["nueva"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (*(f"features/guias/{guide}.md" for guide in GUIDES), LIST, FORM):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("antes", "utf-8")
    out_folder(tmp_path).mkdir(parents=True)
    keep(out_folder(tmp_path), KEPT)
    return tmp_path


def followed(project: Path, only: str, *batches: Sequence[str]) -> list[list[str]]:
    """Return what is followed after batches of saves that give each file a content of its own."""
    runs: list[list[str]] = []

    def saves() -> Iterator[list[str]]:
        for number, batch in enumerate(batches):
            for name in batch:
                (project / name).write_text(f"{number}", "utf-8")
            yield [str(project / name) for name in batch]

    watch_guides(project, only, saves(), lambda names: runs.append(list(names)), lambda _: None)
    return runs


def test_each_batch_follows_what_it_touches(project: Path) -> None:
    bitacora = "features/guias/bitacora.md"
    assert followed(project, "", [bitacora], [LIST, FORM]) == [["bitacora"], GUIDES]
    assert followed(project, "agendar", [bitacora], [LIST, FORM]) == [["agendar"]] * 2


def test_one_guide_is_followed_before_anything_is_saved(project: Path) -> None:
    assert followed(project, "agendar") == [["agendar"]]
    assert followed(project, "agendar", []) == [["agendar"]]


def test_of_all_guides_none_is_followed_before_and_it_is_said(project: Path) -> None:
    said: list[str] = []
    watch_guides(project, "", [], lambda _: said.append("follows"), said.append)
    assert [line.strip().split(" ")[0] for line in said] == ["Ahora", "Esperando"]


def test_what_holds_the_same_does_not_count_twice(project: Path) -> None:
    path = str(project / FORM)
    runs: list[Sequence[str]] = []
    watch_guides(project, "agendar", [[path], [path]], runs.append, lambda _: None)
    assert runs == [["agendar"]] * 2


def test_a_file_that_has_gone_counts(project: Path) -> None:
    (project / "features" / "guias" / "agendar.md").unlink()
    (project / "features" / "guias" / "agendar.feature").write_text("", "utf-8")
    runs: list[Sequence[str]] = []
    gone = str(project / "features" / "guias" / "agendar.md")
    watch_guides(project, "", [[gone], ["/elsewhere/agendar.md"]], runs.append, lambda _: None)
    assert runs == [["agendar"]]


def saves(project: Path, acts: list[Callable[[], object]]) -> Iterator[list[str]]:
    """Act, one act after the other, and yield what is noticed of each."""
    unnoticed = 0
    for changes in watch(project, yield_on_timeout=True, rust_timeout=400, step=10, debounce=200):
        if changes:
            unnoticed = 0
            yield [path for _, path in changes]
        elif 0 < unnoticed < 100:  # on a slow machine, not yet
            unnoticed += 1
        elif acts:
            acts.pop(0)()
            unnoticed = 1
        else:
            return


def test_real_saves(project: Path) -> None:
    guide, form = project / "features" / "guias" / "agendar.md", project / FORM
    half_saved = guide.with_name("agendar.md.tmp")

    def rename_over() -> None:
        half_saved.write_text("después", "utf-8")
        half_saved.replace(guide)

    acts: list[Callable[[], object]] = [
        lambda: guide.write_text("ahora", "utf-8"),
        lambda: guide.write_text("ahora", "utf-8"),  # the same again
        rename_over,
        lambda: form.write_text("ahora", "utf-8"),
    ]
    runs: list[Sequence[str]] = []

    watch_guides(project, "agendar", saves(project, acts), runs.append, lambda _: None)
    assert runs == [["agendar"]] * 4


@pytest.mark.parametrize(
    ("name", "told", "new"),
    [
        ("AGENDAR", "¿Quiso decir «agendar»?", False),
        ("agendar.md", "¿Quiso decir «agendar»?", False),
        ("bitacoras", "¿Quiso decir «bitacora»?", True),
        ("hallazgos", "elija una de estas: agendar, bitacora, nueva.", False),
        ("xyz", "elija una de estas: agendar, bitacora, nueva.", True),
    ],
)
def test_a_guide_that_is_not_there(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str, *, new: bool
) -> None:
    (project / "features" / "guias" / "HALLAZGOS.md").write_text("", "utf-8")
    monkeypatch.setattr("reports.commands.watch.ROOT", project)
    error = CliRunner().invoke(command, [name]).exception
    assert isinstance(error, ReportsError)
    assert f"Qué hacer: {told}" in str(error)
    assert (f"guias.py new {name}" in str(error)) is new


class Interrupted:
    """What notices saves, in the hands of someone who saves nothing and then presses Ctrl+C."""

    def __init__(self, *_: object) -> None:
        self._tells = ["timeout", "signal"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def watch(self, *_: object) -> str:
        """Return what happened, in the words of watchfiles."""
        return self._tells.pop(0)


def test_who_watches_is_told_in_spanish_and_interrupts_in_peace(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    runs: list[Sequence[str]] = []
    monkeypatch.setattr("reports.commands.watch.ROOT", project)
    monkeypatch.setattr("reports.commands.watch._follow", runs.append)
    monkeypatch.setattr("watchfiles.main.RustNotify", Interrupted)
    result = CliRunner().invoke(command, ["agendar"])
    assert (result.exit_code, runs, caplog.messages) == (0, [["agendar"]], [])
    assert [line.split(" ")[0] for line in result.output.splitlines() if line] == [
        *("Siguiendo:", "Esperando", "Hasta")
    ]


def test_what_is_saved_before_the_watching_is_told_counts(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = {(1, str(project / "features" / "guias" / "agendar.md"))}
    tells: list[object] = [saved, "timeout", "signal"]
    runs: list[Sequence[str]] = []
    monkeypatch.setattr("reports.commands.watch.ROOT", project)
    monkeypatch.setattr("reports.commands.watch._follow", runs.append)
    monkeypatch.setattr("watchfiles.main.RustNotify", Interrupted)
    monkeypatch.setattr(Interrupted, "watch", lambda *_: tells.pop(0))
    CliRunner().invoke(command, [])
    assert runs == [["agendar"]]
