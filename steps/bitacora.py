"""The log of a person's appointments (Bitácora, step 7)."""

from pytest_bdd import then

from steps.reader import Reader
from steps.screens.table import sees_rows
from steps.sentence import Sentence


@then(Sentence('ve en "{caption}" estos renglones:'))
def sees_listing(reader: Reader, caption: str, datatable: list[list[str]]) -> None:
    sees_rows(reader, caption, datatable)


@then(Sentence('apunta la clave de cita "{key}"'))
def notes_key(reader: Reader, key: str) -> None:
    cell = reader.page.get_by_role("cell", name=key, exact=True)
    reader.reads(cell.describe(f"la clave «{key}»"))
