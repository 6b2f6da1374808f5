"""A guide is read whole, or the error says what to mend and where."""

import re
from pathlib import Path

import pytest

from reports.guides.content import Run, as_shown, paragraphs, runs
from reports.guides.guide import Guide, Passage, read_guide, read_guides
from reports.guides.source import read_facts
from reports.tests.samples import FACTS, GUIDE, read, write_guide

GUIDES = Path(__file__).parents[2] / "features" / "guias"
STEP_2_LINE = GUIDE[: GUIDE.index("2. Elija")].count("\n") + 1


@pytest.fixture(scope="module")
def guides() -> dict[str, Guide]:
    return {guide.name: guide for guide in read_guides(GUIDES)}


def told(*passages: Passage) -> list[str]:
    """Return what passages say, a paragraph each."""
    return [paragraph.text for passage in passages for paragraph in paragraphs(passage.content)]


def shown(passage: Passage) -> tuple[Run, ...]:
    """Return a passage as its reader gets it, as if it were one paragraph."""
    return as_shown(tuple(runs(passage.content)))


def test_guides_of_this_project_are_read(guides: dict[str, Guide]) -> None:
    summary = {name: (guide.published_steps, len(guide.steps)) for name, guide in guides.items()}
    assert (summary["bitacora"], summary["cancelacion"]) == ((7, 6), (9, 8))


def test_every_published_step_of_a_guide_is_accounted_for(guides: dict[str, Guide]) -> None:
    for guide in guides.values():
        published = [number for step in guide.steps for number in step.published]
        assert published == list(range(1, guide.published_steps + 1))
    assert guides["bitacora"].steps[3].published == (4, 5)  # published twice, the same


def test_nothing_of_the_notation_reaches_a_reader(guides: dict[str, Guide]) -> None:
    for guide in guides.values():
        words = "\n".join((guide.title, guide.subtitle, *told(guide.opening, *guide.steps)))
        for notation in ("publicado", "informativo", "{", "}", "[", "]", "regla:", "**"):
            assert notation not in words


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
    assert shown(guide.notice) == (Run("Tarda dos días y es gratuita."),)
    assert shown(guide.steps[1])[-3:] == (
        Run(".La clave sirve "),
        Run("una", emphasis=True),
        Run(" vez."),
    )


def test_a_link_that_is_no_claim_stays_a_link(tmp_path: Path) -> None:
    linked = GUIDE.replace("es gratuita", "[es [gratuita](#pasos)](regla:precio)")
    linked = linked.replace("Obtener su", "Obtener [su](#aviso)")
    guide = read(tmp_path, linked)
    assert Run("su", link="#aviso") in shown(guide.objective)
    assert Run("gratuita", link="#pasos") in shown(guide.notice)


def test_shared_facts_are_filled_in(tmp_path: Path) -> None:
    assert Run("Portal de Pruebas", strong=True) in shown(read(tmp_path).steps[0])


def test_published_marks_are_read_and_taken_out(tmp_path: Path) -> None:
    guide = read(tmp_path)
    assert [step.published for step in guide.steps] == [(1,), (2, 3), (4,)]
    assert told(guide.steps[0]) == ["Abra Portal de Pruebas en su navegador."]


@pytest.mark.parametrize("before", ["\n   ", "\n\n   ", "  \n   "])
def test_a_published_mark_leaves_nothing_behind(tmp_path: Path, before: str) -> None:
    step = read(tmp_path, GUIDE.replace(" {publicado=4}", before + "{publicado=4}")).steps[2]
    assert (step.published, told(step)) == ((4,), ["Espere el aviso Listo."])


def test_a_guide_need_not_replace_another(tmp_path: Path) -> None:
    alone = re.sub(r" {publicado=.*?}|(sustituye|pasos_publicados):.*\n", "", GUIDE)
    guide = read(tmp_path, alone)
    assert (guide.replaces, guide.published_steps) == ("", 0)
    assert [step.published for step in guide.steps] == [(), (), ()]


def test_a_step_knows_its_number_and_its_line(tmp_path: Path) -> None:
    step = read(tmp_path).steps[1]
    assert (step.number, step.line) == (2, STEP_2_LINE)


def test_only_names_in_small_letters_are_guides(tmp_path: Path) -> None:
    write_guide(tmp_path)
    (tmp_path / "HALLAZGOS.md").write_text("# Hallazgos\n", "utf-8")
    assert [guide.name for guide in read_guides(tmp_path)] == ["constancia"]


def test_facts_are_text_whatever_they_were_written_as(tmp_path: Path) -> None:
    write_guide(tmp_path, facts=FACTS + "horas = 36\n")
    assert read_facts(tmp_path) == {"portal": "Portal de Pruebas", "horas": "36"}


def test_a_guide_needs_no_facts(tmp_path: Path) -> None:
    path = write_guide(tmp_path, GUIDE.replace("{{ portal }}", "Portal"))
    assert read_guide(path, {}).steps[0].texts == ("Portal",)


def test_the_mark_that_notepad_puts_first_is_no_trouble(tmp_path: Path) -> None:
    write_guide(tmp_path)
    for path in tmp_path.iterdir():
        path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert [guide.title for guide in read_guides(tmp_path)] == ["Pedir una constancia"]


def test_markup_in_a_guide_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    written = GUIDE.replace("Obtener su constancia.", "Obtener <script>alert(1)</script>.")
    # As words, that whoever writes a page escapes as all others.
    assert shown(read(tmp_path, written).objective) == (Run("Obtener <script>alert(1)</script>."),)
