"""The page of a failed step, from a record made by hand."""

import struct
from pathlib import Path

import pytest

from reports.failures.failure import NOT_ELSEWHERE, FailureRecord, TraceRecord, Wanted
from reports.failures.pages import write_failure_pages
from reports.record import ScenarioRecord, read_scenarios, write_scenario
from reports.tests.html_page import HtmlPage, check_pictures, check_self_contained
from reports.tests.samples import decides, failing, followed, read
from steps.sight import Answer

HOSTILE = "<script>alert('ñ')</script>"
HERE = "http://127.0.0.1:5000"
USUAL, LARGEST = 12_000, 60_000  # bytes of a page; the largest is of a screen without end


def answer(path: str, status: int | None = 200, **more: object) -> Answer:
    """Return what a server answered to a request for a screen."""
    return Answer(1.5, f"{HERE}{path}", status, "GET", "text/html", 1234, 7, **more)  # type: ignore[arg-type]


def broken(*answers: Answer, wanted: tuple[Wanted, ...] = ()) -> ScenarioRecord:
    """Return a scenario that failed in the fourth sentence, on a screen that was photographed."""
    scenario = failing(followed(), 3, "no se pudo hacer clic en «Pedir*»")
    seen = scenario.sights[1]
    seen.picture, seen.aria = "constancia-02.png", "constancia-02.aria.yml"
    scenario.steps[3].failure = FailureRecord(
        list(wanted), 1, f"{HERE}/pedir", list(answers), ["Failed to load resource"]
    )
    scenario.test = "features/test_guias.py::test_pedirla"
    return scenario


def render(
    folder: Path, *scenarios: ScenarioRecord, aria: str = '- button "Solicitar"'
) -> list[HtmlPage]:
    """Write the pages of a run whose pictures are of 1024 x 640 CSS pixels."""
    record = folder / "run" / "record"
    record.mkdir(parents=True)
    (folder / "run" / "static").mkdir()
    for name in ("static/guia.css", "index.html", "record/uno.trace.zip"):
        (folder / "run" / name).touch()
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">2I", 2048, 1280)
    (record / "constancia-02.png").write_bytes(header)
    (record / "constancia-02.aria.yml").write_text(aria, "utf-8")
    pages = write_failure_pages(folder / "run", scenarios, {"constancia": read(folder)})
    return [HtmlPage(folder / "run" / page.path) for page in pages]


@pytest.fixture
def failure(tmp_path: Path) -> HtmlPage:
    wanted = Wanted("Pedir*", "Solicitar*", "botón «Solicitar»", (102.4, 64, 204.8, 32))
    scenario = broken(answer("/"), answer("/pedir", 500), wanted=(wanted,))
    scenario.trace = TraceRecord("uno.trace.zip", "Volvió a fallar igual.")
    [page] = render(tmp_path, scenario)
    return page


def test_it_stands_by_itself(failure: HtmlPage) -> None:
    check_self_contained(failure)
    check_pictures(failure)
    assert failure.path.name == "constancia-paso-2.html"
    assert not failure.all("script")


def test_it_says_where_and_what(failure: HtmlPage) -> None:
    assert "Paso 2 Guía «Pedir una constancia»" in failure.text
    assert 'Y oprime "Pedir*" features/guias/constancia.feature:12' in failure.text
    assert "Elija Constancias y oprima Pedir*. features/guias/constancia.md:21" in failure.text
    assert "No se pudo hacer clic en «Pedir*»" in failure.text


def test_it_names_the_nearest_text_and_element_and_marks_it(failure: HtmlPage) -> None:
    assert "Se buscó «Pedir*» Lo más parecido: botón «Solicitar»" in failure.text
    assert "El texto más parecido: «Solicitar*»" in failure.text
    [mark] = [one["style"] for one in failure.all("span") if "style" in one]
    assert mark == "left: 10.0%; top: 10.0%; width: 20.0%; height: 5.0%"
    assert "Se marca: botón «Solicitar»." in failure.all("img")[0]["alt"]


def test_it_shows_the_screen_in_text(failure: HtmlPage) -> None:
    assert '- button "Solicitar"' in failure.text
    assert "../record/constancia-02.aria.yml" in failure.addresses


def test_it_tells_what_the_server_answered(failure: HtmlPage) -> None:
    assert "El servidor contestó 500 a GET /pedir." in failure.text
    assert "1.5 s GET /pedirtext/html · 1.2 kB · 7 ms 500" in failure.text
    assert "La pantalla que llegó con el error dice: ConstanciasPedir*Regresar" in failure.text
    assert "Failed to load resource" in failure.text


def test_it_hands_over_the_trace(failure: HtmlPage) -> None:
    assert "../record/uno.trace.zip" in failure.addresses
    assert "playwright show-trace uno.trace.zip" in failure.text
    assert "Volvió a fallar igual." in failure.text


