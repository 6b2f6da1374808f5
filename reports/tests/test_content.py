"""What a guide says, as plain data: what Markdown becomes, and what it may not be."""

from dataclasses import replace
from pathlib import Path

import pytest

from reports.errors import GuideError
from reports.guides.content import (
    Block,
    Bullets,
    Note,
    Paragraph,
    Run,
    as_shown,
    changed,
    claimed_rules,
    paragraphs,
    quoted_texts,
    tidied,
)
from reports.guides.guide import read_guide
from reports.guides.markdown import (
    Heading,
    Numbered,
    UnknownMarkdownError,
    line_of,
    parse_parts,
)
from reports.guides.source import read_facts, read_source
from reports.tests.samples import FACTS, GUIDE, write_guide

PORTAL = "\ue100"  # the mark of the first fact
FACT = {"portal": "Portal de *Pruebas*"}


def parsed(source: str) -> list[Block]:
    """Return what some Markdown without headings says."""
    _, parts = parse_parts(source, FACT)
    assert not any(isinstance(part, Heading | Numbered) for part in parts)
    return [part for part in parts if not isinstance(part, Heading | Numbered)]


def runs_of(source: str) -> tuple[Run, ...]:
    """Return the runs of Markdown that is one paragraph."""
    [only] = parsed(source)
    assert isinstance(only, Paragraph)
    return only.runs


def test_words_are_told_apart_by_what_they_mean() -> None:
    assert runs_of("Elija **Citas**, *hoy*, [36 horas](regla:aviso) o [más](#a).") == (
        Run("Elija "),
        Run("Citas", strong=True),
        Run(", "),
        Run("hoy", emphasis=True),
        Run(", "),
        Run("36 horas", rule="aviso"),
        Run(" o "),
        Run("más", link="#a"),
        Run("."),
    )


def test_meanings_add_up() -> None:
    assert runs_of(f"[**Solo *{PORTAL}***](regla:uno)") == (
        Run("Solo ", strong=True, rule="uno"),
        Run(FACT["portal"], strong=True, emphasis=True, rule="uno", fact="portal"),
    )


def test_a_fact_is_text_to_the_letter_and_never_markdown() -> None:
    assert runs_of(f"El **{PORTAL}**") == (
        Run("El "),
        Run("Portal de *Pruebas*", strong=True, fact="portal"),
    )


def test_a_line_that_ends_is_a_blank() -> None:
    for end in ("\n", "  \n", "\\\n"):
        assert runs_of(f"**Su cita{end}quedó** lista") == (
            Run("Su cita", strong=True),
            Run(" ", strong=True),
            Run("quedó", strong=True),
            Run(" lista"),
        )


def test_every_run_knows_its_line() -> None:
    [paragraph] = paragraphs(parsed("Uno,\n*dos\n**tres*** y\n[cuatro](#a)."))
    lines = {run.text: run.line for run in paragraph.runs}
    assert paragraph.line == 1
    assert {word: lines[word] for word in ("Uno,", "dos", "tres", "cuatro", ".")} == {
        "Uno,": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        ".": 4,
    }


def test_the_line_makes_no_difference_to_a_reader() -> None:
    assert Run("a", line=1) == Run("a", line=2)
    assert as_shown((Run("a", line=1), Run("b", line=2)))[0].line == 1


def test_a_sentence_marked_informative_leaves_an_empty_run_behind_it() -> None:
    assert runs_of("Es la última. {informativo} Sirve para todo.") == (
        Run("Es la última."),
        Run("", informative=True),
        Run(" Sirve para todo."),
    )
    assert runs_of("Es la **última**.\n{informativo}\nSirve.") == (
        Run("Es la "),
        Run("última", strong=True),
        Run("."),
        Run(" "),
        Run("", informative=True),
        Run("Sirve."),
    )
    assert runs_of("Es la última. \n  {informativo}") == (
        Run("Es la última."),
        Run("", informative=True),
    )


