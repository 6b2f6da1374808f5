"""One thing told in two ways: each check finds it, and is silent where there is none."""

import pytest

from reports.lint.checks import addresses, labels, limits, paths, telephones
from reports.tests.lint_samples import Check, told

# A check, guides in which it finds something, what it says, and guides in which it does not.
KINDS: dict[str, tuple[Check, list[str], str, list[str]]] = {
    "a field with two names": (
        labels.check_names,
        [
            "1. Llene los campos.\n\nFecha del pago: 01/03/2024",
            "PAGO DE MULTAS\n\n1. Vea.\n\nFecha: 01/03/2024",
        ],
        "a.txt:3, paso 1: «Fecha del pago» | b.txt:5, paso 1: «Fecha»",
        [
            "1. Llene los campos.\n\nFecha del pago: 01/03/2024",
            "1. Vea.\n\nFecha de alta: 1/3/2024",
        ],
    ),
    "two endings": (
        labels.check_names,
        ["1. Vea.\n\nHora: 9:00\n\nTurno: 1\n\nHorario: 9:00"],
        "a.txt:3, paso 1: «Hora» | a.txt:7, paso 1: «Horario»",
        ["1. Vea.\n\nHora: 9:00\n\nHoja: 2"],
    ),
    "an article more": (
        labels.check_names,
        ["1. Elija “Folio de pago”.", "1. Elija “Folio del pago”."],
        "a.txt:1, paso 1: «Folio de pago» | b.txt:1, paso 1: «Folio del pago»",
        ["1. Elija “Folio de pago”.", "1. Elija “Folio de multa”."],
    ),
    "a letter less": (
        labels.check_names,
        ["1. Elija “Ventanilla única”.", "1. Elija “Ventanila única”."],
        "«Ventanilla única» | b.txt:1, paso 1: «Ventanila única»",
        ["1. Elija “Ventanilla 10”.", "1. Elija “Ventanilla 11”."],
    ),
    "other capitals than the screen": (
        labels.check_capitals,
        ["1. Elija “Libros Nuevos”.\n\nREVISTAS LIBROS NUEVOS DISCOS"],
        "a.txt:1, paso 1: «Libros Nuevos» | a.txt:3, paso 1: «REVISTAS LIBROS NUEVOS DISCOS»",
        ["1. Elija “LIBROS NUEVOS”.\n\nREVISTAS LIBROS NUEVOS DISCOS"],
    ),
    "two addresses": (
        addresses.check_addresses,
        ["1. Abra https://libros.example.mx.", "1. Abra https://libro.example.mx."],
        "a.txt:1, paso 1: https://libros.example.mx | b.txt:1, paso 1: https://libro.example.mx",
        ["1. Abra https://libros.example.mx.", "1. Abra https://discos.example.net/altas."],
    ),
    "a name that is not as in the address": (
        addresses.check_names,
        ["1. Busque Portal BIBLIOTEX o abra https://biblotex.example.mx."],
        "a.txt:1, paso 1: «biblotex» en la dirección | a.txt:1, paso 1: «BIBLIOTEX»",
        ["1. Busque Portal BIBLIOTEX o abra https://biblotex.example.mx («biblotex»)."],
    ),
    "two numbers": (
        telephones.check_numbers,
        ["1. Llame a la Línea Lectora: 55 1234 5678.", "1. Línea Lectora: 55 9999 0000."],
        "a.txt:1, paso 1: 55 1234 5678 | b.txt:1, paso 1: 55 9999 0000",
        ["1. Llame al 55 1234 5678.", "1. Llame al 81 9999 0000."],
    ),
    "other options": (
        telephones.check_menus,
        ["1. Llame al 55 1234 5678, opción 2.", "1. Al 5512345678, opción 2, submenú 4."],
        "a.txt:1, paso 1: «opción 2» | b.txt:1, paso 1: «opción 2, submenú 4»",
        ["1. Llame al 55 1234 5678, opción 2.", "1. Llame al 81 9999 0000, opción 7."],
    ),
    "a telephone without hours": (
        telephones.check_hours,
        ["1. Llame al 55 1234 5678."],
        "a.txt:1, paso 1: 55 1234 5678",
        ["1. Llame al 55 1234 5678, de lunes a viernes."],
    ),
    "a limit that says the contrary": (
        limits.check_contrary,
        ["1. Cancele máximo con 48 horas de anticipación."],
        "a.txt:1, paso 1: «máximo con 48 horas de anticipación»",
        ["1. Cancele con 48 horas de anticipación o más."],
    ),
    "two limits": (
        limits.check_limits,
        ["1. Cancele con 48 horas de anticipación.", "1. Se cancela con 24 horas de anticipación."],
        "«con 48 horas de anticipación» | b.txt:1, paso 1: «con 24 horas de anticipación»",
        ["1. Cancele con 48 horas de anticipación.", "1. Pague con 24 horas de anticipación."],
    ),
    "a limit without an end": (
        limits.check_consequence,
        ["1. Cancele con 48 horas hábiles de anticipación."],
        "a.txt:1, paso 1: «con 48 horas hábiles de anticipación»",
        ["1. Cancele con 48 horas hábiles de anticipación. Si faltan menos de 48, llame."],
    ),
    "hours counted in two ways": (
        limits.check_consequence,
        ["1. Cancele con 48 horas de anticipación. Si faltan menos de 48, llame."],
        "a.txt:1, paso 1: «con 48 horas de anticipación»",
        ["1. Cancele con 48 horas corridas de anticipación. Si faltan menos de 48, llame."],
    ),
    "a limit told too late": (
        limits.check_place,
        ["CANCELACIÓN DEL APARTADO\n\n1. Entre.\n\n2. Cancele con 48 horas de anticipación."],
        "a.txt:5, paso 2: «con 48 horas de anticipación»",
        ["CANCELACIÓN DEL APARTADO\n\nCancele con 48 horas de anticipación.\n\n1. Entre."],
    ),
    "another corner": (
        paths.check_places,
        ["1. Arriba, en la parte superior derecha, abra “Socios”.", "1. “Socios”, a la izquierda."],
        "a.txt:1, paso 1: «socios»: superior derecha | b.txt:1, paso 1: «socios»: izquierda",
        ["1. A la derecha, abra “Socios”.", "1. A la izquierda, abra “Altas”."],
    ),
    "another menu": (
        paths.check_places,
        ["1. En el menú “Socios” elija “Bajas”.", "1. En el menú “Altas” elija “Bajas”."],
        "a.txt:1, paso 1: «bajas»: socios | b.txt:1, paso 1: «bajas»: altas",
        ["1. En el menú “Socios” elija “Bajas”.", "1. En el menú “Altas” elija “Nueva”."],
    ),
    "a menu that nothing opens": (
        paths.check_opened,
        ["1. En el menú “Socios” elija “Bajas”."],
        "a.txt:1, paso 1: «socios» (un menú)",
        ["1. Abra “Socios” y, en el menú “Socios”, elija “Bajas”."],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_found_and_told(kind: str) -> None:
    check, guides, finding, _ = KINDS[kind]
    assert any(finding in it for it in told(check, *guides)), told(check, *guides)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_where_nothing_is(kind: str) -> None:
    check, _, _, guides = KINDS[kind]
    assert told(check, *guides) == []
