"""The pages of a run, from a record made by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from reports.pages import write_pages
from reports.pictures.annotate import SCALE
from reports.pictures.draw_ahead import drawn
from reports.record import ScenarioRecord, SightRecord, TouchRecord
from reports.run_info import RunInfo
from reports.tests.html_page import HtmlPage, check_pictures, check_self_contained
from reports.tests.samples import GUIDE, SHOWN, all_well, decides, failing, followed, read
from reports.verdicts import Verdict, judge
from reports.wording import LABEL

INFO = RunInfo(
    began=datetime(2026, 11, 20, 14, 5, tzinfo=UTC),
    seconds=4.21,
    browser="Chromium 156",
    commit="abc1234",
    versions=(("Playwright", "1.65"), ("Python", "3.11")),
)
SIZE = (320, 200)  # CSS pixels
HOSTILE = "<script>alert('ñ')</script>"
PAGES = ("index.html", "constancia.html")


def photograph(folder: Path, look: SightRecord, name: str) -> None:
    """Give a look at the screen its picture, clean and drawn."""
    look.picture = f"{name}.png"
    clean = folder / look.picture
    for path in (clean, drawn(clean)):
        Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), "white").save(path)


def render(
    folder: Path, scenarios: list[ScenarioRecord], text: str = GUIDE
) -> tuple[HtmlPage, HtmlPage]:
    """Write the pages of a run and return the index and the guide's page."""
    record = folder / "record"
    record.mkdir()
    for number, look in enumerate(scenarios[0].sights, start=1):
        photograph(record, look, f"constancia-{number:02}")
    judged = judge(read(folder, text), scenarios)
    write_pages(folder, record, [judged], scenarios, INFO)
    index, guide = (HtmlPage(folder / name) for name in PAGES)
    return index, guide


@pytest.fixture
def good(tmp_path: Path) -> tuple[HtmlPage, HtmlPage]:
    scenarios = all_well()
    look = scenarios[0].sights[1]
    look.touches = [
        TouchRecord("«Constancias»", 1, 1, 9, 9),
        TouchRecord("el campo «Pedir*»", 1, 20, 9, 9),
    ]
    scenarios[0].sights.append(SightRecord(2, "Pantalla 2, después", ["Su clave"]))
    return render(tmp_path, scenarios)


@pytest.fixture
def bad(tmp_path: Path) -> tuple[HtmlPage, HtmlPage]:
    shown = {1: ("Portales de Pruebas",), 2: SHOWN[2]}
    scenario = failing(followed(shown), 3, f"no se pudo {HOSTILE}")
    scenario.name = HOSTILE
    rule = failing(decides("plazo"), 1, "tarda tres")
    rule.name = f"Plazo {HOSTILE}"
    return render(tmp_path, [scenario, rule])


@pytest.fixture(params=["good", "bad"])
def pages(request: pytest.FixtureRequest) -> tuple[HtmlPage, HtmlPage]:
    both: tuple[HtmlPage, HtmlPage] = request.getfixturevalue(request.param)
    return both


def test_every_page_is_mexican_spanish_and_has_one_title(pages: tuple[HtmlPage, ...]) -> None:
    for page in pages:
        assert page.all("html") == [{"lang": "es-MX"}]
        assert len(page.all("h1")) == len(page.all("title")) == 1
        assert {"charset": "utf-8"} in page.all("meta")


def test_no_page_holds_a_barrier(
    pages: tuple[HtmlPage, ...],
    page: Page,
    find_barriers: Callable[[Page], list[str]],
    find_faults: Callable[[str], list[str]],
) -> None:
    for one in pages:
        assert find_faults(one.path.read_text("utf-8")) == []
        page.goto(one.path.as_uri())
        # A step's number is drawn beside its text; axe can't tell that it is not behind it.
        page.add_style_tag(content=".steps > li::before { display: none }")
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert find_barriers(page) == []


def test_no_request_leaves_a_page(pages: tuple[HtmlPage, ...]) -> None:
    for page in pages:
        check_self_contained(page)
        assert not page.all("script")
        for sheet in (page.path.parent / "static").glob("*.css"):
            css = sheet.read_text("utf-8")
            named = [part.partition(")")[0].strip("\"'") for part in css.split("url(")[1:]]
            assert named
            assert all((sheet.parent / name).is_file() for name in named)
            assert "@import" not in css


def test_every_picture_has_words_size_and_file(pages: tuple[HtmlPage, ...]) -> None:
    index, guide = pages
    assert not index.all("img")
    assert guide.all("img")
    check_pictures(guide)
    sizes = {(picture["width"], picture["height"]) for picture in guide.all("img")}
    assert sizes == {(str(SIZE[0]), str(SIZE[1]))}


