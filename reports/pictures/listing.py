"""How the state of a picture is told in a terminal."""

from reports.pictures.states import PictureState, State

_WHY = {
    State.CURRENT: "Es como se aprobó",
    State.CHANGED: "Ya no es como se aprobó",
    State.NEW: "Nadie la ha aprobado",
    State.ORPHAN: "Se aprobó, y la última corrida ya no la toma",
}


def told(picture: PictureState) -> tuple[str, ...]:
    """Return the sentences that say why a picture is in its state."""
    changes = tuple(change.text for change in picture.changes)
    if picture.state is State.CHANGED:
        return changes
    return (_WHY[picture.state], *changes)


def picture_told(picture: PictureState) -> str:
    """Return a picture's name, step and state in a line, and a line for each thing to tell."""
    head = f"{picture.name} (paso {picture.guide_step}): {picture.state}"
    return "\n".join([head, *(f"    {text}." for text in told(picture))])


def pictures(count: int) -> str:
    """Return "1 imagen" or "2 imágenes"."""
    return f"{count} {'imagen' if count == 1 else 'imágenes'}"
