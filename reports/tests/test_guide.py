"""A guide is read whole, or the error says what to mend and where."""

from pathlib import Path

import pytest

from reports.errors import GuideError
from reports.guides.guide import Guide, read_guide, read_guides
from reports.guides.source import read_facts
from reports.tests.samples import FACTS, GUIDE, read, write_guide

GUIDES = Path(__file__).parents[2] / "features" / "guias"
STEP_2 = "2. Elija **Constancias** y oprima **Pedir\\***. {publicado=2,3}"
STEP_2_LINE = GUIDE.splitlines().index(STEP_2) + 1


@pytest.fixture(scope="module")
def guides() -> dict[str, Guide]:
    return {guide.name: guide for guide in read_guides(GUIDES)}


def html_of(guide: Guide) -> str:
    return guide.opening.html + "".join(step.html for step in guide.steps)


def test_both_guides_are_read(guides: dict[str, Guide]) -> None:
    summary = {name: (guide.published_steps, len(guide.steps)) for name, guide in guides.items()}
    assert summary == {"bitacora": (7, 6), "cancelacion": (9, 8)}


def test_every_published_step_of_both_guides_is_accounted_for(guides: dict[str, Guide]) -> None:
    for guide in guides.values():
        published = [number for step in guide.steps for number in step.published]
        assert published == list(range(1, guide.published_steps + 1))
    assert guides["bitacora"].steps[3].published == (4, 5)  # published twice, the same


def test_nothing_of_the_notation_reaches_a_reader_of_either_guide(guides: dict[str, Guide]) -> None:
    for guide in guides.values():
        for notation in ("publicado", "{", "}", "regla:", "**"):
            assert notation not in html_of(guide)


def test_front_matter(tmp_path: Path) -> None:
    guide = read(tmp_path)
    assert (guide.name, guide.title, guide.subtitle, guide.system, guide.replaces) == (
        "constancia",
        "Pedir una constancia",
        "En tres pasos",
        "Sistema de Constancias",
        "La guía de constancias publicada",
    )


def test_texts_in_bold_are_quotes_of_the_screen(tmp_path: Path) -> None:
    texts = [step.texts for step in read(tmp_path).steps]
    assert texts == [("Portal de Pruebas",), ("Constancias", "Pedir*"), ("Listo",)]


def test_a_text_quoted_twice_counts_once(tmp_path: Path) -> None:
    twice = GUIDE.replace("el aviso **Listo**", "**Listo**, después **Fin**, y **Listo**")
    assert read(tmp_path, twice).steps[2].texts == ("Listo", "Fin")


@pytest.mark.parametrize("end", ["\n", "  \n", "\\\n"])
def test_a_text_may_go_on_in_the_next_line(tmp_path: Path, end: str) -> None:
    wrapped = GUIDE.replace("**Listo**", f"**Su trámite está{end}   listo**")
    assert read(tmp_path, wrapped).steps[2].texts == ("Su trámite está listo",)


def test_links_to_rules_are_claims(tmp_path: Path) -> None:
    guide = read(tmp_path)
    assert guide.opening.rules == ("plazo",)
    assert [step.rules for step in guide.steps] == [(), ("clave",), ()]


def test_a_claim_is_plain_text_to_the_reader(tmp_path: Path) -> None:
    guide = read(tmp_path)
    assert "<p>Tarda dos días y es gratuita.</p>" in guide.notice.html
    assert "La clave sirve <em>una</em> vez." in guide.steps[1].html
    assert "<a" not in html_of(guide)


def test_a_link_that_is_no_claim_stays_a_link(tmp_path: Path) -> None:
    linked = GUIDE.replace("es gratuita", "[es [gratuita](#pasos)](regla:precio)")
    linked = linked.replace("Obtener su", "Obtener [su](#aviso)")
    guide = read(tmp_path, linked)
    assert '<a href="#aviso">su</a>' in guide.objective.html
    assert '<a href="#pasos">gratuita</a>' in guide.notice.html


def test_shared_facts_are_filled_in(tmp_path: Path) -> None:
    assert "<strong>Portal de Pruebas</strong>" in read(tmp_path).steps[0].html


def test_published_marks_are_read_and_taken_out(tmp_path: Path) -> None:
    guide = read(tmp_path)
    assert [step.published for step in guide.steps] == [(1,), (2, 3), (4,)]
    assert guide.steps[0].html.strip().endswith("en su navegador.</p>")


def test_a_step_knows_its_number_and_its_line(tmp_path: Path) -> None:
    step = read(tmp_path).steps[1]
    assert (step.number, step.line) == (2, STEP_2_LINE)


def test_only_names_in_small_letters_are_guides(tmp_path: Path) -> None:
    write_guide(tmp_path)
    (tmp_path / "HALLAZGOS.md").write_text("# Hallazgos\n", "utf-8")
    assert [guide.name for guide in read_guides(tmp_path)] == ["constancia"]