def test_fragments_lead_somewhere_and_no_two_places_share_a_name(
    pages: tuple[HtmlPage, ...],
) -> None:
    for page in pages:
        names = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(names) == len(set(names))
        labels = [attributes.get("aria-labelledby") for _, attributes in page.elements]
        assert {label for label in labels if label} <= set(names)


def test_pictures_are_called_after_guide_and_step(good: tuple[HtmlPage, HtmlPage]) -> None:
    sources = [picture["src"] for picture in good[1].all("img")]
    assert sources == [
        "imagenes/constancia-paso-01.png",
        "imagenes/constancia-paso-02-1.png",
        "imagenes/constancia-paso-02-2.png",
        "imagenes/constancia-paso-03.png",
    ]


def test_a_picture_says_what_is_marked_on_it(good: tuple[HtmlPage, HtmlPage]) -> None:
    words = [picture["alt"] for picture in good[1].all("img")]
    assert words[0] == "Pantalla «Pantalla 1»."
    assert words[1] == (
        "Pantalla «Pantalla 2». Están marcados: 1, «Constancias»; 2, el campo «Pedir*»."
    )


def test_the_index_has_a_verdict_for_every_step_and_says_with_what(
    good: tuple[HtmlPage, HtmlPage],
) -> None:
    text = good[0].text
    for fact in ("20 de noviembre de 2026, 14:05 h", "Chromium 156", "4.2 s", "abc1234"):
        assert fact in text
    assert "Playwright 1.65 · Python 3.11" in text
    steps = text.partition("Veredicto")[2].partition("Reglas que")[0]
    assert steps.count(LABEL[Verdict.HOLDS]) == 3
    assert "Comprobar plazo cumple" in text


def test_a_guide_that_holds_is_fit_to_publish(good: tuple[HtmlPage, HtmlPage]) -> None:
    guide = good[1]
    assert "No publicar" not in guide.text
    for verdict in LABEL.values():
        assert verdict not in guide.text
    for fact in ("Pedir una constancia", "En tres pasos", "Sistema de Constancias"):
        assert fact in guide.text
    assert "Obtener su constancia. Aviso Tarda dos días y es gratuita." in guide.text
    assert len([place for place in guide.all("li") if "id" in place]) == 3


def test_a_guide_that_does_not_hold_says_no_publicar(bad: tuple[HtmlPage, HtmlPage]) -> None:
    assert "No publicar. Esta guía no se sostiene" in bad[1].text
    assert "no cumple" in bad[1].text


def test_every_verdict_has_its_label_and_its_reason(bad: tuple[HtmlPage, HtmlPage]) -> None:
    text = bad[0].text
    said = text.partition("Qué significa")[0]
    for label in ("no cumple", "texto distinto", "no alcanzado", "sin verificar"):
        assert label in said
    for reason in (
        "lo más parecido es «Portales de Pruebas»",
        'Y oprime "Pedir*" — no se pudo',
        'Antes falló «oprime "Pedir*"».',
        "Ninguna regla comprueba «clave».",
    ):
        assert reason in said
    for label in LABEL.values():
        assert label in text.partition("Qué significa")[2]


def test_the_screen_of_a_failure_can_be_opened(bad: tuple[HtmlPage, HtmlPage]) -> None:
    links = [link["href"] for link in bad[0].all("a")]
    assert "record/constancia-02.png" in links


def test_hostile_text_is_text(bad: tuple[HtmlPage, HtmlPage]) -> None:
    assert HOSTILE in bad[0].text
    assert f"Plazo {HOSTILE}" in bad[0].text
    assert HOSTILE in bad[1].text
    for page in bad:
        assert "<script" not in page.path.read_text("utf-8")


def test_hostile_names_on_the_screen_are_text(tmp_path: Path) -> None:
    scenarios = all_well()
    look = scenarios[0].sights[0]
    look.title = f'">{HOSTILE}'
    look.touches = [TouchRecord(f'"{HOSTILE}', 1, 1, 2, 2)]
    guide = render(tmp_path, scenarios)[1]
    assert not guide.all("script")
    assert HOSTILE in guide.all("img")[0]["alt"]


def test_hostile_front_matter_is_text(tmp_path: Path) -> None:
    text = GUIDE.replace("titulo: Pedir", f"titulo: {HOSTILE} Pedir")
    for page in render(tmp_path, all_well(), text):
        assert not page.all("script")
        assert HOSTILE in page.text
