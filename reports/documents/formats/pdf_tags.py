"""The tags of a printed PDF, as those who hear it need them."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

_HEADINGS = {"/H1", "/H2", "/H3"}


def headings(tree: Any) -> Iterator[Any]:
    """Yield the elements of a structure tree that are headings, in the order of reading."""
    return (element for element in elements(tree) if element["/S"] in _HEADINGS)


def mend_tags(tree: Any) -> None:
    """Give lists and figures the form that the standard asks for, and the browser does not give.

    A figure around a picture and its caption is no picture itself; what a list's item says is
    the item's body.
    """
    for element in list(elements(tree)):
        kinds = [kid.get("/S") for kid in _kids(element)]
        if element["/S"] == "/Figure" and "/Figure" in kinds:
            element[NameObject("/S")] = NameObject("/Div")
        elif element["/S"] == "/LI":
            _give_body(element)


def elements(parent: Any) -> Iterator[Any]:
    """Yield all elements under one, in the order of reading."""
    for kid in _kids(parent):
        if "/S" in kid:
            yield kid
        yield from elements(kid)


def _kids(element: Any) -> list[Any]:
    """Return what lies right under an element, but for marks on the pages themselves."""
    kids = element.get("/K", ArrayObject()).get_object()
    kids = kids if isinstance(kids, ArrayObject) else [kids]
    found = (kid.get_object() for kid in kids)
    return [kid for kid in found if isinstance(kid, DictionaryObject)]


def _give_body(item: Any) -> None:
    """Put all but the label of a list's item into a body."""
    kids = _kids(item)
    labels = [kid.indirect_reference for kid in kids if kid["/S"] == "/Lbl"]
    rest = [kid for kid in kids if kid["/S"] != "/Lbl"]
    body = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject("/LBody"),
            NameObject("/P"): item.indirect_reference,
            NameObject("/K"): ArrayObject([kid.indirect_reference for kid in rest]),
        }
    )
    placed = item.indirect_reference.pdf._add_object(body)  # noqa: SLF001 - it has no other door
    for kid in rest:
        kid[NameObject("/P")] = placed
    item[NameObject("/K")] = ArrayObject([*labels, placed])
