"""What is wrong within a guide: each check finds it, and is silent where there is none."""

import pytest

from reports.lint.checks import (
    acts,
    numbering,
    orders,
    pictures,
    repeated,
    sentences,
    tables,
    titles,
)
from reports.tests.lint_samples import Check, told

_TABLE = "Folio	Activo	Multa\nAB12C3	SI	5\nAB12C3	SI	7"
# A check, a guide in which it finds something, what it says, and a guide in which it does not.
KINDS: dict[str, tuple[Check, str, str, str]] = {
    "a number left out": (
        numbering.check_numbers,
        "1. Entre.\n\n3. Salga.",
        "a.txt:3, paso 3: después del 1 va el 3 | a.txt:1, paso 1: paso 1",
        "1. Entre.\n\n2. Salga.\n\n# Otra cosa\n\n1. Entre.",
    ),
    "a number told twice": (
        numbering.check_numbers,
        "1. Entre.\n\n2. Pase.\n\n2. Salga.",
        "a.txt:5, paso 2: después del 2 va el 2",
        "1. Entre.\n   1. Por la puerta.\n\n2. Salga.",
    ),
    "no first step": (
        numbering.check_numbers, "2. Entre.", "a.txt:1, paso 2: empieza en el 2", "1. Entre.",
    ),
    "no steps": (
        numbering.check_numbers, "Entre y salga.", "a.txt: 1 renglones, ningún paso", "1. Entre.",
    ),
    "a step of a step": (
        numbering.check_numbers,
        "1. Entre. Paso 4) Salga.",
        "a.txt:1, paso 1: «Paso 4» dentro de «Entre. Paso 4) Salga.»",
        "Paso 1: Entre.\n\nPaso 2: Vuelva al paso 1.",
    ),
    "a step that does not exist": (
        numbering.check_mentions,
        "1. Entre.\n\n2. Repita los pasos 1 a 3.",
        "a.txt:3, paso 2: «pasos 1 a 3»; la guía llega al paso 2",
        "1. Entre.\n\n2. Repita el paso 1, y el paso 9 de la guía «Altas».",
    ),
    "a step told twice": (
        repeated.check_steps,
        ("1. Arriba se mostrará el menú desplegable “Altas”, donde debe elegir “Nueva”.\n\n"
        "2. Arriba se mostrará el menú “Altas”, donde se debe elegir “Nueva”."),
        "a.txt:3, paso 2: «Arriba se mostrará el menú “Altas”",
        ("1. Arriba se mostrará el menú “Altas”, donde debe elegir “Nueva”.\n\n"
        "2. Arriba se mostrará el menú “Bajas”, donde debe elegir “Nueva”."),
    ),
    "a form filled in twice": (
        repeated.check_steps,
        "1. Capture la información.\n\n2. Ingrese sus datos y dé clic en “Seguir”.",
        "a.txt:3, paso 2: «Ingrese sus datos y dé clic en “Seguir”.» | a.txt:1, paso 1:",
        "1. Capture la información y dé clic en “Seguir”.\n\n2. Ingrese sus datos de pago.",
    ),
    "a form that is not sent": (
        acts.check_sent,
        "1. Capture su nombre.\n\n2. Se mostrará el aviso.",
        "a.txt:1, paso 1: «Capture su nombre.»",
        "1. Capture su nombre.\n\n2. Dé clic en “Enviar”.",
    ),
    "a result that is not opened": (
        acts.check_results,
        "1. Busque la biblioteca.\n\nLa búsqueda mostrará su nombre.\n\nO ingrese a la página.",
        "a.txt:3, paso 1: «La búsqueda mostrará su nombre.»",
        "1. Busque la biblioteca.\n\nLa búsqueda mostrará su nombre; dé clic en él.",
    ),
    "looked at and not chosen": (
        acts.check_looking,
        "1. Hay que identificar el botón “Abrir caja”.",
        "a.txt:1, paso 1: «Hay que identificar el botón “Abrir caja”.»",
        "1. Identifique el botón “Abrir caja” y dé clic en él.",
    ),
    "fields without a name": (
        acts.check_fields,
        "1. Capture la información que se solicita y dé clic en “Buscar”.",
        "a.txt:1, paso 1: «Capture la información que se solicita y dé clic en “Buscar”.»",
        "1. Capture la información que se solicita:\n\nNombre(s)*:\n\nApellido:",
    ),
    "a code that may be refused": (
        acts.check_code,
        "1. Capture el código captcha.",
        "a.txt:1, paso 1: «Capture el código captcha.»",
        "1. Capture el código captcha. Si se rechaza, copie el nuevo.",
    ),
    "another errand": (
        titles.check_errands,
        "BAJA DE SOCIOS\n\n1. Elija “Comprar libros”.",
        "a.txt:3, paso 1: «Comprar libros», en «BAJA DE SOCIOS»",
        "BAJA DE SOCIOS\n\n1. Elija “Comprar libros”, que sirve también para esto.",
    ),
    "an option pressed where another is not": (
        titles.check_errands,
        "BAJA DE SOCIOS\n\n1. No oprima “Comprar libros”. Luego oprima “Comprar libros”.",
        "a.txt:3, paso 1: «Comprar libros», en «BAJA DE SOCIOS»",
        ("BAJA DE SOCIOS\n\n1. Escriba “Primer apellido*” y “Lugar de alta”. No oprima “Comprar "
        "libros”.\n\n2. Salga sin hacer clic en el botón “Rentar libros”."),
    ),
    "an option to be chosen if another is missing": (
        titles.check_errands,
        "BAJA DE SOCIOS\n\n1. Si no aparece elija “Comprar libros”.",
        "a.txt:3, paso 1: «Comprar libros», en «BAJA DE SOCIOS»",
        "BAJA DE SOCIOS\n\n1. Si no aparece, nunca elija “Comprar libros”.",
    ),
    "a name that comes too late": (
        titles.check_terms,
        "1. Entre.\n\n2. Escriba su nombre como está en PADRONUBI.",
        "a.txt:3, paso 2: «PADRONUBI» aparece por primera vez",
        "Tenga su registro en PADRONUBI.\n\n1. Entre.\n\n2. Escriba su CURP, como en PADRONUBI.",
    ),
    "no date": (
        titles.check_date, "1. Entre.", "a.txt: ni fecha ni versión", "Versión 2.\n\n1. Entre.",
    ),
    "which row": (
        tables.check_rows,
        "1. Apunte la multa.\n\n" + _TABLE,
        "a.txt:1, paso 1: pide «Multa» y muestra 2 renglones: 5, 7",
        "1. Apunte la multa del primer renglón. El folio, activo o no, se repite.\n\n" + _TABLE,
    ),
    "a key told twice": (
        tables.check_rows,
        "1. Vea.\n\n" + _TABLE,
        "a.txt:4, paso 1: «AB12C3» en 2 renglones de «Folio»",
        "1. Vea. El folio, activo o no, ocupa dos renglones.\n\n" + _TABLE,
    ),
    "a column without a meaning": (
        tables.check_rows,
        "1. Vea.\n\n" + _TABLE,
        "a.txt:4, paso 1: la columna «Activo» dice «SI»",
        "1. Vea si está activo. El folio ocupa dos renglones.\n\n" + _TABLE,
    ),
    "a button without a word": (
        tables.check_buttons,
        "1. Vea su multa.\n\nRegresar",
        "a.txt:3, paso 1: «Regresar»",
        "1. Vea su multa y dé clic en “Regresar”.\n\nRegresar",
    ),
    "a label cut short": (
        tables.check_cut,
        "1. Vea.\n\nFolio	Fecha de re...\nAB12	1",
        "a.txt:3, paso 1: «Fecha de re...»",
        "1. Vea cómo carga...\n\nFolio	Fecha\nAB12	1",
    ),
    "a picture without words": (
        pictures.check_alt,
        "1. Entre.\n\n![](uno.png)\n\n<img src='dos.png' alt='imagen 2'>",
        "a.txt:3, paso 1: la imagen 1",
        "1. Entre.\n\n![La puerta de la sala](uno.png)\n\n<img alt='La puerta' src='dos.png'>",
    ),
    "a picture with its file's name": (
        pictures.check_alt,
        '1. Entre.\n\n<img src="dos.png" alt="dos.png">',
        "a.txt:3, paso 1: la imagen 1 dice «dos.png»",
        '1. Entre.\n\n<img src="dos.png" alt="La puerta, abierta">',
    ),
    "left to the picture": (
        pictures.check_pointing,
        "1. Se mostrará la siguiente pantalla.",
        "a.txt:1, paso 1: «siguiente pantalla»",
        "1. Se mostrará la siguiente pantalla “Altas”.",
    ),
    "a notice that is not quoted": (
        pictures.check_pointing,
        "1. Se mostrará el siguiente aviso.",
        "a.txt:1, paso 1: «Se mostrará el siguiente aviso.»",
        "1. Se mostrará el siguiente aviso “Pedido cancelado”.",
    ),
    "orders in two forms": (
        orders.check_forms,
        "1. Dar clic en “Altas”.\n\n2. Hay que elegir uno.\n\n3. Elija otro.",
        "a.txt:1, paso 1: en infinitivo («elegir»): «dar clic» | a.txt:3, paso 2:",
        "1. Elija “Escribe tu nombre”.\n\n2. Oprima “Altas”. Se escribe sin acentos.",
    ),
    "tú and usted": (
        orders.check_address,
        "1. Debe elegir uno.\n\nNombre: Escribe tu nombre",
        "a.txt:3, paso 1: «Nombre: Escribe tu nombre» | a.txt:1, paso 1: «Debe elegir uno.»",
        "1. Debe elegir uno. El nombre se escribe con acentos.",
    ),
    "a list with and without verbs": (
        orders.check_lists,
        "1. Llene lo siguiente:\n\n- a) Solicitante\n- b) Elegir un motivo",
        "a.txt:3, paso 1: «Solicitante» | a.txt:4, paso 1: «Elegir un motivo»",
        ("1. Llene lo siguiente:\n\n- a) Escribir el nombre\n- b) Elegir un motivo\n\n"
        "2. Vea la lista.\n\nOPCIONES DEL MENÚ\n\n- Altas\n- Elegir libros"),
    ),
    "a long sentence": (
        sentences.check_length,
        "1. Elija " + "uno y otro " * 10 + "más.",
        "a.txt:1, paso 1: 32 palabras: «Elija uno y otro",
        "1. Elija " + "uno y otro " * 9 + "más.",
    ),
    "a slip": (
        sentences.check_typos,
        "1. Dé clic e “Buscar”.",
        "a.txt:1, paso 1: «clic e “Buscar”.»",
        "1. Dé clic en “Buscar” y en el botón.",
    ),
    "a capital in the middle": (
        sentences.check_typos,
        "1. Debe Ingresar su nombre.",
        "a.txt:1, paso 1: «Debe Ingresar su nombre.»",
        "1. Debe ingresar su nombre. Ingresar es fácil.",
    ),
    "a word told twice": (
        sentences.check_typos, "1. Elija el el libro.", "«el el libro.»", "1. Elija el libro, el.",
    ),
    "no blanks at all": (
        sentences.check_literal,
        "1. Cuide que los espacios en blanco no existan.",
        "a.txt:1, paso 1: «Cuide que los espacios en blanco no existan.»",
        "1. Cuide que no haya espacios de más.",
    ),
    "words that are called a word": (
        sentences.check_literal,
        "1. Escriba la palabra Portal Lector.",
        "a.txt:1, paso 1: «la palabra», y son varias: «Portal Lector»",
        "1. Escriba la palabra Portal.",
    ),
    "a button that is not marked": (
        sentences.check_literal,
        "1. Dé clic en buscar.",
        "a.txt:1, paso 1: «buscar»",
        "1. Dé clic en “Buscar”.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_found_and_told(kind: str) -> None:
    check, guide, finding, _ = KINDS[kind]
    assert any(finding in it for it in told(check, guide)), told(check, guide)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_where_nothing_is(kind: str) -> None:
    check, _, _, guide = KINDS[kind]
    assert told(check, guide) == []
