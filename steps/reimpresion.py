"""The sheet "Asignación de clave de nueva cita": asking for it again, and what it says."""

from collections.abc import Mapping

from pytest_bdd import then, when

from steps.pdf import Pdf, read_pdf
from steps.person import Person, full_name
from steps.reader import Reader
from steps.screens.reimpresion import Reprint
from steps.sentence import Sentence

TITLE = "Reimprime cita, y la hoja"


@when(Sentence('escribe su {identity} y la clave "{key}"'), target_fixture="typed")
def types_key(reader: Reader, person: Person, identity: str, key: str) -> Mapping[str, str]:
    """Escribe la CURP o el RFC de quien lee, y una clave."""
    values = {"CURP": person.curp, "RFC": person.rfc}
    return Reprint(reader).type(values[identity], key)


@when(Sentence("escribe su CURP y la clave que apuntó"), target_fixture="typed")
def types_noted_key(reader: Reader, person: Person, noted_key: str) -> Mapping[str, str]:
    """Escribe la CURP de quien lee y la clave que se apuntó antes."""
    return Reprint(reader).type(person.curp, noted_key)


@when(Sentence('descarga "{name}"'), target_fixture="sheet")
def downloads(reader: Reader, name: str) -> Pdf:
    """Oprime algo que descarga la hoja, y la abre."""
    return read_pdf(Reprint(reader).download(name))


@then(Sentence('no puede descargar "{name}"'))
def cannot_download(reader: Reader, name: str) -> None:
    """Comprueba que no se ofrece descargar la hoja."""
    Reprint(reader).offers_no(name)


@when(Sentence('abre la hoja "{title}"'))
def opens_sheet(sheet: Pdf, title: str) -> None:
    """Abre la hoja que se descargó y comprueba que lleva ese título."""
    sheet.says(title)


@then(Sentence("la hoja dice:"))
def sheet_says(sheet: Pdf, datatable: list[list[str]]) -> None:
    """Comprueba que en la hoja se leen esos textos."""
    for [text] in datatable:
        sheet.says(text)


@then(Sentence("la hoja trae estos datos:"))
def sheet_holds(sheet: Pdf, datatable: list[list[str]]) -> None:
    """Comprueba los datos de la hoja: en cada renglón, el nombre del dato y su valor."""
    for term, value in datatable:
        sheet.says(f"{term}: {value}")


@then(Sentence("la hoja trae su nombre completo, su CURP y su RFC"))
def sheet_holds_person(sheet: Pdf, person: Person) -> None:
    """Comprueba que la hoja trae los datos de quien lee."""
    sheet.says(f"Nombre completo: {full_name(person)}")
    sheet.says(f"CURP: {person.curp}")
    sheet.says(f"RFC: {person.rfc}")


@then(Sentence("la hoja trae la clave que apuntó"))
def sheet_holds_noted_key(sheet: Pdf, noted_key: str) -> None:
    """Comprueba que la hoja trae la clave que se apuntó."""
    sheet.says(f"Clave de cita: {noted_key}")


@then(Sentence("la hoja está en español de México y se puede leer en voz alta"))
def sheet_can_be_read_aloud(sheet: Pdf) -> None:
    """Comprueba que un lector de pantalla puede leer la hoja."""
    sheet.can_be_read_aloud("es-MX")


@then(Sentence('la imagen de la hoja se describe como "{text}"'))
def sheet_describes_picture(sheet: Pdf, text: str) -> None:
    """Comprueba lo que la hoja dice de su imagen a quien no la ve."""
    sheet.describes_its_picture(text)
