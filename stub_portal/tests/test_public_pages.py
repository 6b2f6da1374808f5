"""The search engine, Portal ASISSSTE, and what every page has."""

import pytest
from flask import Flask

from stub_portal.tests.visitor import Visitor

PAGES = [
    "/",
    "/?q=Portal+ASISSSTE",
    "/?q=otra+cosa",
    "/asisste/",
    "/asisste/prestamos-personales",
    "/asisste/prestamos-personales/consultar-resultados",
    "/asisste/pensiones",
    "/citas/",
    "/citas/nueva",
    "/citas/bitacora",
    "/citas/cancela",
    "/no-existe",
]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_its_frame(visitor: Visitor, address: str) -> None:
    page = visitor.open(address).page
    assert '<html lang="es-MX">' in page.text
    assert '<meta name="robots" content="noindex">' in page.text
    assert "Implementación de referencia con datos ficticios" in visitor.text
    assert len(visitor.texts("h1")) == 1
    assert "<script" not in page.text
    assert "style=" not in page.text
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; ")


def test_titles_differ(visitor: Visitor) -> None:
    titles = [visitor.open(address).texts("title")[0] for address in PAGES]
    assert len(set(titles)) == len(PAGES)


@pytest.mark.parametrize(
    "query", ["Portal ASISSSTE", " portal  asissste ", "asisste.issste.gob.mx"]
)
def test_the_portal_is_found(visitor: Visitor, query: str) -> None:
    visitor.page = visitor.client.get("/", query_string={"q": query})
    assert visitor.texts("h2") == ["Portal ASISSSTE"]
    assert "https://asisste.issste.gob.mx" in visitor.text
    assert '<a href="/asisste/">Portal ASISSSTE</a>' in visitor.page.text


def test_nothing_else_is_found(visitor: Visitor) -> None:
    visitor.open("/?q=<b>pizza")
    assert "no conoce ningún sitio para «<b>pizza»" in visitor.text
    assert "Portal ASISSSTE" in visitor.text


def test_tabs(visitor: Visitor) -> None:
    assert visitor.open("/asisste/").texts("a")[1:4] == [
        "SALUD",
        "PRÉSTAMOS PERSONALES",
        "PENSIONES",
    ]
    assert 'aria-current="page">SALUD<' in visitor.page.text


def test_loan_options_in_order(visitor: Visitor) -> None:
    visitor.open("/asisste/prestamos-personales")
    assert visitor.texts("h1") == ["Otorgamiento de préstamos personales"]
    assert visitor.texts("li") == [
        "Simulación de préstamo",
        "Registro al sorteo electrónico",
        "Registro a Préstamos Emergentes",
        "Consultar resultados",
        "Otorga tu préstamo",
        "Agendar cita",
    ]


@pytest.mark.parametrize(
    "slug",
    [
        "simulacion-de-prestamo",
        "registro-al-sorteo-electronico",
        "registro-a-prestamos-emergentes",
        "consultar-resultados",
        "otorga-tu-prestamo",
    ],
)
def test_an_option_says_where_the_reference_stops(visitor: Visitor, slug: str) -> None:
    visitor.open(f"/asisste/prestamos-personales/{slug}")
    assert "La implementación de referencia llega hasta aquí" in visitor.text
    assert "Volver a las opciones" in visitor.texts("a")


def test_agendar_cita_redirects(app: Flask) -> None:
    answer = app.test_client().get("/asisste/prestamos-personales/agendar-cita")
    assert (answer.status_code, answer.location) == (302, "/citas/")


def test_the_citas_menu(visitor: Visitor) -> None:
    visitor.open("/citas/")
    assert visitor.texts("h1") == ["Sistema de Citas Administrativas"]
    assert visitor.texts("button") == ["Citas"]
    assert visitor.texts("a")[1:] == [
        "Nueva cita",
        "Bitácora",
        "Reimprime cita",
        "Cancela cita",
    ]


def test_fonts(app: Flask) -> None:
    with app.test_client().get("/fuentes/SourceSansPro-Regular.ttf") as font:
        assert (font.status_code, font.mimetype) == (200, "font/ttf")
    assert app.test_client().get("/fuentes/LICENSE.txt").status_code == 404