def test_notes_and_lists_hold_contents_and_their_lines() -> None:
    assert parsed("> Uno.\n>\n> - dos\n>   > tres\n> - cuatro") == [
        Note(
            (
                Paragraph((Run("Uno."),), 1),
                Bullets(
                    (
                        (Paragraph((Run("dos"),), 3), Note((Paragraph((Run("tres"),), 4),))),
                        (Paragraph((Run("cuatro"),), 5),),
                    )
                ),
            )
        )
    ]


def test_numbered_items_and_headings_know_their_lines() -> None:
    _, parts = parse_parts("---\ntitulo: T\n---\n\n## Pasos\n\n1. Uno\n\n   > nota\n\n2. Dos\n", {})
    heading, numbered = parts
    assert heading == Heading("Pasos", 5)
    assert isinstance(numbered, Numbered)
    assert [item.line for item in numbered.items] == [7, 11]
    assert [paragraph.line for paragraph in paragraphs(numbered.items[0].content)] == [7, 9]
    assert [line_of(part) for part in parsed("> - uno\n\n- dos\n\ntres")] == [1, 3, 5]


def test_facts_are_filled_into_the_front_matter() -> None:
    front, _ = parse_parts(f"---\ntitulo: El {PORTAL}\n---\n\nUno.\n", FACT)
    assert front.strip() == "titulo: El Portal de *Pruebas*"


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("Uno.\n\n```\nx\n```", 3, "un bloque de código"),
        ("Uno.\n\n    x", 3, "un bloque de código (cuatro espacios"),
        ("Uno,\ndos\ny `x`.", 3, "texto entre acentos graves"),
        ("Lea **Uno, **Dos** y\nTres.", 1, "dos asteriscos (**) sin pareja"),
        ("Lea\n** Uno ** y Tres.", 2, "dos asteriscos (**) sin pareja"),
        ("Lea\n**Uno*** y Tres.", 2, "un asterisco pegado a las negritas"),
        ("Uno,\n**dos\n![Tres](a.png)**", 3, "una imagen: las toma la corrida"),
        ("Uno.\n\n***", 3, "una línea de guiones"),
        ("- Uno\n  1. dos", 2, "una lista numerada dentro de un paso, de una nota o de otra"),
        ("1. Uno\n\n   1. dos", 3, "una lista numerada dentro de un paso, de una nota o de otra"),
        ("> # Uno", 1, "un encabezado dentro de un paso o de una nota"),
    ],
)
def test_markdown_that_a_guide_has_no_use_for(source: str, line: int, what: str) -> None:
    with pytest.raises(UnknownMarkdownError) as caught:
        parse_parts(source, {})
    assert caught.value.line == line
    assert caught.value.what.startswith(what)


def test_an_asterisk_that_is_meant_is_one() -> None:
    assert runs_of("\\* Obligatorio") == (Run("* Obligatorio"),)
    assert runs_of("**Nombre\\*** y más")[0] == Run("Nombre*", strong=True)


def test_markup_is_only_words() -> None:
    assert runs_of("Un <b>texto</b> &lt;i&gt;") == (Run("Un <b>texto</b> <i>"),)


def test_an_address_that_would_run_something_is_no_link() -> None:
    assert not any(run.link for run in runs_of("[Oprima](javascript:alert(1))"))


def source_of(folder: Path, line: str, facts: str = FACTS) -> str:
    """Return the source of a guide of one line, with its facts."""
    path = write_guide(folder, line, facts)
    return read_source(path, read_facts(folder)).strip()


