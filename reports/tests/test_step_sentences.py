"""The sentences that exist are found without running them, and told to whoever writes guides."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.commands.steps import command
from reports.writing.catalogue import about, catalogue
from reports.writing.sentences import Known, known_sentences, why_unknown
from reports.writing.spoken import spoken_sentences

STEPS = '''\
"""Getting about."""

from pytest_bdd import given, then, when
from steps.sentence import Sentence

TITLE = "Pestañas"


@given(Sentence('que la pestaña "{name}" está abierta'), target_fixture="tab")
@when(Sentence('elige la pestaña "{name}"'))
def chooses(name: str) -> None:
    """Elige una pestaña.

    And more that only programmers read.
    """


@then(
    Sentence("ve {number} pestañas:")
)
def sees(number: str) -> None:
    """Cuenta las pestañas."""


@kept(Sentence("que no es de nadie"))
def helper() -> None:
    """Not a sentence."""
'''
FEATURE = """\
# language: es
Característica: Pestañas

  Antecedentes:
    Dado que la pestaña "Uno" está abierta

  Esquema del escenario: Contarlas
    Entonces ve <n> pestañas:
      | Uno |

    Ejemplos:
      | n |
      | 7 |
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {
        "steps/tabs.py": STEPS,
        "steps/reader.py": "class Reader: ...",
        "features/reglas/uso.feature": FEATURE,
        "features/guias/rota.feature": "# language: es\nDado que no se entiende",
        "features/guias/abrir.feature": FEATURE.replace("<n>", "3").replace("Uno", "Dos"),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_sentences_are_read_with_their_meaning(project: Path) -> None:
    one, group = "Elige una pestaña.", "Pestañas"
    assert known_sentences(project) == [
        Known("when", 'elige la pestaña "{name}"', one, group, "steps/tabs.py:11"),
        Known("given", 'que la pestaña "{name}" está abierta', one, group, "steps/tabs.py:11"),
        Known("then", "ve {number} pestañas:", "Cuenta las pestañas.", group, "steps/tabs.py:21"),
    ]


def test_every_sentence_has_an_example_a_guides_if_there_is_one(project: Path) -> None:
    [(group, entries)] = catalogue(known_sentences(project), spoken_sentences(project))
    assert group == "Pestañas"
    examples = {entry.known.shown: entry.example for entry in entries}
    opened, chosen = 'que la pestaña "…" está abierta', 'elige la pestaña "…"'
    assert list(examples) == [opened, "ve … pestañas:", chosen]
    example = examples[opened]
    assert example
    assert example.sentence == 'que la pestaña "Dos" está abierta'
    assert (example.file, example.line) == ("features/guias/abrir.feature", 5)
    assert examples[chosen] is None
    assert [entry.only_in_rules for entry in entries] == [False, False, True]


def test_the_order_explains_its_marks_and_shows_two_rows_of_a_table(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "features" / "guias" / "abrir.feature"
    text = path.read_text("utf-8").replace("| Uno |", "| Dos |")
    rows = "      | a | b |\n      | c | d |\n      | e | f |\n"
    path.write_text(text.replace("      | Dos |\n", rows), "utf-8")
    monkeypatch.setattr("reports.commands.steps.ROOT", project)
    said = CliRunner().invoke(command, []).output
    assert said.startswith("Las que dicen «solo en reglas» son de las pruebas de QA; en una guía")
    assert said.count("(solo en reglas)") == 1
    assert "        | a | b |\n        | c | d |\n" in said
    assert "| e |" not in said
    assert "solo en reglas" not in CliRunner().invoke(command, ["cuenta"]).output


def test_an_outlines_table_has_its_values(project: Path) -> None:
    path = project / "features" / "reglas" / "uso.feature"
    path.write_text(path.read_text("utf-8").replace("| Uno |", "| <n> | Uno |"), "utf-8")
    assert spoken_sentences(project)[-1].table == (("7", "Uno"),)


def test_an_outlines_example_has_its_values(project: Path) -> None:
    sentences = [one.sentence for one in spoken_sentences(project)]
    assert sentences[-1] == "ve 7 pestañas:"


@pytest.mark.parametrize(
    ("words", "found"),
    [("PESTANAS", 3), ("cuénta", 1), ("elige pestaña", 2), ("elige baile", 0)],
)
def test_words_are_found_whatever_their_case_and_accents(
    project: Path, words: str, found: int
) -> None:
    groups = catalogue(known_sentences(project), spoken_sentences(project))
    assert sum(len(entries) for _, entries in about(groups, words.split())) == found


@pytest.mark.parametrize(
    ("kind", "sentence", "told"),
    [
        (
            "when",
            'en el paso 2 elije la pestana "SALUD"',
            'ninguna frase dice «elije la pestana "SALUD"»; lo más parecido: «Cuando elige la pest',
        ),
        ("then", 'elige la pestaña "SALUD"', "esa frase va con Cuando, no con Entonces"),
        ("when", "baila", "ninguna frase dice «baila», ni nada parecido"),
    ],
)
def test_a_sentence_that_does_not_exist(project: Path, kind: str, sentence: str, told: str) -> None:
    why = why_unknown(known_sentences(project), kind, sentence)
    assert why.startswith(told)
    assert ("guias.py steps" in why) is why.startswith("ninguna")


def test_the_order_tells_sentence_meaning_and_example() -> None:
    result = CliRunner().invoke(command, ["opcion", "menu"])
    assert result.exit_code == 0
    assert '  Cuando elige "…" en el menú "…"\n      Abre un menú' in result.output
    assert "      Ejemplo: Cuando elige " in result.output
    assert "(features/guias/" in result.output
    nothing = CliRunner().invoke(command, ["xyz"])
    assert nothing.exit_code == 0
    assert "Ninguna frase habla de «xyz»" in nothing.output
