"""Tables, read as a person reads them: row for row."""

from collections.abc import Sequence

from playwright.sync_api import Locator

from steps.reader import Reader
from steps.sight import NotAsTheGuideSaysError


def sees_rows(reader: Reader, caption: str, rows: Sequence[Sequence[str]]) -> None:
    """Check a table's column headers (the first row) and cells, all of them and in order."""
    table = reader.page.get_by_role("table", name=caption, exact=True).describe(f"«{caption}»")
    reader.sees(table)
    header, *body = rows
    columns = table.get_by_role("columnheader").describe(f"columnas de «{caption}»")
    reader.sees_texts(columns, header)
    cells = _cells(table).describe(f"renglones de «{caption}»")
    reader.sees_texts(cells, [cell for row in body for cell in row])


def sees_many_rows(reader: Reader, caption: str, rows: Sequence[Sequence[str]]) -> None:
    """Check a long table's cells, all of them and in order, and tell the first row that differs."""
    table = reader.page.get_by_role("table", name=caption, exact=True)
    reader.sees_number(table.get_by_role("row").describe("los renglones"), len(rows) + 1)
    cells = iter(_cells(table).all_inner_texts())
    for number, row in enumerate(rows, start=1):
        seen = [next(cells, "") for _ in row]
        if seen != list(row):
            differs = f"renglón {number}: se esperaba «{' · '.join(row)}» y se ve"
            raise NotAsTheGuideSaysError(f"{differs} «{' · '.join(seen)}»")


def _cells(table: Locator) -> Locator:
    """Return what stands under the columns, also where one of them is the header of its row."""
    return table.get_by_role("cell").or_(table.get_by_role("rowheader"))
