"""How the state of a picture is told in a terminal."""

from reports.pictures.states import PictureState, State

_ORPHAN = "La última corrida ya no la toma"


def picture_told(picture: PictureState) -> str:
    """Return a picture's name, step and state in a line, and a line for each thing to tell."""
    head = f"{picture.name} (paso {picture.guide_step}): {picture.state}"
    return "\n    ".join([head, *told(picture)])


def told(picture: PictureState) -> list[str]:
    """Return a sentence for each thing to tell of a picture."""
    texts = [_ORPHAN] if picture.state is State.ORPHAN else []
    texts += [change.text for change in picture.changes]
    return [text if text.endswith(".»") else f"{text}." for text in texts]


def pictures(count: int) -> str:
    """Return "1 imagen" or "2 imágenes"."""
    return f"{count} {'imagen' if count == 1 else 'imágenes'}"
