"""Composes the document of a guide from what its author wrote and the pictures of its steps."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PIL import Image

from reports.documents.document import Document, DocumentStep, Picture
from reports.guides.guide import Guide, Step
from reports.pictures.annotate import SCALE
from reports.pictures.states import Approved, PictureState, Seen, State, drifted
from reports.wording import date_in_words, legend

_COLOPHON = (
    "Las imágenes son de una implementación de referencia con datos ficticios; "
    "ninguna persona que aparece en ellas existe."
)

# Draws the boxes on a picture, and returns the file that they are drawn on.
Draw = Callable[[Approved | Seen], Path]


def compose(guide: Guide, states: Sequence[PictureState], draw: Draw) -> Document:
    """Return the document of a guide; `states` are those of its pictures.

    A picture that is `vigente` is the approved one; another is the run's, and makes a draft.
    """
    here = [state for state in states if state.seen]
    return Document(
        name=guide.name,
        title=guide.title,
        subtitle=guide.subtitle,
        system=guide.system,
        facts=tuple(_facts(guide, here)),
        draft=_draft(here),
        objective=guide.objective.content,
        notice=guide.notice.content,
        steps=tuple(_step(step, here, draw) for step in guide.steps),
        colophon=_COLOPHON,
    )


def _step(step: Step, states: Sequence[PictureState], draw: Draw) -> DocumentStep:
    pictures = (_picture(state, draw) for state in states if state.guide_step == step.number)
    return DocumentStep(step.number, step.content, tuple(pictures))


def _picture(state: PictureState, draw: Draw) -> Picture:
    shown = _shown(state)
    path = draw(shown)
    with Image.open(path) as picture:
        width, height = (pixels // SCALE for pixels in picture.size)
    names = tuple(touch.name for touch in shown.touches)
    return Picture(
        path=path,
        file=f"{state.name}.png",
        caption=shown.title,
        legend=names if len(names) > 1 else (),
        alt=legend(shown.title, names),
        width=width,
        height=height,
    )


def _shown(state: PictureState) -> Approved | Seen:
    """Return the approved picture while it is true, unless the run's is the very same."""
    seen, approved = state.seen, state.approved
    assert seen  # noqa: S101 - an orphan has no place in a document
    other_browser = approved and approved.browser != seen.browser
    return approved if approved and other_browser and state.state is State.CURRENT else seen


def _facts(guide: Guide, states: Sequence[PictureState]) -> list[tuple[str, str]]:
    facts = [("Sustituye a", guide.replaces)] if guide.replaces else []
    approved = [state.approved for state in states if state.approved]
    if approved and not drifted(states):
        last = max(approved, key=lambda picture: picture.on)
        browsers = dict.fromkeys(picture.browser for picture in approved)
        facts += [
            ("Imágenes aprobadas", date_in_words(date.fromisoformat(last.on))),
            ("Navegador", " y ".join(browsers)),
            ("Versión", last.release),
        ]
    return facts


def _draft(states: Sequence[PictureState]) -> str:
    waiting = len(drifted(states))
    if not waiting:
        return ""
    are = "espera aprobación" if waiting == 1 else "esperan aprobación"
    return f"Borrador: {waiting} de {len(states)} imágenes {are}."
