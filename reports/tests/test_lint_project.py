"""Guides held against what this project knows, and our own guides."""

from pathlib import Path
from shutil import copyfile

from reports.lint.checking import CHECKS, check
from reports.lint.checks import addresses, glossary, labels, limits, numbering, sources, telephones
from reports.lint.reading.ours import read_project
from reports.lint.telling import Place
from reports.paths import ROOT, guides_folder
from reports.tests.lint_samples import CARD, LENDING, case, case_of, ours, project, told
from reports.tests.samples import write_guide


def test_our_own_guides_are_clean() -> None:
    found = check(case_of(read_project(ROOT)))
    assert not found, "\n".join(f"{it.place}: {it.what}: {it.told}" for it in found)


def test_a_new_guide_starts_clean(tmp_path: Path) -> None:
    folder, skeleton = tmp_path / "features" / "guias", ROOT / "reports" / "writing" / "skeleton"
    folder.mkdir(parents=True)
    for source, target in (
        (skeleton / "guia.md", folder / "nueva.md"),
        (skeleton / "guia.feature", folder / "nueva.feature"),
        (guides_folder(ROOT) / "hechos.toml", folder / "hechos.toml"),
        (ROOT / "features" / "GLOSARIO.md", tmp_path / "features" / "GLOSARIO.md"),
    ):
        copyfile(source, target)
    known = read_project(tmp_path)
    assert [len(guide.steps) for guide in known.guides] == [4]
    assert [f"{it.place}: {it.told}" for it in check(case_of(known))] == []


def test_a_project_is_read_with_all_that_it_knows(tmp_path: Path) -> None:
    folder, screens = tmp_path / "features" / "guias", tmp_path / "reports" / "approved"
    folder.mkdir(parents=True)
    screens.mkdir(parents=True)
    write_guide(folder)
    feature = 'Cuando en el paso 4 elige "Altas"\n | Sala | Hora |\n Y en el paso 9 espera\n'
    (folder / "constancia.feature").write_text(f"# language: es\n\n    {feature}", "utf-8")
    (tmp_path / "features" / "GLOSARIO.md").write_text("| cita | x | Un lugar | turno |\n", "utf-8")
    (screens / "constancia-paso-01.c0.aria.yml").write_text('- button "Pedir*"\n', "utf-8")
    known = read_project(tmp_path)
    assert [guide.name for guide in known.guides] == ["features/guias/constancia.md"]
    assert known.quoted == {"Altas", "Sala", "Hora"}
    assert known.approved == {"features/guias/constancia.md": '- button "Pedir*"\n'}
    assert known.avoided == {"turno": "cita"}
    assert known.alike == (("cita", "turno"),)
    taken = known.taken["features/guias/constancia.md"]
    assert {step: str(place) for step, place in taken.items()} == {
        4: "features/guias/constancia.feature:3",
        9: "features/guias/constancia.feature:5",
    }
    fact = known.facts.lines[0]
    assert (str(fact.place), fact.text) == (
        "features/guias/hechos.toml (portal)",
        "Portal de Pruebas",
    )


def test_published_guides_are_held_against_the_shared_facts() -> None:
    text = (
        "En Portal BIBLIOTEX.\n\n1. Abra https://bibliotec.example.mx.\n\n2. Llame al "
        "55 1234 5678, opción 9.\n\n3. Cancele con 24 horas de anticipación."
    )
    against = [
        finding
        for check in (addresses.check_addresses, telephones.check_menus, limits.check_limits)
        for finding in told(check, text, project=project())
    ]
    assert against == [
        (
            "a.txt:3, paso 1: https://bibliotec.example.mx"
            " | hechos.toml (direccion): https://bibliotex.example.mx"
        ),
        "a.txt:5, paso 2: «opción 9» | hechos.toml (menu): «opción 2, submenú 4»",
        "a.txt:7, paso 3: «con 24 horas de anticipación» | hechos.toml (anticipacion): «48 horas»",
    ]


