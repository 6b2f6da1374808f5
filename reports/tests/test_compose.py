"""The document of a guide: its words, its pictures, and whether it is a draft."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from reports.documents.compose import compose
from reports.documents.document import Document
from reports.guides.guide import Guide
from reports.pictures.annotate import SCALE
from reports.pictures.states import Approved, PictureState, Seen, State
from reports.record import TouchRecord
from reports.tests.samples import GUIDE, read

TOUCHES = (TouchRecord("«Constancias»", 1, 1, 9, 9), TouchRecord("el campo «Pedir*»", 1, 20, 9, 9))


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return read(tmp_path)


def state(
    step: int, what: State, touches: tuple[TouchRecord, ...] = (), suffix: str = ""
) -> PictureState:
    """Return the state of a picture that was seen, and approved unless it is new."""
    name = f"constancia-paso-{step:02}{suffix}"
    title, texts = f"Pantalla {step}", ("Listo",)
    run, kept = Path(f"run-{name}.png"), Path(f"approved-{name}.png")
    seen = Seen(name, "constancia", step, title, texts, touches, run, "", "Chromium 156")
    approved = Approved(
        name, "constancia", step, "Antes", texts, touches, kept, "", "Chromium 156",
        by="Alguien", on=f"2026-11-{step:02}", release="abc1234",
    )  # fmt: skip
    return PictureState(
        name, "constancia", step, what, (),
        approved=None if what is State.NEW else approved,
        seen=None if what is State.ORPHAN else seen,
    )  # fmt: skip


def composed(guide: Guide, folder: Path, *states: PictureState) -> Document:
    """Compose the guide's document, with every picture "drawn" as a white one."""

    def draw(shown: Approved | Seen) -> Path:
        path = folder / shown.picture.name
        Image.new("RGB", (320 * SCALE, 200 * SCALE), "white").save(path)
        return path

    return compose(guide, states, draw)


def drawn_from(document: Document) -> list[str]:
    return [picture.path.stem for step in document.steps for picture in step.pictures]


def all_current(*, browser: str = "Chromium 156") -> list[PictureState]:
    """Return the states of three approved pictures, as seen in a browser."""
    states = (state(step, State.CURRENT) for step in (1, 2, 3))
    return [replace(one, seen=one.seen and replace(one.seen, browser=browser)) for one in states]


def test_the_words_are_the_guides(guide: Guide, tmp_path: Path) -> None:
    document = composed(guide, tmp_path)
    assert (document.name, document.title) == ("constancia", "Pedir una constancia")
    assert (document.subtitle, document.system) == ("En tres pasos", "Sistema de Constancias")
    assert (document.objective, document.notice) == (guide.objective.content, guide.notice.content)
    assert [step.content for step in document.steps] == [step.content for step in guide.steps]
    assert [step.number for step in document.steps] == [1, 2, 3]


def test_a_picture_says_what_is_marked_on_it(guide: Guide, tmp_path: Path) -> None:
    document = composed(
        guide, tmp_path, state(1, State.CURRENT, TOUCHES[:1]), state(2, State.CURRENT, TOUCHES)
    )
    [one], [several], none = (step.pictures for step in document.steps)
    assert (one.file, one.width, one.height) == ("constancia-paso-01.png", 320, 200)
    assert (one.caption, one.legend) == ("Pantalla 1", ())
    assert one.alt == "Pantalla «Pantalla 1». Se marca «Constancias»."
    assert several.legend == ("«Constancias»", "el campo «Pedir*»")
    assert several.alt == (
        "Pantalla «Pantalla 2». Se marcan: 1, «Constancias»; 2, el campo «Pedir*»."
    )
    assert none == ()


def test_a_step_has_all_its_pictures_and_no_orphan(guide: Guide, tmp_path: Path) -> None:
    states = [
        state(1, State.CURRENT, suffix="-1"),
        state(1, State.CURRENT, suffix="-2"),
        state(2, State.ORPHAN),
    ]
    document = composed(guide, tmp_path, *states)
    files = [[picture.file for picture in step.pictures] for step in document.steps]
    assert files == [["constancia-paso-01-1.png", "constancia-paso-01-2.png"], [], []]


def test_the_approved_picture_is_shown_when_another_browser_saw_the_same(
    guide: Guide, tmp_path: Path
) -> None:
    assert set(drawn_from(composed(guide, tmp_path, *all_current()))) == {
        f"run-constancia-paso-0{step}" for step in (1, 2, 3)
    }
    states = all_current(browser="Google Chrome 157")
    document = composed(guide, tmp_path, *states)
    assert set(drawn_from(document)) == {f"approved-constancia-paso-0{step}" for step in (1, 2, 3)}
    assert document.steps[0].pictures[0].caption == "Antes"


def test_what_changed_is_shown_as_it_is_now(guide: Guide, tmp_path: Path) -> None:
    changed = replace(all_current(browser="Google Chrome 157")[0], state=State.CHANGED)
    assert drawn_from(composed(guide, tmp_path, changed)) == ["run-constancia-paso-01"]


def test_an_approved_guide_says_since_when_and_with_what(guide: Guide, tmp_path: Path) -> None:
    document = composed(guide, tmp_path, *all_current())
    assert document.draft == ""
    assert document.facts == (
        ("Sustituye a", "La guía de constancias publicada"),
        ("Imágenes aprobadas", "3 de noviembre de 2026"),
        ("Navegador", "Chromium 156"),
        ("Versión", "abc1234"),
    )


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ((State.NEW, State.CURRENT), "Borrador: 1 de 2 imágenes espera aprobación."),
        ((State.NEW, State.CHANGED), "Borrador: 2 de 2 imágenes esperan aprobación."),
    ],
)
def test_a_guide_whose_pictures_wait_is_a_draft(
    guide: Guide, tmp_path: Path, states: tuple[State, ...], told: str
) -> None:
    waiting = [state(step, what) for step, what in enumerate(states, start=1)]
    document = composed(guide, tmp_path, *waiting)
    assert document.draft == told
    assert document.facts == (("Sustituye a", "La guía de constancias publicada"),)


def test_a_guide_that_replaces_none_does_not_say_so(tmp_path: Path) -> None:
    text = GUIDE.replace("sustituye: La guía de constancias publicada\npasos_publicados: 4\n", "")
    for mark in (" {publicado=1}", " {publicado=2,3}", " {publicado=4}"):
        text = text.replace(mark, "")
    assert composed(read(tmp_path, text), tmp_path).facts == ()
