"""Published guides: which kind of file it is, and what to do with one that cannot be read."""

from pathlib import Path

from reports.lint.reading.text import read_text_file
from reports.lint.reading.unreadable import UnreadableError
from reports.lint.telling import Telling

_TEXT = {".txt", ".md", ".markdown", ""}


def read_published(path: Path, name: str) -> Telling:
    """Read a guide from plain text, Markdown, PDF or Word (.docx); `name` is what to call it.

    Raises UnreadableError for a file that is not there, is damaged or locked, or holds no text.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(
            path,
            "no existe ese archivo, ni una guía de ese nombre",
            "revise el nombre y la carpeta.",
        ) from None
    except OSError as error:
        problem = "no se puede abrir (es una carpeta, o está en uso o sin permiso)"
        raise UnreadableError(path, problem, "revise la ruta y cierre el archivo.") from error
    told = _read(path, data, name)
    if not told.lines:
        raise UnreadableError(path, "no tiene nada escrito", "revise que sea el archivo correcto.")
    return told


def _read(path: Path, data: bytes, name: str) -> Telling:
    ending = path.suffix.lower()
    # Each kind's library is imported only where there is such a file.
    if ending == ".pdf":
        from reports.lint.reading.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(path, data, name)
    if ending == ".docx":
        from reports.lint.reading.word import read_word  # noqa: PLC0415

        return read_word(path, data, name)
    if ending not in _TEXT:
        advice = "guárdelo como .docx, .pdf o texto (.txt) y vuelva a intentar."
        raise UnreadableError(path, f"no se sabe leer un archivo «{ending}»", advice)
    return read_text_file(path, data, name)
