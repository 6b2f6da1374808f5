"""Tables, read as a person reads them: row for row."""

from collections.abc import Sequence

from steps.reader import Reader


def sees_rows(reader: Reader, caption: str, rows: Sequence[Sequence[str]]) -> None:
    """Check a table's column headers (the first row) and cells, all of them and in order."""
    table = reader.page.get_by_role("table", name=caption, exact=True).describe(f"«{caption}»")
    reader.sees(table)
    header, *body = rows
    columns = table.get_by_role("columnheader").describe(f"columnas de «{caption}»")
    reader.sees_texts(columns, header)
    cells = table.get_by_role("cell").describe(f"renglones de «{caption}»")
    reader.sees_texts(cells, [cell for row in body for cell in row])