def test_a_fact_is_a_mark_until_the_markdown_is_read(tmp_path: Path) -> None:
    assert source_of(tmp_path, "El {{ portal }} y {{portal}}.") == f"El {PORTAL} y {PORTAL}."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[Entre]({{ portal }}/citas)", Run("Entre", link="https://issste.mx/citas")),
        ("[Entre](https://x.mx/?a={{portal}})", Run("Entre", link="https://x.mx/?a=https://issste.mx")),
        ("<{{ portal }}>", Run("https://issste.mx", link="https://issste.mx")),
        ("[{{ portal }}](#a)", Run("https://issste.mx", fact="portal", link="#a")),
    ],
)  # fmt: skip
def test_a_fact_in_an_address_is_filled_in(tmp_path: Path, line: str, expected: Run) -> None:
    facts = 'portal = "https://issste.mx"\n'
    source = source_of(tmp_path, line, facts)
    _, [paragraph] = parse_parts(source, {"portal": "https://issste.mx"})
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (expected,)


def test_a_smaller_than_makes_no_address(tmp_path: Path) -> None:
    assert source_of(tmp_path, "Si < 3, {{ portal }} > 2.") == f"Si < 3, {PORTAL} > 2."


def test_facts_reach_every_part_of_a_guide(tmp_path: Path) -> None:
    text = GUIDE.replace("titulo: Pedir", "titulo: {{ portal }}, pedir")
    text = text.replace("Obtener su constancia", "Obtener [su]({{ portal }})")
    path = write_guide(tmp_path, text, 'portal = "a_b_c"\n')
    guide = read_guide(path, read_facts(tmp_path))
    assert guide.title == "a_b_c, pedir una constancia"
    assert as_shown(next(paragraphs(guide.objective.content)).runs)[1] == Run("su", link="a_b_c")
    assert guide.steps[0].texts == ("a_b_c",)


def test_a_strange_character_is_never_taken_for_a_fact(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=r"constancia\.md:2: en la columna 4 hay un carácter"):
        source_of(tmp_path, f"Uno\nA: {PORTAL}")


def test_neighbours_in_bold_are_one_text() -> None:
    [paragraph] = paragraphs(parsed(f"**Uno *dos*\n{PORTAL}** **tres**, **Uno *dos*** **tres**"))
    assert quoted_texts((paragraph,)) == ("Uno dos Portal de *Pruebas*", "tres", "Uno dos")


def test_a_mark_does_not_part_what_is_in_bold() -> None:
    run = Run("", informative=True)
    pair = Paragraph((Run("Uno ", strong=True), run, Run("dos", strong=True)), 1)
    assert quoted_texts((pair,)) == ("Uno dos",)


def test_a_rule_claimed_in_several_pieces_is_one_claim() -> None:
    content = parsed("[uno **dos**](regla:a), [tres](regla:b) y [cuatro](regla:a)")
    assert claimed_rules(content) == ("a", "b")


def test_what_looks_alike_is_shown_as_one() -> None:
    shown = as_shown(
        (
            Run("Faltan "),
            Run("36 horas", fact="horas", rule="aviso"),
            Run("", informative=True),
            Run("", strong=True),
            Run(" o más"),
            Run("Citas", strong=True, fact="menu"),
            Run("!", strong=True, emphasis=True),
            Run("a", link="#a"),
            Run("b", link="#b"),
        )
    )
    assert shown == (
        Run("Faltan 36 horas o más"),
        Run("Citas", strong=True),
        Run("!", strong=True, emphasis=True),
        Run("a", link="#a"),
        Run("b", link="#b"),
    )


def test_blanks_that_a_mark_leaves_behind_go() -> None:
    mark = Run("", informative=True)
    assert tidied((Run(" a "), Run(""), Run(" b ", strong=True), mark, Run(" "), Run(""))) == (
        Run("a "),
        Run("b", strong=True),
        mark,
    )
    assert tidied((Run(" "), Run(" "))) == ()


def test_what_is_left_with_nothing_goes() -> None:
    content = parsed("Uno.\n\n> dos\n\n- tres\n\n  > cuatro\n- cinco")
    gone = {"Uno.", "dos", "cuatro", "cinco"}

    def without(run: Run) -> Run:
        return replace(run, text="" if run.text in gone else run.text)

    assert changed(content, without) == (Bullets(((Paragraph((Run("tres"),), 5),),)),)
    assert changed(content, lambda run: replace(run, text="")) == ()