def test_guides_of_another_system_are_not() -> None:
    text = "1. Abra https://bibliotec.example.mx.\n\n2. Cancele con 24 horas de anticipación."
    assert told(addresses.check_addresses, text, project=project()) == []
    assert told(limits.check_limits, text, project=project()) == []


def test_published_labels_are_held_against_ours_unless_they_are_known() -> None:
    text = "En Portal BIBLIOTEX.\n\n1. Elija “Libros Nuevos”."
    mine = ours("1. Elija **LIBROS NUEVOS**.")
    found = ["a.txt:3, paso 1: «Libros Nuevos» | nuestra.md:1, paso 1: «LIBROS NUEVOS»"]
    assert told(labels.check_names, text, project=project(mine)) == found
    known = project(mine, quoted=frozenset({"Libros Nuevos"}))
    assert told(labels.check_names, text, project=known) == []


def test_a_scenario_may_not_take_a_step_that_its_guide_has_not() -> None:
    place = Place("nuestra.feature", "línea", 9)
    known = project(ours("1. Entre."), taken={"nuestra.md": {1: place, 2: place}})
    found = list(numbering.check_mentions(case_of(known)))
    assert [str(it.others[0][0]) for it in found] == ["nuestra.feature:9"]
    assert found[0].told == "la guía llega al paso 1"


def test_our_texts_are_known_to_scenarios_or_to_approved_screens() -> None:
    guide = ours("1. Elija **Altas**, **Bajas** y **Nuevas**.")
    known = project(guide, quoted=frozenset({"Altas"}), approved={"nuestra.md": '- link "Bajas"'})
    assert [it.told for it in sources.check_texts(case_of(known))] == ["«Nuevas»"]
    nothing_approved = project(guide, quoted=frozenset({"Altas"}))
    assert list(sources.check_texts(case_of(nothing_approved))) == []
    others_approved = project(guide, approved={"otra.md": '- link "Bajas"'})
    assert list(sources.check_texts(case_of(others_approved))) == []


def test_our_guides_keep_to_the_words_of_the_glossary() -> None:
    guide = ours(
        "# Altas\n\n1. Haga clic en “Turno”.\n\n2. Presione “Folio”.\n\n3. Copie los folios.\n\n"
        "4. Elija su reimpresión, sin presionarla, y el folleto.\n\n5. Lea «presionar»."
    )
    avoided = {"dar clic": "oprimir", "presionar": "oprimir", "folio": "clave", "turno": "cita"}
    known = project(guide, avoided=avoided)
    assert [f"{it.place.step}: {it.told}" for it in glossary.check_avoided(case_of(known))] == [
        "1: «clic»; el glosario dice «oprimir»",
        "2: «presione»; el glosario dice «oprimir»",
        "3: «folios»; el glosario dice «clave»",
        "4: «presionarla»; el glosario dice «oprimir»",
    ]
    published = case("1. Haga clic en “Turno”.", project=known)
    assert list(glossary.check_avoided(published)) == []


def test_our_guides_name_only_guides_that_exist() -> None:
    guide = ours("# Altas\n\n1. Siga la guía «Altas» o la guía «Bajas».")
    assert [it.told for it in sources.check_guides(case_of(project(guide)))] == ["«Bajas»"]


def test_a_guide_with_the_usual_faults_is_told_of_all_of_them() -> None:
    found = check(case(CARD, LENDING, project=project()))
    assert len({it.what for it in found}) >= 30
    assert all(it.matters and it.do for it in found)
    places = [it.place for it in found]
    assert places == sorted(places, key=lambda it: (it.file, it.number, it.step))


def test_no_check_stumbles_over_a_guide_that_says_nothing_of_its_kind() -> None:
    for guide in ("x", "1. x", "| a | b |\n|---|---|\n| 1 | 2 |", "1. a\tb\n\n2. c\td\te"):
        for one in CHECKS:
            assert isinstance(told(one, guide, guide, project=project()), list)
