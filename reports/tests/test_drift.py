"""A picture's state: vigente, cambió, nueva or huérfana, and what is told of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from reports.pictures.drift import compare
from reports.pictures.states import Approved, Change, Kind, Seen, State
from reports.record import TouchRecord
from reports.tests.screens import SCREEN
from reports.tests.shots import TOUCHES, repainted, shot

OTHER = """\
- main:
  - heading "Listado" [level=1]
  - paragraph: Uno.
  - paragraph: Dos.
  - paragraph: Tres.
"""


def approved(picture: Seen) -> Approved:
    return Approved(**vars(picture), by="Ana", on="2026-11-20", release="abc123")


def changes(old: Seen, new: Seen) -> tuple[Change, ...]:
    [state] = compare([approved(old)], [new])
    assert state.state is (State.CHANGED if state.changes else State.CURRENT)
    return state.changes


def told(old: Seen, new: Seen) -> list[str]:
    return [change.text for change in changes(old, new)]


def test_every_picture_has_its_state_by_guide_and_step(tmp_path: Path) -> None:
    same, other, new = shot(tmp_path, 2), shot(tmp_path, 3), shot(tmp_path, 10, OTHER)
    gone = replace(shot(tmp_path, 1), name="bitacora-paso-01", guide="bitacora")
    changed = replace(other, aria=SCREEN.replace('"Salir"', '"Volver"'))
    states = compare([approved(other), approved(gone), approved(same)], [new, changed, same])
    assert [(state.name, state.guide, state.guide_step, state.state) for state in states] == [
        ("bitacora-paso-01", "bitacora", 1, State.ORPHAN),
        ("constancia-paso-02", "constancia", 2, State.CURRENT),
        ("constancia-paso-03", "constancia", 3, State.CHANGED),
        ("constancia-paso-10", "constancia", 10, State.NEW),
    ]
    assert [(bool(state.approved), bool(state.seen)) for state in states] == [
        (True, False), (True, True), (True, True), (False, True),
    ]  # fmt: skip
    assert [len(state.changes) for state in states] == [0, 0, 1, 0]


def test_only_looks(tmp_path: Path) -> None:
    old = shot(tmp_path)
    [change] = changes(old, repainted(old))
    assert change.kind is Kind.LOOKS
    assert change.text.startswith("Solo cambió la apariencia")


def test_another_file_with_the_same_pixels_is_no_change(tmp_path: Path) -> None:
    old = shot(tmp_path)
    new = repainted(old, (200, 200, 20))
    assert new.taken == old.taken
    assert changes(replace(old, taken="otro"), replace(new, taken="")) == ()


def test_on_another_build_looks_and_places_say_nothing(tmp_path: Path) -> None:
    old = shot(tmp_path)
    moved = tuple(replace(touch, y=touch.y + 30) for touch in TOUCHES)
    new = replace(repainted(old), browser="Chromium 157", touches=moved)
    assert changes(old, new) == ()


def test_on_another_build_meaning_is_told_all_the_same(tmp_path: Path) -> None:
    old = shot(tmp_path)
    aria = SCREEN.replace('button "Salir"', 'button "Volver"')
    new = replace(repainted(old), browser="Chromium 157", aria=aria)
    assert told(old, new) == ["El botón «Salir» ahora se llama «Volver»"]


def test_looks_and_places_are_not_told_beside_a_change_of_meaning(tmp_path: Path) -> None:
    old = shot(tmp_path)
    moved = tuple(replace(touch, y=touch.y + 30) for touch in TOUCHES)
    aria = SCREEN.replace('button "Salir"', 'button "Volver"')
    new = replace(repainted(old), aria=aria, touches=moved)
    assert told(old, new) == ["El botón «Salir» ahora se llama «Volver»"]


def boxes(dx: float = 0, dy: float = 0, wider: float = 0) -> tuple[TouchRecord, ...]:
    field, button = TOUCHES
    x, y, width = button.x + dx, button.y + dy, button.width + wider
    return field, replace(button, x=x, y=y, width=width)


@pytest.mark.parametrize(
    ("touches", "words"),
    [
        (boxes(dy=3), ["Cambió de lugar «Pedir»: ahora está más abajo"]),
        (
            boxes(dx=-3, dy=-3),
            ["Cambió de lugar «Pedir»: ahora está más arriba y más a la izquierda"],
        ),
        (boxes(wider=3), ["Cambió de tamaño «Pedir»"]),
        (
            boxes(dx=9, wider=-9),
            ["Cambió de lugar y de tamaño «Pedir»: ahora está más a la derecha"],
        ),
        (boxes(dx=2, dy=-2, wider=2), []),
        (
            tuple(replace(touch, y=touch.y + 5) for touch in TOUCHES),
            ["Cambiaron de lugar el campo «Nombre*» y «Pedir»: ahora están más abajo"],
        ),
    ],
)
def test_what_is_marked_stands_elsewhere(
    tmp_path: Path, touches: tuple[TouchRecord, ...], words: list[str]
) -> None:
    old = shot(tmp_path)
    found = changes(old, replace(old, touches=touches))
    assert [change.text for change in found] == words
    assert {change.kind for change in found} <= {Kind.MOVED}


def test_what_is_marked_is_something_else(tmp_path: Path) -> None:
    old = shot(tmp_path)
    more = TouchRecord("el campo «Correo»", 10, 20, 40, 10)
    assert told(old, replace(old, touches=(*TOUCHES, more))) == ["Ahora se marca el campo «Correo»"]
    assert told(old, replace(old, touches=TOUCHES[:1])) == ["Ya no se marca «Pedir»"]
    assert told(old, replace(old, touches=TOUCHES[::-1])) == ["Cambió el orden de lo que se marca"]


def test_one_thing_is_marked_another_number_of_times(tmp_path: Path) -> None:
    old = shot(tmp_path)
    twice = replace(old, touches=(*TOUCHES, TOUCHES[1]))
    assert told(old, twice) == ["Ahora se marca 2 veces, y antes una vez: «Pedir»"]
    assert told(twice, old) == ["Ya no se marca 2 veces, sino una vez: «Pedir»"]
    other = replace(old, touches=(TOUCHES[0], *TOUCHES))
    assert [change.kind for change in changes(twice, other)] == [Kind.MISSING, Kind.ADDED]


def test_a_renamed_thing_that_is_marked_is_told_once(tmp_path: Path) -> None:
    old = shot(tmp_path)
    touches = (TOUCHES[0], replace(TOUCHES[1], name="«Solicitar»"))
    aria = SCREEN.replace('"Pedir"', '"Solicitar"')
    new = replace(old, aria=aria, touches=touches, texts=("Solicitar",))
    assert told(old, new) == ["El botón «Pedir» ahora se llama «Solicitar»"]


def test_a_title_that_follows_its_heading_is_not_told_again(tmp_path: Path) -> None:
    old = shot(tmp_path)
    aria = SCREEN.replace("Pedir una constancia", "Tu constancia")
    new = replace(old, aria=aria, title="Tu constancia · Constancias")
    assert told(old, new) == ["El encabezado «Pedir una constancia» ahora dice «Tu constancia»"]


def test_a_title_of_its_own_is_told(tmp_path: Path) -> None:
    old = shot(tmp_path)
    assert told(old, replace(old, title="Otro")) == [
        "La pantalla se titulaba «Pedir una constancia · Constancias» y ahora se titula «Otro»"
    ]


def test_a_visible_text_that_aria_does_not_hold_is_told(tmp_path: Path) -> None:
    old = shot(tmp_path)
    assert told(old, replace(old, texts=("Pedir", "Ojo"))) == ["Ahora también se lee «Ojo»"]
    hidden = replace(old, texts=("Pedir", "Ojo"))
    assert told(hidden, old) == ["Ya no se lee «Ojo»"]
    assert told(hidden, replace(old, texts=("Pedir", "Oído"))) == [
        "En un texto decía «Ojo» y ahora dice «Oído»"
    ]


def test_a_visible_text_that_aria_does_hold_is_not_told_again(tmp_path: Path) -> None:
    old = replace(shot(tmp_path), aria=SCREEN.replace("/salud", "#contenido"))
    assert told(old, replace(old, texts=("NOMBRE* CORREO", "#contenido"))) == []
    renamed = replace(old, aria=old.aria.replace('"Pedir"', '"Solicitar"'))
    # «Pedir» is still to be seen in both, somewhere else.
    assert told(old, renamed) == ["El botón «Pedir» ahora se llama «Solicitar»"]
    assert told(renamed, old) == ["El botón «Solicitar» ahora se llama «Pedir»"]


def test_steps_that_count_otherwise_are_told(tmp_path: Path) -> None:
    second, third = shot(tmp_path, 2), replace(shot(tmp_path, 3, OTHER), title="Listado")
    late = replace(third, name="constancia-paso-04", guide_step=4)
    other = replace(second, name="constancia-paso-03", guide_step=3)
    states = compare([approved(second), approved(third)], [other, late])
    assert [[change.text for change in state.changes] for state in states] == [
        [],
        [
            "La pantalla es otra: era «Listado» y ahora es «Pedir una constancia · Constancias»",
            "Es la pantalla que se aprobó como constancia-paso-02",
        ],
        ["Es la pantalla que se aprobó como constancia-paso-03"],
    ]
