"""The search form that Nueva cita, Bitácora and Cancela cita share."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from stub_portal.domain.people import Person
from stub_portal.service import Portal
from stub_portal.tests.visitor import Visitor

EACH = pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/citas/nueva", "/citas/nueva/dias"),
        ("/citas/bitacora", "/citas/bitacora/listado"),
        ("/citas/cancela", "/citas/cancela/cita"),
    ],
)


@EACH
def test_what_the_form_says(visitor: Visitor, address: str, found: str) -> None:  # noqa: ARG001
    visitor.open(address)
    assert visitor.texts("label") == [
        "Ingresar RFC/CURP*",
        "Nombre(s)*",
        "Primer apellido*",
        "Segundo apellido",
    ]
    assert visitor.texts("legend") == ["Datos de quien requiere la cita administrativa"]
    assert visitor.texts("button")[-1] == "Buscar"
    assert (
        "Puedes ingresar tu búsqueda a través de la CURP o RFC del trabajador o pensionado."
        in visitor.text
    )
    assert "* Campos obligatorios" in visitor.text


@EACH
@pytest.mark.parametrize("key", ["curp", "rfc"])
def test_curp_and_rfc_both_find(
    visitor: Visitor, with_appointment: Person, address: str, found: str, key: str
) -> None:
    visitor.search(address, with_appointment, identidad=getattr(with_appointment, key))
    assert visitor.path == found


@EACH
def test_all_that_is_missing_is_said_at_once(visitor: Visitor, address: str, found: str) -> None:  # noqa: ARG001
    visitor.send(address)
    assert visitor.page.status_code == 422
    assert visitor.errors == [
        "El campo «Ingresar RFC/CURP» es obligatorio.",
        "El campo «Nombre(s)» es obligatorio.",
        "El campo «Primer apellido» es obligatorio.",
    ]
    assert visitor.page.text.count('aria-invalid="true"') == 3
    assert '<a href="#nombres">' in visitor.page.text
    assert visitor.texts("title")[0].startswith("Error: ")


@pytest.mark.parametrize(
    ("stray", "said"),
    [
        ("{} ", "El campo «Nombre(s)» tiene un espacio al final."),
        (" {}", "El campo «Nombre(s)» tiene un espacio al principio."),
        ("{}\t", "El campo «Nombre(s)» tiene una tabulación."),
        ("\u00a0{}", "El campo «Nombre(s)» tiene un espacio de no separación."),
        (
            "{}\u200b",
            "El campo «Nombre(s)» tiene un carácter invisible (como el espacio de ancho cero).",
        ),
    ],
)
def test_a_stray_blank_is_named_and_kept(
    visitor: Visitor, with_appointment: Person, stray: str, said: str
) -> None:
    typed = stray.format(with_appointment.names)
    visitor.search("/citas/bitacora", with_appointment, nombres=typed)
    assert visitor.path == "/citas/bitacora"
    assert visitor.errors == [said]
    assert visitor.value("nombres") == typed


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("identidad", "PEAD 711117", "El campo «Ingresar RFC/CURP» tiene un espacio en medio."),
        (
            "nombres",
            " \u00a0",
            "El campo «Nombre(s)» es obligatorio y solo tiene espacios en blanco.",
        ),
        ("segundo_apellido", "\t", "El campo «Segundo apellido» solo tiene espacios en blanco."),
    ],
)
def test_what_cannot_be_right_is_named(
    visitor: Visitor, with_appointment: Person, field: str, typed: str, said: str
) -> None:
    visitor.search("/citas/bitacora", with_appointment, **{field: typed})
    assert said in visitor.texts("li")
    assert visitor.value(field) == typed


def test_a_blank_that_is_registered_is_no_stray(visitor: Visitor, portal: Portal) -> None:
    odd = replace(portal_person(portal), id="odd", curp="C", rfc="R", names="Ana  Luz")
    portal.add_person(odd)
    assert visitor.search("/citas/bitacora", odd).path == "/citas/bitacora/listado"


def test_two_ways_to_write_an_accent_are_one(visitor: Visitor, with_appointment: Person) -> None:
    apart = normalize("NFD", with_appointment.second_surname)
    assert apart != with_appointment.second_surname
    visitor.search("/citas/bitacora", with_appointment, segundo_apellido=apart)
    assert visitor.path == "/citas/bitacora/listado"


@pytest.mark.parametrize("field", ["identidad", "nombres", "primer_apellido", "segundo_apellido"])
def test_whatever_is_wrong_is_answered_alike(
    visitor: Visitor, with_appointment: Person, field: str
) -> None:
    visitor.search("/citas/bitacora", with_appointment, **{field: "equivocado"})
    assert visitor.page.status_code == 422
    assert "No encontramos a ninguna persona con esos datos" in visitor.text
    assert "aria-invalid" not in visitor.page.text
    for registered in (with_appointment.rfc, "UC3QK2"):
        assert registered not in visitor.page.text


def test_case_and_accents_count(visitor: Visitor, with_appointment: Person) -> None:
    for wrong in ("DULCE MARÍA", "Dulce Maria"):
        visitor.search("/citas/bitacora", with_appointment, nombres=wrong)
        assert visitor.path == "/citas/bitacora"


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/citas/bitacora/listado", "/citas/bitacora"),
        ("/citas/cancela/cita", "/citas/cancela"),
        ("/citas/cancela/detalle", "/citas/cancela"),
        ("/citas/cancela/aviso", "/citas/cancela"),
    ],
)
def test_without_a_search_one_is_asked_for(visitor: Visitor, address: str, form: str) -> None:
    assert visitor.open(address).path == form


def portal_person(portal: Portal) -> Person:
    person = portal.person("cancelacion")
    assert person
    return person
