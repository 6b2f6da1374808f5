"""What a tagged PDF of one page hands to a program that reads it aloud."""

from collections.abc import Container
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, NameObject

_SHOWS = {b"Tj", b"TJ", b"'", b'"'}
_PAINTS = _SHOWS | {b"f", b"F", b"f*", b"B", b"b", b"S", b"s", b"Do", b"sh"}


def passages_of(content: bytes) -> list[tuple[str, str]]:
    """Return each element's role with its text, blanks collapsed, or what stands for a picture."""
    passages = []
    for element in _elements(PdfReader(BytesIO(content), strict=True)):
        role = str(element["/S"]).removeprefix("/")
        numbers = {int(number) for number in element["/K"]}
        text = str(element.get("/Alt", "")) or _text(content, numbers)
        passages.append((role, " ".join(text.split())))
    return passages


def lines_of(content: bytes, beginning: str) -> list[str]:
    """Return the lines of the element whose text begins so."""
    for element in _elements(PdfReader(BytesIO(content), strict=True)):
        text = _text(content, {int(number) for number in element["/K"]})
        if text.startswith(beginning):
            return text.removeprefix(beginning).splitlines()
    raise AssertionError(f"no element begins with {beginning!r}")


def painted_outside(content: bytes) -> list[bytes]:
    """Return the operators that paint something neither tagged nor marked as decoration."""
    page = PdfReader(BytesIO(content), strict=True).pages[0]
    outside, depth = [], 0
    for _, operator in ContentStream(page.get_contents(), page.pdf).operations:
        depth += (operator in {b"BDC", b"BMC"}) - (operator == b"EMC")
        if operator in _PAINTS and not depth:
            outside.append(operator)
    return outside


def _elements(reader: PdfReader) -> list[dict[str, Any]]:
    catalog: dict[str, Any] = reader.root_object
    document = catalog["/StructTreeRoot"]["/K"][0]
    return [reference.get_object() for reference in document["/K"]]


def _text(content: bytes, numbers: Container[int]) -> str:
    """Return the text of the page without what stands in other elements."""
    page = PdfReader(BytesIO(content), strict=True).pages[0]
    stream = ContentStream(page.get_contents(), page.pdf, "bytes")
    kept, number = [], None
    for operands, operator in stream.operations:
        if operator == b"BDC":
            number = operands[1]["/MCID"]
        elif operator == b"EMC":
            number = None
        if operator not in _SHOWS or number in numbers:
            kept.append((operands, operator))
    stream.operations = kept
    page[NameObject("/Contents")] = stream
    return page.extract_text()
