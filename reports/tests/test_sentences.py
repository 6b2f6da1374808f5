"""Where a sentence of a guide ends, what it holds, and which one a mark means."""

from pathlib import Path

import pytest

from reports.guides.content import Content, Paragraph, Run
from reports.guides.content import runs as content_runs
from reports.guides.guide import read_guides
from reports.guides.markdown import Heading, Numbered, parse_parts
from reports.guides.sentences import GuideSentence, sentences

GUIDES = Path(__file__).parents[2] / "features" / "guias"


def of(source: str) -> tuple[GuideSentence, ...]:
    """Return the sentences of some Markdown."""
    _, parts = parse_parts(source, {})
    content: Content = tuple(it for it in parts if not isinstance(it, Heading | Numbered))
    return sentences(content)


@pytest.mark.parametrize(
    "source",
    [
        "Llegue a la UAPES No. 4 de su estado.",
        "Llegue a la UAPES núm. 4 o a la n.º 5.",
        "Use un correo, p. ej. Gmail.",
        "Use un documento (p. ej. la CURP).",
        "Atienden de 9:00 a. m. a 3:00 p. m. todos los días.",
        "Cuesta 1.5 veces más que 10.75 pesos.",
        "Espere… y vuelva a cargar la página.",
        "Espere... hasta que aparezca.",
        "Su CURP es PEAD711117MBSXVL04. no otra.",
        "Entre a https://asisste.issste.gob.mx o a asisste.issste.gob.mx/a.html?b=1.2 hoy.",
        "Elija una: la primera; o la segunda: Nada más.",
        "Pregunte por la Lic. Ávila o el Sr. Pérez.",
        "La firma de Servicios S. A. de C. V. y la de los EE. UU. no cuentan.",
        "Dice «Listo. Gracias. Adiós» y nada más.",
        "Espere el aviso **Listo. Recoja su hoja. Gracias** en la pantalla.",
        "*Importante.* Si no podrá asistir, cancele.",
        "**Nota.** Cancele.",
        "Vea la pág. 3, ext. 12, tel. 55.",
    ],
)  # fmt: skip
def test_one_sentence(source: str) -> None:
    [only] = of(source)
    assert only.text == source.replace("*", "")


@pytest.mark.parametrize(
    "parted",
    [
        "Uno.| Dos.| Tres.",
        "¿Olvidó la clave?| Búsquela.| ¡Listo!| Ya.",
        "Uno.| ¿Dos?| «Tres».| (Cuatro.)| 5 citas.",
        "Dice «Listo.»| Después cierre.",
        "Oprima **Listo.**| Después cierre.",
        "Espere…| Después cierre.",
        "Abre a las 9 a. m.| Cierra a las 3 p. m.| Llegue antes.",
        "Vaya a la No. 4.| Llame al 55.| Pida la opción A.| Espere.",
        "Su CURP es PEAD711117MBSXVL04.| Apúntela.",
        "Abra https://x.mx.| Después cierre.",
        "¿Se puede?| No.| Debe esperar.",
        "CURP, RFC, etc.| Todo en orden.",
        "Un « suelto.| Dos.",
        "Uno.|\nDos\nsigue.| **Tres.**",
        "*Nota.* Es la última.| Importante es la clave.| Es lo Importante.| Uno.",
    ],
)
def test_where_sentences_end(parted: str) -> None:
    plain = parted.replace("*", "").replace("\n", " ")
    ends = [one.strip() for one in plain.split("|")]
    assert [one.text for one in of(parted.replace("|", ""))] == ends


def test_a_bullet_and_a_note_end_with_their_paragraph() -> None:
    found = of("Llene esto:\n\n- en **A**, su nombre\n- en **B**, el motivo. Es uno.\n\n> Una nota")
    assert [(one.text, one.line) for one in found] == [
        ("Llene esto:", 1),
        ("en A, su nombre", 3),
        ("en B, el motivo.", 4),
        ("Es uno.", 4),
        ("Una nota", 6),
    ]


def test_a_sentence_knows_the_line_on_which_it_begins() -> None:
    found = of("Uno, que\nsigue. Dos que\n**sigue**. Tres.\n*Cuatro.*")
    assert [one.line for one in found] == [1, 2, 3, 4]


def test_a_sentence_keeps_its_runs() -> None:
    _, [paragraph] = parse_parts("Uno [dos. Tres](regla:a) y **Cuatro\ncinco**. *Seis.*", {})
    assert isinstance(paragraph, Paragraph)
    first, second, third = sentences((paragraph,))
    assert first.runs == (Run("Uno "), Run("dos.", rule="a"))
    assert second.runs[0] == Run("Tres", rule="a")
    assert (second.rules, second.texts) == (("a",), ("Cuatro cinco",))
    assert third.runs == (Run("Seis.", emphasis=True),)
    assert [one.before for one in (first, second, third)] == ["", first.text, second.text]


def test_the_sentence_before_is_of_the_same_paragraph() -> None:
    assert [one.before for one in of("Uno. Dos.\n\nTres.")] == ["", "Uno.", ""]


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("Uno. Dos. {informativo} Tres.", ["Dos."]),
        ("Uno. Dos.\n{informativo}\nTres.", ["Dos."]),
        ("Uno. Dos{informativo}. Tres.", ["Dos."]),
        ("Uno. Dos [tres {informativo}](regla:a) cuatro. Cinco.", ["Dos tres cuatro."]),
        ("Uno. {informativo} Dos. {informativo}", ["Uno.", "Dos."]),
        ("Uno. **Dos.** {informativo} Tres.", ["Dos."]),
        ("Uno. Dos. {informativo}{informativo} Tres.", ["Dos."]),
        ("- uno {informativo}\n- dos", ["uno"]),
        ("Uno. Dos.", []),
    ],
)
def test_a_mark_means_the_sentence_it_stands_in_or_right_behind(
    source: str, marked: list[str]
) -> None:
    assert [one.text for one in of(source) if one.informative] == marked


def test_no_word_of_a_guide_is_lost() -> None:
    for guide in read_guides(GUIDES):
        for passage in (guide.opening, *guide.steps):
            found = sentences(passage.content)
            said = "".join(run.text for one in found for run in one.runs)
            whole = "".join(run.text for run in content_runs(passage.content))
            assert "".join(said.split()) == "".join(whole.split())
