"""A text that is not on the screen, and the nearest one that is."""

from pathlib import Path

import pytest

from reports.recorder import MissingTextError, check_texts
from reports.tests.samples import GUIDE, SHOWN, followed, going_on, read
from reports.texts import missing_texts, nearest, not_found

MENU = ("Citas", "Cancela cita", "Sistema de Citas Administrativas")


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("Bitácora", "Bitácoras"),
        ("Bitácora", "BITÁCORA"),  # the same word in capitals is another text, and the nearest
        ("Primer apellido*", "Apellido paterno*"),
        ("Bitácora", "Historial de la bitácora"),
    ],
)
def test_the_nearest_is_the_label_renamed(quoted: str, shown: str) -> None:
    assert nearest(quoted, (*MENU, shown)) == shown


def test_nothing_alike() -> None:
    assert nearest("Ventanilla", ("Fecha", "02", "SALUD")) is None
    assert nearest("Ventanilla", ()) is None


def test_what_is_said() -> None:
    assert not_found("Buscar", ["Búsqueda"]) == (
        "«Buscar» no está en la pantalla; lo más parecido es «Búsqueda»"
    )
    assert not_found("Buscar", ["02"]) == "«Buscar» no está en la pantalla, ni nada parecido"


def test_a_text_that_the_guide_quotes_is_never_another_renamed(tmp_path: Path) -> None:
    guide = read(tmp_path, GUIDE.replace("**Listo**", "**Constancia lista**"))
    shown = SHOWN | {2: ("Constancia lista", "Mis papeles", "Pedir*")}
    scenario = followed(shown | {3: ("Constancia lista",)})
    assert list(missing_texts(guide, scenario)) == [
        (2, "«Constancias» no está en la pantalla, ni nada parecido")
    ]


def test_a_text_has_to_be_seen_in_its_own_step(tmp_path: Path) -> None:
    scenario = followed(SHOWN | {2: ("Pedir*",), 3: ("Constancias", "Listo")})
    assert [number for number, _ in missing_texts(read(tmp_path), scenario)] == [2]


def test_part_of_a_text_is_not_that_text(tmp_path: Path) -> None:
    scenario = followed(SHOWN | {3: ("Listo, recójala",)})
    [(number, trouble)] = missing_texts(read(tmp_path), scenario)
    assert (number, trouble.endswith("«Listo, recójala»")) == (3, True)


def test_several_looks_at_one_step_count_together(tmp_path: Path) -> None:
    scenario = followed(SHOWN | {2: ("Constancias",)})
    assert list(missing_texts(read(tmp_path), scenario))
    scenario.sights.append(followed().sights[1])
    assert not list(missing_texts(read(tmp_path), scenario))


def test_missing_texts_end_a_test_that_nothing_else_ends(tmp_path: Path) -> None:
    guide, scenario = read(tmp_path), followed(SHOWN | {3: ("Lista",)})
    with pytest.raises(MissingTextError, match="paso 3: «Listo» no está en la pantalla"):
        check_texts(guide, scenario, None, ())


def test_missing_texts_are_told_beside_what_is_false_in_other_steps(tmp_path: Path) -> None:
    scenario = going_on(followed({1: SHOWN[1], 3: ("Lista",)}), {2: "no está"})
    failure = AssertionError("no está")
    check_texts(read(tmp_path), scenario, failure, ())
    [note] = failure.__notes__
    assert "paso 3: «Listo» no está en la pantalla; lo más parecido es «Lista»" in note
    assert "paso 2" not in note  # it is told by what failed there
