"""How a change of a screen is told to who looks after the guides."""

from collections.abc import Iterator, Sequence

from reports.pictures.screen import (
    DATUM,
    HEADING,
    LIST,
    NOTICE,
    OPTION,
    POINT,
    PROSE,
    Element,
)
from reports.pictures.states import Change, Kind

_FEMININE = {"barra", "casilla", "columna", "imagen", "lista", "opción", "pestaña", "sección"}
_FEMININE |= {"tabla", "ventana"}
_SAY = {NOTICE, POINT, PROSE}  # they have no name: they are what they say
_STATE = {
    "checked": "marcad",
    "disabled": "desactivad",
    "expanded": "abiert",
    "invalid": "señalad",
    "pressed": "oprimid",
    "selected": "elegid",
}
# Of a long text only what differs is quoted, with some words around it.
_LONG = 80
_AROUND = 3


def the(noun: str) -> str:
    """Return a noun with its article."""
    return f"{'la' if _is_feminine(noun) else 'el'} {noun}"


def called(element: Element, screen: Sequence[Element]) -> str:
    """Return what an element is called: "el campo «Correo»"."""
    if not element.name:
        return the(element.noun)
    head = screen[element.head] if element.head is not None else None
    of = f" de la lista «{head.name}»" if head and head.noun == LIST else ""
    return f"{the(element.noun)} «{shortened(element.name)}»{of if element.noun == OPTION else ''}"


def missing(element: Element, screen: Sequence[Element], *, with_more: bool) -> Change:
    """Tell that something has gone, perhaps with all that belongs to it."""
    more = ", con todo lo que tenía" if with_more else ""
    return Change(Kind.MISSING, f"Falta {called(element, screen)}{more}")


def added(element: Element, screen: Sequence[Element], *, with_more: bool) -> Change:
    """Tell that something is new, perhaps with all that belongs to it."""
    more = ", con todo lo que tiene" if with_more else ""
    return Change(Kind.ADDED, f"Es nuev{_ending(element)} {called(element, screen)}{more}")


def moved(element: Element, screen: Sequence[Element], where: str) -> Change:
    """Tell that something stands elsewhere; `where` says behind or before what."""
    place = f": ahora está {where}" if where else ""
    return Change(Kind.MOVED, f"{_first(called(element, screen))} cambió de lugar{place}")


def renamed(old: Element, new: Element, screen: Sequence[Element]) -> Change:
    """Tell that something says, or is called, another thing; `screen` is the old one."""
    if old.noun != new.noun:
        was, became = (
            f"un{'a' if _is_feminine(one.noun) else ''} {one.noun}" for one in (old, new)
        )
        return Change(Kind.OTHER_VALUE, f"«{shortened(new.name)}» era {was} y ahora es {became}")
    before, after = excerpts(old.name, new.name)
    if old.noun in _SAY:
        one = the(NOTICE) if old.noun == NOTICE else f"un {old.noun}"
        text = f"{_first(one)} decía «{before}» y ahora dice «{after}»"
        return Change(Kind.OTHER_VALUE, text)
    says = "dice" if old.noun == HEADING else "se llama"
    return Change(Kind.RENAMED, f"{_first(called(old, screen))} ahora {says} «{after}»")


def other_value(element: Element, old: str, new: str) -> Change:
    """Tell that something else is written or chosen in a field, or stands beside a datum."""
    if element.noun == LIST:
        return Change(Kind.OTHER_VALUE, _chosen(element.name, old, new))
    where = (
        f"«{element.name}»" if element.noun == DATUM else f"{the(element.noun)} «{element.name}»"
    )
    return Change(Kind.OTHER_VALUE, said(where, old, new))


def said(where: str, old: str, new: str) -> str:
    """Return the sentence about what is said somewhere, where nothing may be said."""
    before, after = excerpts(old, new)
    if not old:
        return f"En {where} no decía nada y ahora dice «{after}»"
    if not new:
        return f"En {where} decía «{before}» y ahora no dice nada"
    return f"En {where} decía «{before}» y ahora dice «{after}»"


def other_hint(element: Element, old: str, new: str) -> Change:
    """Tell that an empty field asks for something else."""
    of = "de la" if _is_feminine(element.noun) else "del"
    where = f"la indicación {of} {element.noun} «{element.name}»"
    return Change(Kind.OTHER_VALUE, said(where, old, new))


def other_states(old: Element, new: Element, screen: Sequence[Element]) -> Iterator[Change]:
    """Tell of each state that something has entered or left; `screen` is the new one."""
    for state, word in _STATE.items():
        before, after = state in old.states, state in new.states
        if before != after:
            be = "ahora está" if after else "ya no está"
            error = " con error" if state == "invalid" else ""
            text = f"{_first(called(new, screen))} {be} {word}{_ending(new)}{error}"
            yield Change(Kind.OTHER_VALUE, text)


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Return two texts; when they are long, only where they differ."""
    if len(old) <= _LONG and len(new) <= _LONG:
        return old, new
    words = old.split(), new.split()
    start = _in_common(*words)
    end = _in_common(words[0][start:][::-1], words[1][start:][::-1])
    first, last = max(start - _AROUND, 0), max(end - _AROUND, 0)
    cut = [" ".join(side[first : len(side) - last]) for side in words]
    before, after = ("…" if first else "", "…" if last else "")
    return shortened(f"{before}{cut[0]}{after}"), shortened(f"{before}{cut[1]}{after}")


def shortened(text: str, longest: int = _LONG) -> str:
    """Return a text, or its beginning when it is long."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def listed(names: Sequence[str]) -> str:
    """Return "A", "A y B" or "A, B y C"."""
    return " y ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _chosen(name: str, old: str, new: str) -> str:
    if not old:
        return f"En la lista «{name}» no había nada elegido y ahora está elegido «{new}»"
    now = f"está elegido «{new}»" if new else "no hay nada elegido"
    return f"En la lista «{name}» estaba elegido «{old}» y ahora {now}"


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts begin with alike."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _is_feminine(noun: str) -> bool:
    return noun.split(maxsplit=1)[0] in _FEMININE


def _ending(element: Element) -> str:
    return "a" if _is_feminine(element.noun) else "o"


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]
