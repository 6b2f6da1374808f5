"""What has changed on a screen is told as who looks after the guides would say it."""

import pytest

from reports.pictures.meaning import compare_meaning
from reports.pictures.states import Kind
from reports.tests.screens import DETAIL, LAST, LOG, MENU, ROW, SCREEN, TABLE


def edited(screen: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert old in screen
        screen = screen.replace(old, new)
    return screen


def told(old: str, new: str) -> list[str]:
    return [change.text for change in compare_meaning(old, new).changes]


@pytest.mark.parametrize(
    ("screen", "edits", "kind", "words"),
    [
        (
            SCREEN,
            [('button "Pedir"', 'button "Solicitar"')],
            Kind.RENAMED,
            "El botón «Pedir» ahora se llama «Solicitar»",
        ),
        (
            SCREEN,
            [("Nombre*", "Nombre(s)*")],
            Kind.RENAMED,
            "El campo «Nombre*» ahora se llama «Nombre(s)*»",
        ),
        (
            SCREEN,
            [('    - link "PENSIONES":\n      - /url: /pensiones\n', "")],
            Kind.MISSING,
            "Falta la pestaña «PENSIONES»",
        ),
        (
            SCREEN,
            [("  - text: Correo", '  - text: Folio*\n    - textbox "Folio*"\n    - text: Correo')],
            Kind.ADDED,
            "Es nuevo el campo «Folio*»",
        ),
        (
            SCREEN,
            [(": Dulce", ": Lucía")],
            Kind.OTHER_VALUE,
            "En el campo «Nombre*» decía «Dulce» y ahora dice «Lucía»",
        ),
        (
            SCREEN,
            [(": Dulce", "")],
            Kind.OTHER_VALUE,
            "En el campo «Nombre*» decía «Dulce» y ahora no dice nada",
        ),
        (
            SCREEN,
            [("Escribe tu correo", "a@b")],
            Kind.OTHER_VALUE,
            "En la indicación del campo «Correo» decía «Escribe tu correo» y ahora dice «a@b»",
        ),
        (
            SCREEN,
            [("una constancia", "tu constancia")],
            Kind.RENAMED,
            "El encabezado «Pedir una constancia» ahora dice «Pedir tu constancia»",
        ),
        (
            SCREEN,
            [("Escribe tus datos.", "Anota tus datos.")],
            Kind.OTHER_VALUE,
            "Un texto decía «Escribe tus datos.» y ahora dice «Anota tus datos.»",
        ),
        (
            SCREEN,
            [('button "Pedir"', 'button "Pedir" [disabled]')],
            Kind.OTHER_VALUE,
            "El botón «Pedir» ahora está desactivado",
        ),
        (
            SCREEN,
            [('button "Salir"', 'link "Salir"')],
            Kind.OTHER_VALUE,
            "«Salir» era un botón y ahora es un vínculo",
        ),
        (
            MENU,
            [(LOG, ""), (LAST, LAST + LOG)],
            Kind.MOVED,
            "La opción del menú «Bitácora» cambió de lugar: ahora está después de «Cancela cita»",
        ),
        (
            MENU,
            [(LAST, ""), ("  - list:\n", f"  - list:\n{LAST}")],
            Kind.MOVED,
            "La opción del menú «Cancela cita» cambió de lugar: ahora está antes de «Nueva cita»",
        ),
        (
            MENU,
            [('"Citas"', '"Trámites"')],
            Kind.RENAMED,
            "El menú «Citas» ahora se llama «Trámites»",
        ),
        (
            TABLE,
            [("CANCELADA", "AGENDADA")],
            Kind.OTHER_VALUE,
            "En «Estatus» del renglón 2 decía «CANCELADA» y ahora dice «AGENDADA»",
        ),
        (
            TABLE,
            [('      - row "29', f'{ROW}      - row "29')],
            Kind.ADDED,
            "Hay un renglón nuevo: 28/01/2024 · AGENDADA · CCC333",
        ),
        (
            TABLE,
            [('"Clave"', '"Clave de cita"')],
            Kind.RENAMED,
            "La columna «Clave» ahora se llama «Clave de cita»",
        ),
        (
            TABLE,
            [
                ('        - columnheader "Estatus"\n', ""),
                ('        - cell "AGENDADA"\n', ""),
                ('        - cell "CANCELADA"\n', ""),
            ],
            Kind.MISSING,
            "Falta la columna «Estatus»",
        ),
        (
            DETAIL,
            [('"02"', '"03"')],
            Kind.OTHER_VALUE,
            "En «Ventanilla» decía «02» y ahora dice «03»",
        ),
        (
            DETAIL,
            [("term: Ventanilla", "term: Mostrador")],
            Kind.RENAMED,
            "El dato «Ventanilla» ahora se llama «Mostrador»",
        ),
        (
            DETAIL,
            [('"Tu cita"', '"Datos de la cita"')],
            Kind.RENAMED,
            "La sección «Tu cita» ahora se llama «Datos de la cita»",
        ),
        (
            DETAIL,
            [(DETAIL[DETAIL.index("  - region") : DETAIL.index("  - paragraph")], "")],
            Kind.MISSING,
            "Falta la sección «Tu cita», con todo lo que tenía",
        ),
        (
            DETAIL,
            [("36 horas", "48 horas")],
            Kind.OTHER_VALUE,
            (
                "Un texto decía «…por teléfono, con 36 horas de anticipación,…» y ahora dice "
                "«…por teléfono, con 48 horas de anticipación,…»"
            ),
        ),
        (
            DETAIL,
            [('    - option "Me faltan documentos"\n', "")],
            Kind.MISSING,
            "Falta la opción «Me faltan documentos» de la lista «Motivo*»",
        ),
        (
            DETAIL,
            [("Elige uno", "Selecciona uno")],
            Kind.RENAMED,
            "La opción «Elige uno» de la lista «Motivo*» ahora se llama «Selecciona uno»",
        ),
        (
            DETAIL,
            [(" [selected]", ""), ('"Otro motivo"', '"Otro motivo" [selected]')],
            Kind.OTHER_VALUE,
            "En la lista «Motivo*» estaba elegido «Elige uno» y ahora está elegido «Otro motivo»",
        ),
        (
            DETAIL,
            [("Guardado", "Listo")],
            Kind.OTHER_VALUE,
            "El aviso decía «Guardado» y ahora dice «Listo»",
        ),
        (
            DETAIL,
            [("AAA111", "BBB222")],
            Kind.OTHER_VALUE,
            "Un texto decía «La cita AAA111, de Dulce.» y ahora dice «La cita BBB222, de Dulce.»",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_a_change_of_meaning_is_told_once_and_in_words(
    screen: str, edits: list[tuple[str, str]], kind: Kind, words: str
) -> None:
    meaning = compare_meaning(screen, edited(screen, *edits))
    assert [(change.kind, change.text) for change in meaning.changes] == [(kind, words)]
    assert not meaning.is_other


@pytest.mark.parametrize(
    "edits",
    [
        [("/salud", "/servicios/salud")],
        [("[level=1]", "[level=2]")],
        [('button "Pedir"', 'button "Pedir" [active]')],
        [("  - paragraph: Escribe tus datos.", "  - paragraph:\n    - text: Escribe tus datos.")],
    ],
)
def test_what_no_reader_notices_is_no_change(edits: list[tuple[str, str]]) -> None:
    assert compare_meaning(SCREEN, edited(SCREEN, *edits)).changes == ()


def test_several_changes_come_with_what_is_missing_first() -> None:
    changed = edited(
        SCREEN,
        ("Dulce", "Lucía"),
        ('"Correo"', '"Correo electrónico"'),
        ("text: Correo", "text: Correo electrónico"),
        ('  - button "Salir"\n', ""),
        ("Escribe tus datos.\n", 'Escribe tus datos.\n  - link "Ayuda"\n'),
    )
    assert [change.text for change in compare_meaning(SCREEN, changed).changes] == [
        "Falta el botón «Salir»",
        "El campo «Correo» ahora se llama «Correo electrónico»",
        "Es nuevo el vínculo «Ayuda»",
        "En el campo «Nombre*» decía «Dulce» y ahora dice «Lucía»",
    ]


def test_what_stands_elsewhere_was_not_renamed() -> None:
    elsewhere = edited(
        SCREEN, ('  - button "Pedir"\n', ""), ("  - heading", '  - button "Ayuda"\n  - heading')
    )
    assert told(SCREEN, elsewhere) == ["Falta el botón «Pedir»", "Es nuevo el botón «Ayuda»"]


def test_of_several_in_one_place_the_most_alike_were_renamed() -> None:
    buttons = "".join(f'  - button "{name}"\n' for name in ("Ayuda", "Salir ya", "Pedir ya"))
    changed = edited(SCREEN, ('  - button "Pedir"\n  - button "Salir"\n', buttons))
    assert set(told(SCREEN, changed)) == {
        "El botón «Pedir» ahora se llama «Pedir ya»",
        "El botón «Salir» ahora se llama «Salir ya»",
        "Es nuevo el botón «Ayuda»",
    }


def test_a_table_with_the_name_of_its_heading_is_not_told_again() -> None:
    renamed = edited(TABLE, ('"Listado"', '"Historial"'))
    assert told(TABLE, renamed) == ["El encabezado «Listado» ahora dice «Historial»"]


def test_a_heading_that_is_a_link_is_told_as_a_link() -> None:
    result = '  - heading "Portal":\n    - link "Portal":\n      - /url: /\n'
    assert told(SCREEN + result, SCREEN) == ["Falta el vínculo «Portal»"]


def test_many_rows_are_counted() -> None:
    rows = "".join(ROW.replace("CCC333", f"CCC33{number}") for number in range(4))
    longer = edited(TABLE, ('      - row "29', f'{rows}      - row "29'))
    first = "28/01/2024 · AGENDADA · CCC330"
    assert told(TABLE, longer) == [f"Hay 4 renglones nuevos; el primero: {first}"]
    assert told(longer, TABLE) == [f"Faltan 4 renglones; el primero: {first}"]


def test_a_row_that_only_moved_is_neither_new_nor_missing() -> None:
    first, second = (f"{TABLE}{ROW}", edited(TABLE, ('      - row "30', f'{ROW}      - row "30')))
    assert told(first, second) == [
        "Cambió de lugar un renglón, ahora el 1: 28/01/2024 · AGENDADA · CCC333"
    ]


def test_a_section_that_moved_is_told_and_its_parts_are_not() -> None:
    section = DETAIL[DETAIL.index("  - region") : DETAIL.index("  - paragraph")]
    moved = edited(DETAIL, (section, "")) + section
    assert told(DETAIL, moved) == [
        "La sección «Tu cita» cambió de lugar: ahora está después de «La cita AAA111, de Dulce.»"
    ]


def test_nothing_in_common_is_another_screen() -> None:
    meaning = compare_meaning(SCREEN, DETAIL)
    assert meaning.is_other
    assert meaning.changes == ()


def test_one_field_left_of_a_form_under_its_heading_is_the_same_screen() -> None:
    form = SCREEN[: SCREEN.index("  - paragraph")] + '  - paragraph: Listo.\n  - link "Adiós"\n'
    assert not compare_meaning(SCREEN, form).is_other