WRONG = {
    "no section": (
        (GUIDE.replace("## Aviso\n", ""),),
        None,
        "falta la sección «Aviso»",
        "agregue el encabezado «## Aviso» con su contenido",
    ),
    "an empty section": (
        (GUIDE.replace("Obtener su constancia.\n", ""),),
        None,
        "falta la sección «Objetivo»",
        "con su contenido",
    ),
    "an unknown fact": (
        (GUIDE.replace("{{ portal }}", "{{ portla }}"),),
        GUIDE[: GUIDE.index("{{ portal }}")].count("\n") + 1,
        "el dato «portla» no está en hechos.toml",
        "agréguelo ahí o use uno de: portal.",
    ),
    "a field missing": (
        (GUIDE.replace("sistema: Sistema de Constancias\n", ""),),
        1,
        "falta «sistema» en el encabezado",
        "escriba «sistema: …»",
    ),
    "a field without its value": (
        (GUIDE.replace("titulo: Pedir una constancia", "titulo:"),),
        1,
        "falta «titulo» en el encabezado",
        "escriba «titulo: …»",
    ),
    "no front matter": (
        (GUIDE.partition("---\n\n")[2],),
        1,
        "falta «titulo» en el encabezado",
        "entre las dos líneas «---» del principio",
    ),
    "a count that is no number": (
        (GUIDE.replace("pasos_publicados: 4", "pasos_publicados: cuatro"),),
        1,
        "pasos_publicados dice «cuatro»",
        "escriba un número entero",
    ),
    "a step that stands for nothing": (
        (GUIDE.replace(" {publicado=2,3}", ""),),
        STEP_2_LINE,
        "el paso 2 no dice qué paso publicado sustituye",
        "agregue al final {publicado=N} o {publicado=N,M}",
    ),
    "a published step left out": (
        (GUIDE.replace("{publicado=2,3}", "{publicado=2}"),),
        None,
        "del paso publicado 3 no da cuenta ningún paso",
        "corrija {publicado=…} o pasos_publicados",
    ),
    "a published step too many": (
        (GUIDE.replace("{publicado=4}", "{publicado=4,5}"),),
        None,
        "un paso dice {publicado=5} y la guía publicada tiene 4",
        "corrija {publicado=…} o pasos_publicados",
    ),
    "two lists": (
        (GUIDE + "\nY además:\n\n1. Guárdela. {publicado=4}\n",),
        STEP_2_LINE - 2,
        "los pasos no forman una sola lista",
        "bajo «## Pasos» deje una sola lista numerada",
    ),
    "a mark without a number": (
        (GUIDE.replace("{publicado=2,3}", "{publicado=2,}"),),
        STEP_2_LINE,
        "el paso 2 no dice qué paso publicado sustituye",
        "agregue al final {publicado=N}",
    ),
    "a published step told twice": (
        (GUIDE.replace("{publicado=4}", "{publicado=3,4}"),),
        None,
        "dos pasos dicen {publicado=3}",
        "déjelo solo en el paso que lo sustituye",
    ),
    "a mark outside the steps": (
        (GUIDE.replace("Obtener su constancia.", "Obtener su constancia. {publicado=1}"),),
        GUIDE[: GUIDE.index("Obtener su")].count("\n") + 1,
        "{publicado=…} está fuera de los pasos",
        "déjelo al final de un paso",
    ),
    "a section nobody reads": (
        (GUIDE.replace("## Pasos", "## Notas\n\nUna.\n\n## Pasos"),),
        GUIDE[: GUIDE.index("## Pasos")].count("\n") + 1,
        "una guía no tiene una sección «Notas»",
        "deje solo estas, una vez cada una: Objetivo, Aviso, Pasos",
    ),
    "a section twice": (
        (GUIDE + "\n## Pasos\n\n1. Otro. {publicado=4}\n",),
        len(GUIDE.splitlines()) + 2,
        "la sección «Pasos» está repetida",
        "deje solo estas, una vez cada una",
    ),
    "a fact with a hyphen": (
        (GUIDE.replace("{{ portal }}", "{{ mi-portal }}"),),
        GUIDE[: GUIDE.index("{{ portal }}")].count("\n") + 1,
        "el dato «mi-portal» no está en hechos.toml",
        "use uno de: portal",
    ),
    "facts that cannot be read": (
        (GUIDE, "portal = Portal de Pruebas\n"),
        None,
        "no se entiende",
        'cada renglón se escribe: nombre = "valor"',
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_error_says_where_what_and_what_to_do(tmp_path: Path, case: str) -> None:
    written, line, problem, advice = WRONG[case]
    file = "hechos.toml" if len(written) > 1 else "constancia.md"
    where = f"{tmp_path / file}:{line}: " if line else f"{tmp_path / file}: "
    with pytest.raises(GuideError) as caught:
        read(tmp_path, *written)
    first, _, rest = str(caught.value).partition("\n  Qué hacer: ")
    assert first.startswith(where)
    assert problem in first
    assert advice in rest


def test_facts_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        read_facts(tmp_path)
    path = tmp_path / "hechos.toml"
    assert str(caught.value) == (
        f"{path}: no está el archivo de datos compartidos\n  Qué hacer: recupérelo con git."
    )


def test_facts_are_text_whatever_they_were_written_as(tmp_path: Path) -> None:
    write_guide(tmp_path, facts=FACTS + "horas = 36\n")
    assert read_facts(tmp_path) == {"portal": "Portal de Pruebas", "horas": "36"}


def test_a_guide_needs_no_facts(tmp_path: Path) -> None:
    path = write_guide(tmp_path, GUIDE.replace("{{ portal }}", "Portal"))
    assert read_guide(path, {}).steps[0].texts == ("Portal",)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    write_guide(tmp_path)
    (tmp_path / "constancia.md").write_bytes(GUIDE.encode("cp1252"))
    with pytest.raises(GuideError, match=r"constancia\.md: el archivo no está en UTF-8\n.*UTF-8"):
        read_guides(tmp_path)


def test_the_mark_that_notepad_puts_first_is_no_trouble(tmp_path: Path) -> None:
    write_guide(tmp_path)
    for path in tmp_path.iterdir():
        path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert [guide.title for guide in read_guides(tmp_path)] == ["Pedir una constancia"]


def test_markup_in_a_guide_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    written = GUIDE.replace("Obtener su constancia.", "Obtener <script>alert(1)</script>.")
    assert "<script>" not in read(tmp_path, written).objective.html
