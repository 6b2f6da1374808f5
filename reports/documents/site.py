"""What is published: every guide in every format, and the page that leads to them."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from reports.documents.compose import compose
from reports.documents.document import Document
from reports.documents.formats.page import render_one_file, write_page, write_static
from reports.documents.formats.wiki import write_wiki
from reports.documents.kept import Kept
from reports.documents.printer import Printer
from reports.documents.templating import environment
from reports.guides.guide import Guide
from reports.pictures.drawings import Drawings
from reports.pictures.states import Approved, PictureState, Seen
from reports.sources.fingerprint import is_aside

_HERE = Path(__file__).resolve().parents[1]


def write_site(
    folder: Path, work: Path, guides: Sequence[Guide], states: Sequence[PictureState], browser: str
) -> None:
    """Write every guide, and `index.html`, into a folder that is made here.

    `work` keeps what takes long to make, for the next time that it would come out the same;
    `browser` is the build that the PDF are printed with.
    """
    folder.mkdir()
    write_static(folder)
    draw = _drawing(Drawings(work / "imagenes"), folder.with_name("dibujadas"))
    documents = [
        compose(guide, [state for state in states if state.guide == guide.name], draw)
        for guide in guides
    ]
    with Kept(work / "formatos") as kept, Printer(browser) as printer:
        for document in documents:
            _write(folder, document, kept, printer)
    index = environment().get_template("guias.html").render(documents=documents)
    (folder / "index.html").write_text(index, "utf-8")


def _write(folder: Path, document: Document, kept: Kept, printer: Printer) -> None:
    write_page(document, folder)
    write_wiki(document, folder)
    key = _key(folder, document)
    one_file = kept.get(f"{key}.html", lambda: render_one_file(document).encode())
    (folder / f"{document.name}-un-archivo.html").write_bytes(one_file)
    word = kept.get(f"{key}.docx", lambda: _word(document))
    (folder / f"{document.name}.docx").write_bytes(word)
    pdf = kept.get(f"{key}-{printer.key}.pdf", lambda: printer.print(one_file.decode()))
    (folder / f"{document.name}.pdf").write_bytes(pdf)


def _word(document: Document) -> bytes:
    # Imported here: it is only needed when something has changed.
    from reports.documents.formats.word import word_file  # noqa: PLC0415

    return word_file(document)


def _key(folder: Path, document: Document) -> str:
    """Return a name for all that decides what the other formats of a document are like."""
    pictures = [
        folder / "imagenes" / picture.file for step in document.steps for picture in step.pictures
    ]
    digest = sha256(repr(document.facts).encode())
    for path in (folder / f"{document.name}.html", *pictures, *writers(_HERE)):
        digest.update(sha256(path.read_bytes()).digest())
    return f"{document.name}-{digest.hexdigest()[:32]}"


def writers(reports: Path) -> list[Path]:
    """Return the code, the templates and the styles that documents are written with."""
    parts = (reports / part for part in ("documents", "templates", "static"))
    files = (path for part in parts for path in part.rglob("*.*"))
    return sorted(path for path in files if not is_aside(path.name))


def _drawing(drawings: Drawings, folder: Path) -> Callable[[Approved | Seen], Path]:
    """Return what draws the boxes on a picture, into a folder of its own."""
    folder.mkdir()

    def draw(shown: Approved | Seen) -> Path:
        target = folder / f"{shown.name}.png"
        drawings.draw(shown.picture, shown.touches, target)
        return target

    return draw
