"""A PDF whose every mark is part of its structure or an artifact, so that it can be read aloud.

fpdf2 keeps a structure tree and writes it, but by itself tags images alone. What this adds uses
the same internals that its images do; the lock file holds their version, and a test the result.
"""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime

from fpdf import FPDF, ViewerPreferences

from stub_portal.typeface import font_file

FAMILY = "Source Sans Pro"


class TaggedPdf(FPDF):
    """One letter-size page in Spanish, with Source Sans Pro as its typeface."""

    def __init__(self, title: str, author: str, created: datetime) -> None:
        """Begin the page. `created` (aware) is the only date that the file holds."""
        super().__init__(format="letter")
        self.set_lang("es-MX")
        self.set_title(title)
        self.set_author(author)
        self.set_creation_date(created)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_auto_page_break(auto=False)
        self.add_font(FAMILY, "", font_file("Regular"))
        self.add_font(FAMILY, "B", font_file("Semibold"))
        self.add_page()

    @contextmanager
    def tagged(self, role: str, alternative: str | None = None) -> Generator[None]:
        """Make what is drawn meanwhile one element of the structure: "H1", "P", "Figure"."""
        number = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=f"/{role}", mcid=number, alt_text=alternative)
        self._out(f"/{role} <</MCID {number}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def artifact(self) -> Generator[None]:
        """Make what is drawn meanwhile decoration, which nobody is to be read."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")
