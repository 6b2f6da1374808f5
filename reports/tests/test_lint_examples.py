"""Dates, things, promises and titles that do not agree: found, and not found where they do."""

import pytest

from reports.lint.checks import dates, promises, sources, things, titles
from reports.tests.lint_samples import Check, told

# A check, guides in which it finds something, what it says, and guides in which it does not.
KINDS: dict[str, tuple[Check, list[str], str, list[str]]] = {
    "a date that is none": (
        dates.check_dates,
        ["1. Elija el 31/02/2024."],
        "a.txt:1, paso 1: «31/02/2024»",
        ["1. Elija el 29/02/2024, el 30-12-2024 o el 2024-12-30."],
    ),
    "a date with a stray sign": (
        dates.check_dates,
        ["1. Vea.\n\nFecha: 04/08/2023/"],
        "a.txt:3, paso 1: «04/08/2023/»",
        ["1. Vea.\n\nFecha: 04/08/2023, o el 4/8."],
    ),
    "a date behind a dot that ends nothing": (
        dates.check_dates,
        ["1. Elija el 31.02.2024."],
        "a.txt:1, paso 1: «31.02.2024»",
        ["1. Con el 156.0.8078.79, Chrome 99.0.8078 o la versión 31.13.2024."],
    ),
    "two formats of days, not of versions": (
        dates.check_formats,
        ["1. Elija el 30/01/2024 o el 30-01-2024."],
        "a.txt:1, paso 1: «30/01/2024» | a.txt:1, paso 1: «30-01-2024»",
        ["1. Con Chrome 99.0.8078 elija el 30/01/2024."],
    ),
    "a thirteenth month": (
        dates.check_dates,
        ["1. Elija el 30-13-2024 o el 31 de abril de 2024."],
        "a.txt:1, paso 1: «30-13-2024»",
        ["1. Elija el 30 de abril de 2024, no el 1.2.3."],
    ),
    "two formats": (
        dates.check_formats,
        ["1. De 9:00 hrs-9:30 hrs.", "1. De 9:00-9:30 hrs."],
        "a.txt:1, paso 1: «9:00 hrs-9:30 hrs» | b.txt:1, paso 1: «9:00-9:30 hrs»",
        ["1. De 9:00-9:30 hrs.", "1. De 10:00-10:30 hrs."],
    ),
    "an example that changes": (
        dates.check_examples,
        ["1. Elija.\n\nFecha: 01/03/2024\n\n2. Revise.\n\nFecha del pago: 05/03/2024"],
        "a.txt:7, paso 2: «05/03/2024» | a.txt:3, paso 1: «01/03/2024»",
        ["1. Elija.\n\nFecha: 01/03/2024\n\n2. Revise.\n\nFecha del pago: 01/03/2024"],
    ),
    "two keys for one hour": (
        dates.check_keys,
        [
            "1. Vea.\n\nFecha: 01/03/2024   Hora: 9:00-9:30   Folio: AB12",
            "1. Vea.\n\nFecha: 01/03/2024   Hora: 9:00-9:30   Folio: ZZ98",
        ],
        "a.txt:3, paso 1: 01/03/2024, 9:00-9:30: «AB12» | b.txt:3, paso 1: «ZZ98»",
        [
            "1. Vea.\n\nFecha: 01/03/2024   Hora: 9:00-9:30   Folio: AB12",
            "1. Vea.\n\nFecha: 02/03/2024   Hora: 9:00-9:30   Folio: ZZ98",
        ],
    ),
    "one person with two names": (
        things.check_words,
        ["1. El beneficiario entra.\n\n2. Escriba los datos del titular."],
        "a.txt:1, paso 1: «beneficiario» | a.txt:3, paso 2: «titular»",
        ["1. El titular entra.\n\n2. Escriba los datos del titular."],
    ),
    "another kind of thing": (
        things.check_kinds,
        ["CREDENCIAL DIGITAL\n\n1. Pida su credencial médica."],
        "a.txt:3, paso 1: «credencial médica», en una guía de «credencial digital»",
        ["CREDENCIAL DIGITAL\n\n1. Pida su credencial digital vigente."],
    ),
    "a promise without a step": (
        promises.check_promises,
        ["RENOVACIÓN DEL CARNÉ\n\nObtenga el folio que le permitirá imprimir.\n\n1. Entre."],
        "a.txt:3: «imprimir», en «Obtenga el folio que le permitirá imprimir.»",
        ["RENOVACIÓN DEL CARNÉ\n\nObtenga el folio que le permitirá imprimir.\n\n1. Imprima."],
    ),
    "a guide that is not named": (
        promises.check_promises,
        [
            "CONSULTA DE FOLIOS\n\nObtenga el folio que le permitirá cancelar.\n\n1. Entre.",
            "CANCELACIÓN DE PEDIDOS\n\n1. Escriba el folio.",
        ],
        "a.txt:3: «cancelar», en «Obtenga el folio que le permitirá cancelar.» | b.txt: «CANC",
        [
            (
                "CONSULTA DE FOLIOS\n\nObtenga el folio que le permitirá cancelar, con la guía "
                "«Cancelación de pedidos».\n\n1. Entre."
            ),
            "CANCELACIÓN DE PEDIDOS\n\n1. Escriba el folio.",
        ],
    ),
    "promised for what is not asked": (
        promises.check_promises,
        [
            (
                "CONSULTA DE FOLIOS\n\nObtenga el folio que le permitirá cancelar, con la guía "
                "«Cancelación de pedidos».\n\n1. Entre."
            ),
            "CANCELACIÓN DE PEDIDOS\n\n1. Escriba su nombre.",
        ],
        "a.txt:3: «folio» para «cancelar» | b.txt: no pide «folio» en ningún paso",
        [
            (
                "CONSULTA DE FOLIOS\n\nObtenga el folio que le permitirá cancelar, con la guía "
                "«Cancelación de pedidos».\n\n1. Entre."
            ),
            "CANCELACIÓN DE PEDIDOS\n\nNo necesita el folio.\n\n1. Escriba su nombre.",
        ],
    ),
    "a promise in other words": (
        promises.check_wording,
        [
            (
                "Obtenga el folio que le permitirá cancelar o reimprimir.\n\n1. Apunte el "
                "folio para poder hacer lo siguiente:\n"
                " - a. Descargar el carné.\n - b. Cancelar un pedido."
            )
        ],
        "a.txt:3, paso 1: «folio»: descargar, cancelar | a.txt:1: «folio»: cancelar, reimprimir",
        [
            (
                "Obtenga el folio que le permitirá cancelar o descargar.\n\n1. Apunte el "
                "folio para poder hacer lo siguiente:\n"
                " - a. Descargar el carné.\n - b. Cancelar un pedido."
            )
        ],
    ),
    "two titles": (
        titles.check_titles,
        ["CONSULTA DE FOLIOS (HISTORIAL)\n\nREVISIÓN DE FOLIOS (HISTORIAL)\n\n1. Entre."],
        "a.txt:3: «REVISIÓN DE FOLIOS (HISTORIAL)» | a.txt:1: «CONSULTA DE FOLIOS (HISTORIAL)»",
        ["CONSULTA DE FOLIOS (HISTORIAL)\n\n1. Entre."],
    ),
    "a warning in one guide alone": (
        titles.check_warnings,
        [
            "1. Capture su nombre y dé clic en “Buscar”.",
            "1. Capture su nombre y dé clic en “Buscar”.\n\nNota: sin acentos.",
        ],
        "a.txt:1, paso 1: «Capture su nombre y dé clic en “Buscar”.» | b.txt:1, paso 1: «Nota: sin",
        [
            "1. Capture su nombre y dé clic en “Buscar”.\n\nNota: sin acentos.",
            "1. Capture su nombre y dé clic en “Buscar”.\n\nNota: sin acentos.",
        ],
    ),
    "a text that only one knows": (
        sources.check_texts,
        ["1. Elija “Altas”.", "1. Elija “Bajas”.\n\n2. Elija “Altas”."],
        "b.txt:1, paso 1: «Bajas»",
        ["1. Elija “Altas”.", "1. Elija “Altas”."],
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
