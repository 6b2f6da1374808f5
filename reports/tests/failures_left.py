"""What a run has to leave in which one menu says «Historial», and one screen answers 500."""

from pathlib import Path

from reports.tests.html_page import HtmlPage, check_pictures, check_self_contained

_LARGEST = 2_000_000  # bytes of all that failures add to a run


def check_failures_left(run: Path) -> None:
    """Check that the page of the run leads to all that a failed step leaves, and that it is small.

    That is: picture, screen in text, trace, what the server answered, where, and what is nearest.
    """
    status = HtmlPage(run / "index.html")
    check_self_contained(status)
    pages = {link["href"] for link in status.all("a") if "fallas/" in link["href"]}
    assert {"fallas/bitacora-paso-4.html", "fallas/cancelacion-paso-6.html"} <= pages
    for name in pages:
        _check_page(HtmlPage(run / name))
    renamed = HtmlPage(run / "fallas" / "bitacora-paso-4.html").text
    assert "Lo más parecido: vínculo «Historial»" in renamed
    for where in ("bitacora.md:", "bitacora.feature:"):
        assert f"features/guias/{where}" in renamed
    error = HtmlPage(run / "fallas" / "cancelacion-paso-6.html").text
    assert "El servidor contestó 500 a GET /citas/cancela/cita." in error
    assert "Algo falló en el portal" in error
    left = [*(run / "fallas").iterdir(), *run.glob("record/*.trace.zip")]
    assert sum(file.stat().st_size for file in left) < _LARGEST


def _check_page(page: HtmlPage) -> None:
    check_self_contained(page)
    check_pictures(page)
    for ending in (".png", ".aria.yml", ".trace.zip"):
        assert [link for link in page.addresses if link.endswith(ending)], ending
    assert "volvió a fallar igual" in page.text
    assert "GET /" in page.text
