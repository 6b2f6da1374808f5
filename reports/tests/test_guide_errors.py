"""A guide that cannot be read: the error says where, what, and what to do."""

from pathlib import Path

import pytest

from reports.errors import GuideError
from reports.guides.guide import read_guides
from reports.guides.source import read_facts
from reports.tests.samples import GUIDE, read, write_guide


def line_of(words: str) -> int:
    """Return the line of the sample guide on which some words stand."""
    return GUIDE[: GUIDE.index(words)].count("\n") + 1


WRONG = {
    "no section": (
        (GUIDE.replace("## Aviso\n", ""),),
        None,
        "falta la sección «Aviso»",
        "agregue el encabezado «## Aviso» con su contenido",
    ),
    "an empty section": (
        (GUIDE.replace("Obtener su constancia. {informativo}\n", ""),),
        None,
        "falta la sección «Objetivo»",
        "con su contenido",
    ),
    "an unknown fact": (
        (GUIDE.replace("{{ portal }}", "{{ portla }}"),),
        line_of("{{ portal }}"),
        "el dato «portla» no está en hechos.toml",
        "agréguelo ahí o use uno de: portal.",
    ),
    "a field missing": (
        (GUIDE.replace("sistema: Sistema de Constancias\n", ""),),
        1,
        "falta «sistema» en el encabezado",
        "escriba «sistema: …»",
    ),
    "a field without its value": (
        (GUIDE.replace("titulo: Pedir una constancia", "titulo:"),),
        1,
        "falta «titulo» en el encabezado",
        "escriba «titulo: …»",
    ),
    "no front matter": (
        (GUIDE.partition("---\n\n")[2],),
        1,
        "falta «titulo» en el encabezado",
        "entre las dos líneas «---» del principio",
    ),
    "a count that is no number": (
        (GUIDE.replace("pasos_publicados: 4", "pasos_publicados: cuatro"),),
        1,
        "pasos_publicados dice «cuatro»",
        "escriba un número entero",
    ),
    "a step that stands for nothing": (
        (GUIDE.replace(" {publicado=2,3}", ""),),
        line_of("2. Elija"),
        "el paso 2 no dice qué paso publicado sustituye",
        "agregue al final {publicado=N} o {publicado=N,M}",
    ),
    "a published step left out": (
        (GUIDE.replace("{publicado=2,3}", "{publicado=2}"),),
        None,
        "del paso publicado 3 no da cuenta ningún paso",
        "corrija {publicado=…} o pasos_publicados",
    ),
    "a published step too many": (
        (GUIDE.replace("{publicado=4}", "{publicado=4,5}"),),
        None,
        "un paso dice {publicado=5} y la guía publicada tiene 4",
        "corrija {publicado=…} o pasos_publicados",
    ),
    "two lists": (
        (GUIDE + "\nY además:\n\n1. Guárdela. {publicado=4}\n",),
        line_of("## Pasos") + 2,
        "los pasos no forman una sola lista",
        "bajo «## Pasos» deje una sola lista numerada",
    ),
    "a mark without a number": (
        (GUIDE.replace("{publicado=2,3}", "{publicado=2,}"),),
        line_of("2. Elija"),
        "el paso 2 no dice qué paso publicado sustituye",
        "agregue al final {publicado=N}",
    ),
    "a published step told twice": (
        (GUIDE.replace("{publicado=4}", "{publicado=3,4}"),),
        None,
        "dos pasos dicen {publicado=3}",
        "déjelo solo en el paso que lo sustituye",
    ),
    "a mark outside the steps": (
        (GUIDE.replace("Obtener su constancia.", "Obtener su constancia. {publicado=1}"),),
        line_of("Obtener su"),
        "{publicado=…} está fuera de los pasos",
        "déjelo al final de un paso",
    ),
    "a section nobody reads": (
        (GUIDE.replace("## Pasos", "## Notas\n\nUna.\n\n## Pasos"),),
        line_of("## Pasos"),
        "una guía no tiene una sección «Notas»",
        "deje solo estas, una vez cada una: Objetivo, Aviso, Pasos",
    ),
    "a section twice": (
        (GUIDE + "\n## Pasos\n\n1. Otro. {publicado=4}\n",),
        len(GUIDE.splitlines()) + 2,
        "la sección «Pasos» está repetida",
        "deje solo estas, una vez cada una",
    ),
    "a fact with a hyphen": (
        (GUIDE.replace("{{ portal }}", "{{ mi-portal }}"),),
        line_of("{{ portal }}"),
        "el dato «mi-portal» no está en hechos.toml",
        "use uno de: portal",
    ),
    "facts that cannot be read": (
        (GUIDE, "portal = Portal de Pruebas\n"),
        None,
        "no se entiende",
        'cada renglón se escribe: nombre = "valor"',
    ),
    "a mark that is none": (
        (GUIDE.replace("y es gratuita.", "y es gratuita. {informativa}"),),
        line_of("Tarda"),
        "«{informativa}» no es ninguna marca",
        "escriba {informativo}, {publicado=N}",
    ),
    "a mark that is not closed": (
        (GUIDE.replace("   > La clave", "   > Es única.\n   > La clave {publicado"),),
        line_of("> La clave") + 1,
        "«{publicado» no es ninguna marca",
        "escriba {informativo}, {publicado=N}",
    ),
    "a mark behind nothing": (
        (GUIDE.replace("Tarda", "{informativo} Tarda"),),
        line_of("Tarda"),
        "{informativo} no está detrás de ninguna frase",
        "escríbalo después del punto",
    ),
    "a symbol that Word left": (
        (GUIDE.replace("Obtener", "\uf0b7 Obtener"),),
        line_of("Obtener"),
        "en la columna 1 hay un carácter que no es texto",
        "bórrelo: suele quedar al pegar desde Word",
    ),
    "a mark of what is published in a guide that replaces nothing": (
        (GUIDE.replace("sustituye: La guía de constancias publicada\npasos_publicados: 4\n", ""),),
        line_of("1. Abra") - 2,
        "el paso 1 dice {publicado=…} y la guía no sustituye a ninguna",
        "agregue «sustituye» arriba",
    ),
    "a published guide without its count": (
        (GUIDE.replace("pasos_publicados: 4\n", ""),),
        1,
        "falta «pasos_publicados» en el encabezado",
        "escriba «pasos_publicados: …»",
    ),
    "a step that begins with a list": (
        (GUIDE.replace("3. Espere el aviso", "3. - Espere el aviso"),),
        line_of("3. Espere"),
        "el paso 3 no empieza con una instrucción",
        "escriba primero lo que se debe hacer",
    ),
    "a step of a mark alone": (
        (GUIDE.replace("3. Espere el aviso **Listo**. ", "3. "),),
        line_of("3. Espere"),
        "el paso 3 no empieza con una instrucción",
        "escriba primero lo que se debe hacer",
    ),
    "a list with numbers before the steps": (
        (GUIDE.replace("Obtener su constancia.", "Esto:\n\n1. Una."),),
        line_of("Obtener") + 2,
        "hay una lista numerada fuera de los pasos",
        "use guiones",
    ),
    "Markdown that a guide has no use for": (
        (GUIDE.replace("   > La clave", "   ![Así](a.png)\n\n   > La clave"),),
        line_of("> La clave"),
        "una guía no lleva una imagen: las toma la corrida",
        "deje solo párrafos, negritas, cursivas, vínculos, listas con guion y notas con >",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_error_says_where_what_and_what_to_do(tmp_path: Path, case: str) -> None:
    written, line, problem, advice = WRONG[case]
    file = "hechos.toml" if len(written) > 1 else "constancia.md"
    where = f"{tmp_path / file}:{line}: " if line else f"{tmp_path / file}: "
    with pytest.raises(GuideError) as caught:
        read(tmp_path, *written)
    first, _, rest = str(caught.value).partition("\n  Qué hacer: ")
    assert first.startswith(where)
    assert problem in first
    assert advice in rest


def test_facts_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        read_facts(tmp_path)
    path = tmp_path / "hechos.toml"
    assert str(caught.value) == (
        f"{path}: no está el archivo de datos compartidos\n  Qué hacer: recupérelo con git."
    )


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    write_guide(tmp_path)
    (tmp_path / "constancia.md").write_bytes(GUIDE.encode("cp1252"))
    with pytest.raises(GuideError, match=r"constancia\.md: el archivo no está en UTF-8\n.*UTF-8"):
        read_guides(tmp_path)