def test_it_lists_what_was_followed_before(failure: HtmlPage) -> None:
    before = failure.text.partition("Lo que se siguió antes")[2]
    assert before.count("se cumplió") == 3
    assert 'en el paso 3 ve el aviso "Listo"' not in before


def test_all_was_answered(tmp_path: Path) -> None:
    [page] = render(tmp_path, broken(answer("/"), answer("/pedir")))
    assert "Contestó a todo sin errores." in page.text
    assert "La pantalla que llegó con el error" not in page.text


def test_an_answer_that_nobody_knows_is_no_error(tmp_path: Path) -> None:
    [page] = render(tmp_path, broken(answer("/", None)))
    assert "Que se sepa, no contestó con ningún error." in page.text
    assert "solo se sabe que esa pantalla se abrió" in page.text


def test_no_answer_at_all(tmp_path: Path) -> None:
    dead = answer("/pedir", 0, trouble="net::ERR_CONNECTION_REFUSED")
    kept = answer("/hoja", 0, trouble="net::ERR_ABORTED")
    [page] = render(tmp_path, broken(dead, kept))
    assert "El servidor no contestó a GET /pedir." in page.text
    assert "net::ERR_CONNECTION_REFUSED sin respuesta" in page.text
    assert "net::ERR_ABORTED interrumpida" in page.text


def test_why_there_is_no_trace(tmp_path: Path) -> None:
    scenario = broken()
    scenario.trace = TraceRecord(why_not=NOT_ELSEWHERE, command="pytest --tracing on")
    [page] = render(tmp_path, scenario)
    assert NOT_ELSEWHERE in page.text
    assert "pytest --tracing on" in page.text


def test_nothing_is_left_of_the_screen(tmp_path: Path) -> None:
    scenario = broken()
    scenario.steps[3].failure = None
    [page] = render(tmp_path, scenario)
    assert "No hay imagen" in page.text
    assert "De esta falla no se guardó qué contestó." in page.text


def test_each_failure_of_a_scenario_has_its_page(tmp_path: Path) -> None:
    scenario = broken()
    for step, line in ((2, "11"), (4, "14")):
        scenario.steps[step].status, scenario.steps[step].reason = "failed", f"falla {line}"
    rule = failing(decides("plazo"), 1, "tarda tres")
    pages = render(tmp_path, scenario, rule)
    names = ["constancia-paso-2", "constancia-paso-2-2", "constancia-paso-3"]
    assert [page.path.stem for page in pages] == [*names, "regla-plazo-linea-8"]
    assert "falló" in pages[1].text.partition("Lo que se siguió antes")[2]
    assert "Regla «plazo» Escenario «Comprobar plazo»" in pages[3].text


def test_a_text_that_was_never_seen_has_a_page_though_its_sentences_held(tmp_path: Path) -> None:
    scenario = followed()
    scenario.steps[3].failure = FailureRecord(sight=1, reason="«Pedir*» no está en la pantalla")
    [written] = write_failure_pages(tmp_path, [scenario], {"constancia": read(tmp_path)})
    assert written.where == "features/guias/constancia.md:21"  # as the finding of its verdict
    text = HtmlPage(tmp_path / written.path).text
    assert "«Pedir*» no está en la pantalla" in text
    assert "que sí se cumplió" in text


def test_a_run_in_which_all_held_has_no_pages(tmp_path: Path) -> None:
    assert render(tmp_path, followed()) == []
    assert not (tmp_path / "run" / "fallas").exists()


def test_hostile_text_is_text(tmp_path: Path) -> None:
    wanted = Wanted(HOSTILE, HOSTILE, f"botón «{HOSTILE}»", (1, 1, 1, 1))
    scenario = broken(answer(f"/{HOSTILE}", 500, trouble=HOSTILE), wanted=(wanted,))
    scenario.steps[3].reason = scenario.sights[1].texts[0] = scenario.name = HOSTILE
    scenario.trace = TraceRecord("uno.trace.zip", HOSTILE)
    [page] = render(tmp_path, scenario, aria=f"- button {HOSTILE}")
    assert not page.all("script")
    assert page.text.count(HOSTILE) >= 6


def test_a_page_is_small(failure: HtmlPage) -> None:
    assert failure.path.stat().st_size < USUAL


def test_a_page_stays_small_however_long_the_screen(tmp_path: Path) -> None:
    many = [answer(f"/pedir?{number}=…", 500, trouble="x" * 100) for number in range(40)]
    [page] = render(tmp_path, broken(*many), aria='- cell "30/01/2024"\n' * 20_000)
    assert page.path.stat().st_size < LARGEST


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    wanted = Wanted("Pedir*", "Solicitar*", "botón «Solicitar»", (1.5, 2, 3, 4))
    scenario = broken(answer("/", None), answer("/pedir", 500), wanted=(wanted,))
    scenario.trace = TraceRecord("uno.trace.zip", "Volvió a fallar igual.")
    write_scenario(tmp_path / "uno", scenario)
    assert read_scenarios(tmp_path) == [scenario]
