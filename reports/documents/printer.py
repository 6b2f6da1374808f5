"""A browser to print with, started when the first page is printed and not before."""

from hashlib import sha256
from types import TracebackType
from typing import Self

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from guias import find_browser
from reports.documents.formats.pdf import print_pdf
from reports.errors import ReportsError


class Printer:
    """Prints pages as PDF; leave its `with` block to close the browser. `build` names it."""

    def __init__(self, build: str) -> None:
        self.key = sha256(build.encode()).hexdigest()[:8]
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None

    def print(self, html: str) -> bytes:
        """Print one page that needs nothing beside it."""
        self._browser = self._browser or self._start()
        return print_pdf(html, self._browser)

    def _start(self) -> Browser:
        self._playwright = sync_playwright().start()
        try:
            return self._playwright.chromium.launch(
                channel="chromium", executable_path=find_browser()
            )
        except Error as error:
            raise ReportsError(
                f"No se pudo abrir el navegador para imprimir los PDF ({error.message}).\n"
                "  Qué hacer: ponga en la variable GUIAS_BROWSER la ruta de Chrome o de Edge."
            ) from error

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the browser, if it was started."""
        if self._browser:
            self._browser.close()
        if self._playwright:
            self._playwright.stop()
