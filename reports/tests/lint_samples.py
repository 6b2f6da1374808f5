"""Guides to be checked, made by hand: what they say is invented."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from reports.lint.case import Case, Project
from reports.lint.finding import Finding
from reports.lint.reading.text import read_text_file
from reports.lint.telling import Kind, Line, Place, Telling

Check = Callable[[Case], Iterator[Finding]]
NO_FACTS = Telling("hechos.toml", "", (), ())
FACTS = Telling(
    "hechos.toml",
    "",
    tuple(
        Line(text, Kind.PROSE, Place(f"hechos.toml ({name})"), claimed=True)
        for name, text in {
            "portal": "Portal BIBLIOTEX",
            "direccion": "https://bibliotex.example.mx",
            "linea": "55 1234 5678",
            "menu": "opción 2, submenú 4",
            "anticipacion": "48 horas",
        }.items()
    ),
    (),
)


def telling(text: str, name: str = "guia.txt") -> Telling:
    """Return what a guide in plain text tells."""
    return read_text_file(Path(name), text.encode(), name)


def case(*texts: str, project: Project | None = None) -> Case:
    """Return a case of guides in plain text, called a.txt, b.txt and so on."""
    guides = (telling(text, f"{letter}.txt") for letter, text in zip("abcd", texts, strict=False))
    return Case(tuple(guides), project or Project(NO_FACTS, ()))


def project(
    *ours: Telling,
    facts: Telling = FACTS,
    quoted: frozenset[str] = frozenset(),
    approved: Mapping[str, str] | None = None,
    taken: Mapping[str, Mapping[int, Place]] | None = None,
    avoided: Mapping[str, str] | None = None,
) -> Project:
    """Return a project with guides of its own."""
    return Project(facts, ours, quoted, approved or {}, taken or {}, avoided=avoided or {})


def ours(text: str, name: str = "nuestra.md") -> Telling:
    """Return a guide in plain text as one of ours."""
    read = telling(text, name)
    return Telling(read.name, read.title, read.opening, read.steps, ours=True)


def case_of(known: Project) -> Case:
    """Return the case of a project's own guides."""
    return Case(known.guides, known)


def told(check: Check, *texts: str, project: Project | None = None) -> list[str]:
    """Return what a check finds in guides: the place, what is told, and what it contradicts."""
    found = check(case(*texts, project=project))
    return [
        " | ".join([f"{it.place}: {it.told}", *(f"{where}: {text}" for where, text in it.others)])
        for it in found
    ]


# An invented guide, with the faults that such guides have; LENDING is its sister.
CARD = """\
GUÍA PARA EL TRÁMITE EN EL “SISTEMA DE CREDENCIALES”
RENOVACIÓN DE CREDENCIAL (SALA DE LECTURA)

Objetivo.- Ayudar a la persona lectora a renovar y obtener el folio que le permitirá apartar o \
devolver un libro.

CANJE DE CREDENCIAL (SALA DE LECTURA)

1. En el navegador ingresar la palabra Portal BIBLIOTEX y dar clic en buscar:

El buscador mostrará lo siguiente. Paso 3) Llama al 55 1234 5678 y agenda tu credencial Escolar.

O ingresar a la página: https://biblotex.example.mx

2. En la esquina superior izquierda se mostrará el menú “Socios”, donde debe elegir \
“Renovar Credencial”:

RENOVAR CREDENCIAL

3. En la esquina superior izquierda se mostrará el menú “Socios”, donde se debe elegir \
“Renovar Credencial”:

4. Se mostrará la siguiente pantalla donde debe capturar la información solicitada:

6. Debe Ingresar sus datos como están en PADRONUBI y dar clic e “Consultar”:

Fecha trámite	Hora	Activo	Folio de trámite
31/02/2024	9:00 hrs-9:30 hrs	SI	AB12C3
01/03/2024	9:00 hrs-9:30 hrs	SI	AB12C3

Salir

Nota: se pide renovar a más tardar, máximo con 48 horas de anticipación, en la Línea BIBLIOTEX: \
55 1234 5678, opción 2.
"""
LENDING = """\
GUÍA PARA EL TRÁMITE EN EL “SISTEMA DE CREDENCIALES”
PRÉSTAMO DE UN LIBRO

1. Abra la página https://bibliotex.example.mx y, en la esquina superior derecha, \
elija el menú “Socios”.

2. Capture su nombre como está en el padrón y dé clic en “Consultar”.

Nota: renueve antes su credencial, con 48 horas de anticipación. Línea BIBLIOTEX: 55 1234 5678, \
opción 2, submenú 4.

Fecha del trámite: 01/03/2024      Horario: 9:00-9:30 hrs

Folio del trámite: ZZ98Y7
"""
