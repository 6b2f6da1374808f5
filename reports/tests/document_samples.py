"""Documents made by hand: one in which everything occurs, and one that means no good."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from reports.documents.document import Document, DocumentStep, Picture
from reports.guides.content import Bullets, Content, Note, Paragraph, Run

HOSTILE = (
    '<script>alert("ñ")</script> & &amp; <!-- | a | [x](y) ![z](w) *a* **b** _c_ `d` ~~e~~ $f$ '
    "\\g {{ h }} {% i %} ]]> </style> \x00\x07\x1b\ud800\ufffe #1 @j ' \" 🙂 שלום"
)
_STARTS = ("1. uno", "- guion", "# almohadilla", "> mayor", "+ más", "= igual", "--- rayas")


def words(text: str, **looks: object) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph((Run(text, **looks),), 1)  # type: ignore[arg-type]


def picture(folder: Path, name: str, width: int, height: int, *legend: str) -> Picture:
    """Return a picture of a size in CSS pixels; what is in its file is smaller and alike."""
    path = folder / f"{name}-origen.png"
    Image.new("RGB", (width // 8, height // 8), "#d0d8e0").save(path)
    alt = f"Lo que muestra {name}."
    return Picture(path, f"{name}.png", f"Pantalla de {name}", legend, alt, width, height)


# Eight steps, in which everything occurs that a guide can say.
_TOLD: tuple[Content, ...] = (
    (
        Paragraph(
            (
                Run("Elija "),
                Run("Uno*", strong=True),
                Run(", "),
                Run("dos", emphasis=True),
                Run(" o "),
                Run("tres", strong=True, emphasis=True),
                Run(" en "),
                Run("este vínculo", link="https://example.com/a_b"),
                Run(". Fin1"),
            ),
            1,
        ),
        Note((words("Una nota."), Bullets(((words("Con viñeta."),),)))),
        Note((words("Otra nota."),)),
    ),
    (words("Haga esto:"), Bullets(((words("una cosa,"),), (words("y otra. Fin2"),)))),
    (words("Primer párrafo."), words("Segundo párrafo del mismo paso. Fin3")),
    (Bullets(((words("Empieza con viñeta."), Bullets(((words("Y otra dentro. Fin4"),),))),)),),
    *((words(f"Paso de relleno, con sus palabras. Fin{number}"),) for number in range(5, 8)),
    (words("Con dos imágenes."), words("Llena una hoja."), words("Toda. Fin8")),
)
_SIZES: dict[int, list[tuple[int, int]]] = {
    1: [(1024, 160), (1024, 480)],
    2: [(400, 200)],
    4: [(1024, 4000)],
    8: [(1024, 560)] * 2,
}


def _steps(folder: Path) -> tuple[DocumentStep, ...]:
    return tuple(
        DocumentStep(number, content, tuple(_pictures(folder, number)))
        for number, content in enumerate(_TOLD, start=1)
    )


def _pictures(folder: Path, step: int) -> Iterator[Picture]:
    for place, size in enumerate(_SIZES.get(step, [(1024, 500)])):
        marked = ("el campo «A»", "«B»") * place
        yield picture(folder, f"muestra-{step}-{place}", *size, *marked)


def plain_document(folder: Path) -> Document:
    """Return a document of eight steps, in which everything occurs that a guide can say."""
    return Document(
        name="muestra",
        title="Pedir una constancia",
        subtitle="En ocho pasos",
        system="Sistema de Constancias",
        facts=(("Sustituye a", "La guía publicada"), ("Versión", "2026.11")),
        draft="",
        objective=(words("Obtener su constancia."), Bullets(((words("Sin salir de casa."),),))),
        notice=(
            words("Tarda dos días. Informes: 55 0000 1234."),
            Bullets(((words("Es gratuita."),),)),
        ),
        steps=_steps(folder),
        colophon="Las imágenes son de muestra.",
    )


def hostile_document(folder: Path) -> Document:
    """Return a document whose every text tries to be something else."""
    own = picture(folder, "hostil", 800, 400, HOSTILE, HOSTILE)
    own = replace(own, caption=HOSTILE, alt=HOSTILE)
    runs = (Run(HOSTILE), Run(f"a{HOSTILE}z", strong=True), Run(HOSTILE, emphasis=True))
    link = Run("pulse", link="javascript:alert(1)")
    content: Content = (
        Paragraph((*runs, link, Run("  \n ")), 1),
        Note((words("\x07"), *(words(start) for start in _STARTS))),
        Bullets(((words("| a | b |"),), (words(""),), (words("| - | - |"),))),
    )
    return Document(
        name="hostil",
        title=HOSTILE,
        subtitle=f"1. {HOSTILE}",
        system=HOSTILE,
        facts=((HOSTILE, HOSTILE),),
        draft=HOSTILE,
        objective=content,
        notice=content,
        steps=(DocumentStep(1, content, (own,)),),
        colophon=HOSTILE,
    )
